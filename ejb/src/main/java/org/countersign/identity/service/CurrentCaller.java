package org.countersign.identity.service;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Caller;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * The account behind the current call, from the container's security context and from nowhere else. Services ask it; it is read from the
 * database with the first question of a transaction and from the persistence context after that.
 */
@Stateless
@PermitAll
public class CurrentCaller {

    @Resource
    private SessionContext context;

    @Inject
    private Accounts accounts;

    /**
     * The caller.
     *
     * @throws BusinessRuleViolation {@code not-signed-in} for a call without an account, such as a timer's
     */
    public Caller get() {
        return find().orElseThrow(() -> BusinessRuleViolation.forbidden("not-signed-in"));
    }

    /** The caller, or nothing for the system's own work. */
    public Optional<Caller> find() {
        return accounts.byName(context.getCallerPrincipal().getName())
                .filter(Account::active)
                .map(Caller::of);
    }
}
