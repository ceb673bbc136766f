package org.countersign.rota.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import org.countersign.identity.model.AccountEvent.AccountDeactivated;
import org.countersign.identity.model.AccountEvent.RoleRevoked;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rota.model.RotaFault;
import org.countersign.rota.model.Rotas;

/**
 * Nobody who is still to be on duty stops being an agent: the observer's refusal undoes what was about to happen. The rotas are locked, so that
 * nobody is planned meanwhile.
 */
@ApplicationScoped
public class DutyGuard {

    @Inject
    private Rotas rotas;

    @Inject
    private PublishedPlans plans;

    @Inject
    private AccountDirectory accounts;

    @Inject
    private Clock clock;

    void deactivated(@Observes AccountDeactivated event) {
        requireFree(event.account());
    }

    void revoked(@Observes RoleRevoked event) {
        if (event.role() == Role.AGENT) {
            requireFree(event.account());
        }
    }

    private void requireFree(String account) {
        Instant now = clock.instant();
        accounts.byName(account).ifPresent(person ->
                plans.dutiesOf(rotas.lockAll(), person.accountId(), now, Instant.MAX).stream().findFirst().ifPresent(first -> {
                    throw BusinessRuleViolation.conflict(
                            "account-on-duty", person.displayName(), RotaFault.written(first.duty().from(), first.rota().zone()),
                            RotaFault.written(first.duty().until(), first.rota().zone()), first.rota().name());
                }));
    }
}
