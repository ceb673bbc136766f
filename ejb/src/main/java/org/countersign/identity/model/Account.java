package org.countersign.identity.model;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.JoinColumn;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.countersign.kernel.DomainEntity;

/**
 * A person's (or a machine's) way in. It is made with a set of roles, signs in with a password or through API tokens, is locked for a while
 * after repeated wrong passwords, and is deactivated rather than deleted, because the audit trail speaks of it.
 */
@Entity
public class Account extends DomainEntity {

    /** Wrong passwords in a row before the account is locked. */
    public static final int ATTEMPTS = 10;

    /** How long a locked account stays locked. */
    public static final Duration LOCK = Duration.ofMinutes(5);

    private String name;

    @Column(name = "display_name")
    private String displayName;

    private String email;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "organisation_id")
    private Long organisationId;

    @Column(name = "contact_id")
    private Long contactId;

    @Enumerated(EnumType.STRING)
    @Column(name = "support_level")
    private SupportLevel supportLevel;

    private String language;
    private String zone;

    @Enumerated(EnumType.STRING)
    private Theme theme;

    private boolean active;

    @Column(name = "failed_sign_ins")
    private int failedSignIns;

    @Column(name = "locked_until")
    private Instant lockedUntil;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "account_role", joinColumns = @JoinColumn(name = "account_id"))
    @Column(name = "role")
    @Enumerated(EnumType.STRING)
    private Set<Role> roles = new HashSet<>();

    protected Account() {}

    /** An account of the provider's own staff. */
    public static Account ofStaff(String name, String displayName, String email, SupportLevel level, Set<Role> roles) {
        if (roles.contains(Role.CONTACT)) {
            throw new IllegalArgumentException("A member of staff is no customer's contact: " + name);
        }
        return new Account(name, displayName, email, level, roles, null, null);
    }

    /** The portal account of a customer's contact (M93). */
    public static Account ofContact(String name, String displayName, String email, long organisationId, long contactId) {
        return new Account(name, displayName, email, null, EnumSet.of(Role.CONTACT), organisationId, contactId);
    }

    private Account(
            String name, String displayName, String email, SupportLevel level, Set<Role> roles, Long organisationId, Long contactId) {
        this.name = name.toLowerCase(Locale.ROOT);
        this.displayName = displayName;
        this.email = email.toLowerCase(Locale.ROOT);
        this.supportLevel = level;
        this.roles.addAll(roles);
        this.organisationId = organisationId;
        this.contactId = contactId;
        this.language = "en";
        this.zone = "Europe/Budapest";
        this.theme = Theme.SYSTEM;
        this.active = true;
    }

    /** How the account's person reads the screens; the zone is an IANA name. */
    public void prefer(String language, String zone, Theme theme) {
        this.language = language;
        this.zone = java.time.ZoneId.of(zone).getId();
        this.theme = theme;
    }

    public void changePassword(char[] password) {
        passwordHash = PasswordHash.of(password);
        failedSignIns = 0;
        lockedUntil = null;
    }

    public void deactivate() {
        active = false;
    }

    /** Opens the account again. What it had, roles, password and unexpired tokens, counts again. */
    public void activate() {
        active = true;
    }

    /** What people call the account's person, and where mail reaches them. */
    public void describe(String displayName, String email) {
        this.displayName = displayName;
        this.email = email.toLowerCase(Locale.ROOT);
    }

    /** @param level of an agent, else {@code null} */
    public void workAt(SupportLevel level) {
        this.supportLevel = level;
    }

    public void grant(Role role) {
        if ((role == Role.CONTACT) != (contactId != null)) {
            throw new IllegalArgumentException("Only a contact's account has the role CONTACT, and no other: " + name);
        }
        roles.add(role);
    }

    public void revoke(Role role) {
        roles.remove(role);
    }

    /** Whether a sign-in may be tried at {@code now}. */
    public boolean mayTryAt(Instant now) {
        return active && (lockedUntil == null || !now.isBefore(lockedUntil));
    }

    /** One more wrong password; the {@value #ATTEMPTS}th in a row locks the account for {@link #LOCK}. */
    public void signInFailed(Instant now) {
        failedSignIns++;
        if (failedSignIns >= ATTEMPTS) {
            lockedUntil = now.plus(LOCK);
            failedSignIns = 0;
        }
    }

    public void signInSucceeded() {
        failedSignIns = 0;
        lockedUntil = null;
    }

    public boolean hasFailedSignIns() {
        return failedSignIns > 0 || lockedUntil != null;
    }

    public String name() {
        return name;
    }

    public String displayName() {
        return displayName;
    }

    public String email() {
        return email;
    }

    public String passwordHash() {
        return passwordHash;
    }

    public Long organisationId() {
        return organisationId;
    }

    public Long contactId() {
        return contactId;
    }

    /** When the lock after wrong passwords ends or ended, or {@code null}. */
    public Instant lockedUntil() {
        return lockedUntil;
    }

    public SupportLevel supportLevel() {
        return supportLevel;
    }

    public String language() {
        return language;
    }

    public String zone() {
        return zone;
    }

    public Theme theme() {
        return theme;
    }

    public boolean active() {
        return active;
    }

    public Set<Role> roles() {
        return Set.copyOf(roles);
    }
}
