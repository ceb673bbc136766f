package org.countersign.identity.model;

import org.countersign.kernel.DomainEvent;

/** Somebody gave a wrong password for an account, or tried a locked one. */
public record SignInFailed(String account) implements DomainEvent {

    @Override
    public Long contractId() {
        return null;
    }

    @Override
    public String subjectType() {
        return "account";
    }

    @Override
    public String subjectId() {
        return account;
    }
}
