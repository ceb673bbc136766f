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
import org.countersign.kernel.CallContext;

/**
 * The account behind the current call, from the container's security context and from nowhere else. Services ask it, some of them
 * often in one call; what sign-in has read for this very call is not read again.
 */
@Stateless
@PermitAll
public class CurrentCaller {

    @Resource
    SessionContext context;

    @Inject
    Accounts accounts;

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
        String name = context.getCallerPrincipal().getName();
        return CallContext.account(Caller.class)
                .filter(caller -> caller.name().equals(name))
                .or(() -> accounts.byName(name).filter(Account::active).map(Caller::of));
    }
}
