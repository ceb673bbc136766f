package org.countersign.customer.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import org.countersign.customer.model.AccountTeams;
import org.countersign.identity.model.AccountEvent.AccountDeactivated;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;

/** No account is closed whose person customers are told to turn to: the observer's refusal undoes what was about to happen. */
@ApplicationScoped
public class TeamGuard {

    @Inject
    private AccountTeams teams;

    @Inject
    private AccountDirectory accounts;

    void deactivated(@Observes AccountDeactivated event) {
        accounts.byName(event.account()).ifPresent(person -> {
            List<String> contracts = teams.contractsOf(person.accountId());
            if (!contracts.isEmpty()) {
                throw BusinessRuleViolation.conflict("account-in-team", person.displayName(), String.join(", ", contracts));
            }
        });
    }
}
