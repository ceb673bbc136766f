package org.countersign.identity.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;

/** Which agents there are, and what accounts are called. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE, Role.CONTACT_ROLE, Role.MAIL_GATEWAY_ROLE, Role.SYSTEM})
public class AccountDirectory {

    @Inject
    private Accounts accounts;

    /** The active agent with this account name. */
    public Optional<Caller> agent(String name) {
        return name == null
                ? Optional.empty()
                : accounts.byName(name.strip())
                        .filter(account -> account.active() && account.roles().contains(Role.AGENT))
                        .map(Caller::of);
    }

    /** The account with this name, whether active or not. */
    public Optional<Caller> byName(String name) {
        return accounts.byName(name).map(Caller::of);
    }

    /** What the accounts with these names are called, by name; nothing of names that nobody has. */
    public Map<String, String> displayNames(Collection<String> names) {
        return accounts.displayNames(names);
    }

    /** The active account of the staff with this name. */
    public Optional<Caller> activeStaff(String name) {
        return accounts.byName(name).filter(account -> account.active() && account.contactId() == null).map(Caller::of);
    }

    /** Everybody of the staff who works at the desk or leads it, by display name. */
    public List<Caller> staff() {
        return Stream.of(Role.AGENT, Role.MANAGER, Role.QUALITY)
                .flatMap(role -> accounts.active(role).stream())
                .distinct()
                .map(Caller::of)
                .sorted(Comparator.comparing(Caller::displayName))
                .toList();
    }

    /** All active agents, by display name. */
    public List<Caller> agents() {
        return accounts.agents().stream().map(Caller::of).toList();
    }

    /** All active accounts with the role, by display name. */
    public List<Caller> active(Role role) {
        return accounts.active(role).stream().map(Caller::of).toList();
    }

    /** The account's name, or {@code null} for no account. */
    public String nameOf(Long accountId) {
        return accountId == null ? null : accounts.byId(accountId).map(Account::name).orElse(null);
    }

    /** The account by id, for those who tell people who did what. */
    public Optional<Caller> byId(long accountId) {
        return accounts.byId(accountId).map(Caller::of);
    }
}
