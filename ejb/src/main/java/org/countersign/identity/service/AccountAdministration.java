package org.countersign.identity.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.AccountEvent.AccountActivated;
import org.countersign.identity.model.AccountEvent.AccountChanged;
import org.countersign.identity.model.AccountEvent.AccountCreated;
import org.countersign.identity.model.AccountEvent.AccountDeactivated;
import org.countersign.identity.model.AccountEvent.PasswordChanged;
import org.countersign.identity.model.AccountEvent.RoleGranted;
import org.countersign.identity.model.AccountEvent.RoleRevoked;
import org.countersign.identity.model.AccountEvent.TokenIssued;
import org.countersign.identity.model.AccountEvent.TokenRevoked;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.ApiToken;
import org.countersign.identity.model.PasswordPolicy;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.model.Theme;
import org.countersign.identity.model.TokenSecret;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Changes;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;

/** Makes and changes accounts and their tokens. Accounts are named by their name; an unknown one is {@code not-found}. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.SYSTEM})
public class AccountAdministration {

    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9._-]{0,98}[a-z0-9])?");

    @Inject
    Accounts accounts;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> events;

    /**
     * Makes an account of the provider's staff.
     *
     * @return the account's id
     * @throws BusinessRuleViolation {@code account-name-malformed}, {@code account-name-taken}, {@code role-of-contacts},
     *     {@code agent-needs-level}, {@code password-too-short}, {@code password-too-simple}, and those of {@link Input}
     */
    public long createStaff(NewStaffAccount wanted) {
        Set<Role> roles = wanted.roles() == null || wanted.roles().isEmpty() ? EnumSet.noneOf(Role.class) : EnumSet.copyOf(wanted.roles());
        if (roles.isEmpty()) {
            throw BusinessRuleViolation.invalid("roles", "required");
        }
        if (roles.contains(Role.CONTACT)) {
            throw BusinessRuleViolation.invalid("roles", "role-of-contacts");
        }
        requireLevel(roles, wanted.level());
        Account account = Account.ofStaff(
                freeName(wanted.name()),
                Input.line("displayName", wanted.displayName(), 200),
                Input.email("email", wanted.email()),
                roles.contains(Role.AGENT) ? wanted.level() : null,
                roles);
        return add(account, wanted.password(), wanted.language(), wanted.zone());
    }

    /**
     * Gives a contact a login.
     *
     * @return the account's id
     * @throws BusinessRuleViolation as {@link #createStaff}, and {@code contact-has-account}
     */
    public long createContactAccount(NewContactAccount wanted) {
        if (accounts.byContact(wanted.contactId()).isPresent()) {
            throw BusinessRuleViolation.conflict("contact-has-account", wanted.email());
        }
        Account account = Account.ofContact(
                freeName(wanted.name()),
                Input.line("displayName", wanted.displayName(), 200),
                Input.email("email", wanted.email()),
                wanted.organisationId(),
                wanted.contactId());
        return add(account, wanted.password(), wanted.language(), wanted.zone());
    }

    /** Whether anybody can have signed in here yet. */
    public boolean hasAccounts() {
        return !accounts.isEmpty();
    }

    /**
     * Makes the account {@code admin} of an installation that has no account yet.
     *
     * @return nothing when there are accounts already: this works once
     * @throws BusinessRuleViolation {@code password-too-short}, {@code password-too-simple}
     */
    @RolesAllowed(Role.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<Long> createFirstAdministrator(String email, String password) {
        if (!accounts.isEmpty()) {
            return Optional.empty();
        }
        PasswordPolicy.require(FirstAdministrator.NAME, password);
        return Optional.of(createStaff(new NewStaffAccount(
                FirstAdministrator.NAME, "Administrator", email, null, EnumSet.of(Role.ADMIN), password, "en", "UTC")));
    }

    /**
     * Gives the account a password. Its sessions end, and a lock after wrong passwords is lifted; its tokens count on.
     *
     * @throws BusinessRuleViolation {@code password-too-short}, {@code password-too-simple}, {@code too-long}
     */
    public void setPassword(String name, String password) {
        Account account = lock(name);
        PasswordPolicy.require(account.name(), password);
        account.changePassword(password.toCharArray());
        events.fire(new PasswordChanged(account.name()));
    }

    /**
     * Changes what is on record about the account's person. Nothing is told when nothing differs.
     *
     * @param expectedVersion of the {@link AccountView} that the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code changed-meanwhile}, and those of {@link Input}
     */
    public void change(String name, ChangeAccount wanted, Long expectedVersion) {
        String displayName = Input.line("displayName", wanted.displayName(), 200);
        String email = Input.email("email", wanted.email());
        String language = Input.language("language", wanted.language());
        String zone = Input.zone("zone", wanted.zone());
        Account account = lock(name);
        requireSeen(account, expectedVersion);
        Changes changes = new Changes()
                .note("displayName", account.displayName(), displayName)
                .note("email", account.email(), email)
                .note("language", account.language(), language)
                .note("zone", account.zone(), zone);
        if (!changes.isEmpty()) {
            account.describe(displayName, email);
            account.prefer(language, zone, account.theme());
            events.fire(new AccountChanged(account.name(), changes.toString()));
        }
    }

    /**
     * Says as a whole what the account may do; each role that comes or goes is told.
     *
     * @param level of an agent; of others it is not kept
     * @param expectedVersion of the {@link AccountView} that the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code role-of-contacts} when a contact would become staff or the other way round; {@code required},
     *     {@code agent-needs-level}, {@code changed-meanwhile}; {@code last-administrator} when nobody would be left to run the installation
     */
    public void setRoles(String name, Set<Role> wanted, SupportLevel level, Long expectedVersion) {
        if (wanted == null || wanted.isEmpty()) {
            throw BusinessRuleViolation.invalid("roles", "required");
        }
        Account account = find(name);
        boolean contact = account.contactId() != null;
        if (wanted.contains(Role.CONTACT) != contact || contact && wanted.size() > 1) {
            throw BusinessRuleViolation.invalid("roles", "role-of-contacts");
        }
        requireLevel(wanted, level);
        if (!wanted.contains(Role.ADMIN)) {
            requireAnotherAdministrator(account);
        }
        account = lock(name);
        requireSeen(account, expectedVersion);
        SupportLevel kept = wanted.contains(Role.AGENT) ? level : null;
        if (account.supportLevel() != kept) {
            Changes change = new Changes().note("level", account.supportLevel(), kept);
            account.workAt(kept);
            events.fire(new AccountChanged(account.name(), change.toString()));
        }
        Set<Role> before = account.roles();
        for (Role role : Role.values()) {
            if (wanted.contains(role) && !before.contains(role)) {
                account.grant(role);
                events.fire(new RoleGranted(account.name(), role));
            } else if (before.contains(role) && !wanted.contains(role)) {
                account.revoke(role);
                events.fire(new RoleRevoked(account.name(), role));
            }
        }
    }

    /**
     * Ends every way in through this account, sessions and tokens included. It stays on record.
     *
     * @throws BusinessRuleViolation {@code last-administrator}
     */
    public void deactivate(String name) {
        requireAnotherAdministrator(find(name));
        Account account = lock(name);
        if (account.active()) {
            account.deactivate();
            events.fire(new AccountDeactivated(account.name()));
        }
    }

    /** Opens the account again, with the roles, the password and those tokens that it had. */
    public void activate(String name) {
        Account account = lock(name);
        if (!account.active()) {
            account.activate();
            events.fire(new AccountActivated(account.name()));
        }
    }

    /**
     * Issues an API token.
     *
     * @param label what it is for, at most 100 characters
     * @param expiresAt later than now
     * @return the token with its secret, which is told this once and never again
     * @throws BusinessRuleViolation {@code token-expiry-passed}, {@code account-inactive}, {@code required}, {@code too-long}
     */
    public IssuedToken issueToken(String name, String label, Instant expiresAt) {
        Account account = find(name);
        String clean = Input.line("label", label, 100);
        Instant now = clock.instant();
        if (!account.active()) {
            throw BusinessRuleViolation.conflict("account-inactive", account.name());
        }
        if (expiresAt == null) {
            throw BusinessRuleViolation.invalid("expiresAt", "required");
        }
        if (!expiresAt.isAfter(now)) {
            throw BusinessRuleViolation.invalid("expiresAt", "token-expiry-passed");
        }
        String secret = TokenSecret.generate();
        ApiToken token = new ApiToken(account.id(), clean, secret, now, expiresAt);
        accounts.add(token);
        events.fire(new TokenIssued(account.name(), clean, expiresAt));
        return new IssuedToken(token.id(), clean, now, expiresAt, secret);
    }

    /** Ends a token of the account at once. */
    public void revokeToken(String name, long tokenId) {
        Account account = find(name);
        ApiToken token = accounts.tokenById(tokenId)
                .filter(found -> found.accountId() == account.id())
                .orElseThrow(() -> BusinessRuleViolation.notFound("token", tokenId));
        if (token.revoke(clock.instant())) {
            events.fire(new TokenRevoked(account.name(), token.label()));
        }
    }

    private long add(Account account, String password, String language, String zone) {
        account.prefer(Input.language("language", language), Input.zone("zone", zone), Theme.SYSTEM);
        if (password != null) {
            PasswordPolicy.require(account.name(), password);
            account.changePassword(password.toCharArray());
        }
        accounts.add(account);
        String roles = account.roles().stream().sorted().map(Role::name).collect(Collectors.joining(" "));
        events.fire(new AccountCreated(account.name(), account.email(), roles, account.supportLevel(), account.contactId()));
        return account.id();
    }

    private String freeName(String wanted) {
        String name = Input.line("name", wanted, 1000).toLowerCase(Locale.ROOT);
        if (!NAME.matcher(name).matches()) {
            throw BusinessRuleViolation.invalid("name", "account-name-malformed", name);
        }
        if (accounts.byName(name).isPresent()) {
            throw BusinessRuleViolation.invalid("name", "account-name-taken", name);
        }
        return name;
    }

    private Account find(String name) {
        return Optional.ofNullable(name)
                .flatMap(given -> accounts.byName(given.strip().toLowerCase(Locale.ROOT)))
                .orElseThrow(() -> BusinessRuleViolation.notFound("account", name));
    }

    private Account lock(String name) {
        return accounts.lock(find(name).name()).orElseThrow(() -> BusinessRuleViolation.notFound("account", name));
    }

    private static void requireSeen(Account account, Long expectedVersion) {
        if (expectedVersion != null && AccountView.of(account).version() != expectedVersion) {
            throw BusinessRuleViolation.stale(account.name());
        }
    }

    /** The administrators are locked before they are counted, so that two cannot shut each other out at one moment. */
    private void requireAnotherAdministrator(Account account) {
        if (account.active() && account.roles().contains(Role.ADMIN) && accounts.lockActive(Role.ADMIN) <= 1) {
            throw BusinessRuleViolation.conflict("last-administrator", account.name());
        }
    }

    private static void requireLevel(Set<Role> roles, SupportLevel level) {
        if (roles.contains(Role.AGENT) && level == null) {
            throw BusinessRuleViolation.invalid("level", "agent-needs-level");
        }
    }
}
