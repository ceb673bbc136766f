package org.countersign.intake.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;

/**
 * An address at which a contract's reports come in, and in whose name its mail goes out. Mail reaches it over HTTP, or is fetched from an
 * IMAP server while it is active; how the last attempt went is kept here for people to see.
 */
@Entity
public class Mailbox extends DomainEntity {

    private static final int LONGEST_ERROR = 1000;
    /** What reply tokens leave of the 64 octets of a local part, with the longest ticket number. */
    private static final int LONGEST_LOCAL_PART = 19;

    private String address;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "display_name")
    private String displayName;

    @Column(name = "authserv_id")
    private String authservId;

    @Column(name = "imap_host")
    private String imapHost;

    @Column(name = "imap_port")
    private Integer imapPort;

    @Enumerated(EnumType.STRING)
    @Column(name = "imap_security")
    private MailboxSecurity imapSecurity;

    @Column(name = "imap_user")
    private String imapUser;

    @Column(name = "imap_secret")
    private String imapSecret;

    @Column(name = "imap_folder")
    private String imapFolder;

    private boolean active;

    @Column(name = "last_polled_at")
    private Instant lastPolledAt;

    @Column(name = "last_success_at")
    private Instant lastSuccessAt;

    @Column(name = "last_error")
    private String lastError;

    protected Mailbox() {}

    /**
     * @param address mail address without a sub-address
     * @param authservId under which the receiving mail server writes Authentication-Results; {@code null}: nobody vouches for senders
     * @param imap where it is polled; {@code null}: its mail is handed in over HTTP only
     * @throws BusinessRuleViolation {@code mailbox-address-invalid}, {@code reply-address-too-long}, {@code required}, {@code too-long}
     */
    public Mailbox(String address, long contractId, String displayName, String authservId, ImapAccount imap) {
        this.address = checked(address);
        this.contractId = contractId;
        describe(displayName, authservId, imap);
        this.active = true;
    }

    /**
     * What it is from now on.
     *
     * @param authservId as at the beginning
     * @param imap where it is polled from now on; {@code null}: no longer
     * @throws BusinessRuleViolation {@code required}, {@code too-long}
     */
    public void amend(long contractId, String displayName, String authservId, ImapAccount imap) {
        this.contractId = contractId;
        describe(displayName, authservId, imap);
    }

    private void describe(String displayName, String authservId, ImapAccount imap) {
        this.displayName = required("displayName", displayName, 200);
        this.authservId = authservId == null || authservId.isBlank() ? null : required("authservId", authservId, 255).toLowerCase(Locale.ROOT);
        this.imapHost = imap == null ? null : imap.host();
        this.imapPort = imap == null ? null : imap.port();
        this.imapSecurity = imap == null ? null : imap.security();
        this.imapUser = imap == null ? null : imap.user();
        this.imapSecret = imap == null ? null : imap.secret();
        this.imapFolder = imap == null ? null : imap.folder();
        if (imap == null) {
            lastError = null;
        }
    }

    private static String checked(String address) {
        String clean = address == null ? "" : address.strip().toLowerCase(Locale.ROOT);
        if (clean.length() > 254 || !clean.matches("[^\\s\\p{Cntrl}<>()\\[\\]\\\\,;:@\"+]+@[^\\s\\p{Cntrl}<>()\\[\\]\\\\,;:@\"]+")) {
            throw BusinessRuleViolation.invalid("address", "mailbox-address-invalid", clean);
        }
        if (clean.indexOf('@') > LONGEST_LOCAL_PART) {
            throw BusinessRuleViolation.invalid("address", "reply-address-too-long", clean);
        }
        return clean;
    }

    private static String required(String field, String text, int maximum) {
        String clean = text == null ? "" : text.strip();
        if (clean.isEmpty()) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
        if (clean.length() > maximum) {
            throw BusinessRuleViolation.invalid(field, "too-long", maximum, clean.length());
        }
        return clean;
    }

    /** It was polled to the end. */
    public void polled(Instant now) {
        lastPolledAt = now;
        lastSuccessAt = now;
        lastError = null;
    }

    /** Polling it failed. */
    public void pollFailed(String error, Instant now) {
        lastPolledAt = now;
        String line = error == null ? "" : error.replaceAll("\\p{Cntrl}+", " ").strip();
        lastError = line.length() <= LONGEST_ERROR ? line : line.substring(0, LONGEST_ERROR);
    }

    public void activate() {
        active = true;
    }

    /** It is polled no longer; what is handed in for it is still taken. */
    public void deactivate() {
        active = false;
    }

    public String address() {
        return address;
    }

    public long contractId() {
        return contractId;
    }

    public String displayName() {
        return displayName;
    }

    public Optional<String> authservId() {
        return Optional.ofNullable(authservId);
    }

    public Optional<ImapAccount> imap() {
        return imapHost == null
                ? Optional.empty()
                : Optional.of(new ImapAccount(imapHost, imapPort, imapSecurity, imapUser, imapSecret, imapFolder));
    }

    public boolean active() {
        return active;
    }

    public Instant lastPolledAt() {
        return lastPolledAt;
    }

    public Instant lastSuccessAt() {
        return lastSuccessAt;
    }

    /** What went wrong at the last attempt, or {@code null}. */
    public String lastError() {
        return lastError;
    }
}
