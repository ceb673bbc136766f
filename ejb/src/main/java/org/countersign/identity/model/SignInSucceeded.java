package org.countersign.identity.model;

import org.countersign.kernel.DomainEvent;

/** An account signed in with its password. */
public record SignInSucceeded(String account) implements DomainEvent {

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
