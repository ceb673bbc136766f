package org.countersign.identity.model;

import java.time.Instant;
import org.countersign.kernel.DomainEvent;

/** What happens to an account; recorded in the chain of the system. */
public interface AccountEvent extends DomainEvent {

    /** The account's name. */
    String account();

    @Override
    default Long contractId() {
        return null;
    }

    @Override
    default String subjectType() {
        return "account";
    }

    @Override
    default String subjectId() {
        return account();
    }

    /** @param roles names of the roles, parted by a blank */
    record AccountCreated(String account, String email, String roles, SupportLevel level, Long contactId) implements AccountEvent {}

    record RoleGranted(String account, Role role) implements AccountEvent {}

    record RoleRevoked(String account, Role role) implements AccountEvent {}

    record PasswordChanged(String account) implements AccountEvent {}

    record AccountDeactivated(String account) implements AccountEvent {}

    record AccountActivated(String account) implements AccountEvent {}

    /** @param changes lines {@code member: before → after} */
    record AccountChanged(String account, String changes) implements AccountEvent {}

    record TokenIssued(String account, String label, Instant expiresAt) implements AccountEvent {}

    record TokenRevoked(String account, String label) implements AccountEvent {}
}
