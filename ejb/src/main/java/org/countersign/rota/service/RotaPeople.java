package org.countersign.rota.service;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import org.countersign.identity.model.Caller;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;

/** People by account name and by account. */
@Dependent
class RotaPeople {

    @Inject
    private AccountDirectory accounts;

    /** @throws BusinessRuleViolation {@code rota-person-unknown} unless it is an agent whose account is active */
    long agent(String field, String account) {
        if (account == null || account.isBlank()) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
        return accounts.agent(account)
                .map(Caller::accountId)
                .orElseThrow(() -> BusinessRuleViolation.invalid(field, "rota-person-unknown", account.strip()));
    }

    /** @throws BusinessRuleViolation {@code rota-person-unknown} unless the account is still an active agent's */
    void requireAgent(String field, long accountId) {
        agent(field, account(accountId));
    }

    PersonView view(long accountId) {
        return accounts.byId(accountId)
                .map(caller -> new PersonView(caller.name(), caller.displayName(), caller.email()))
                .orElseThrow(() -> BusinessRuleViolation.notFound("account", accountId));
    }

    String name(long accountId) {
        return view(accountId).name();
    }

    String account(long accountId) {
        return view(accountId).account();
    }
}
