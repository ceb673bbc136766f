package org.countersign.identity.model;

import org.countersign.kernel.DomainEvent;

/** Somebody changed the own password. */
public record PasswordChanged(String account) implements DomainEvent {

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
