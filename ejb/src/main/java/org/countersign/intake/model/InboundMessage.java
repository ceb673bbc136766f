package org.countersign.intake.model;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;

/**
 * A message as it came in. It is stored whole, before anything is done with it; then it is processed once, which gives it its outcome; and
 * where that is nothing, a person may decide once.
 */
@Entity
@Table(name = "inbound_message")
public class InboundMessage extends DomainEntity {

    /** Attempts at processing before a message is put aside, so that the others flow. */
    public static final int ATTEMPTS = 3;

    private static final Set<IntakeOutcome> TO_DECIDE = EnumSet.of(
            IntakeOutcome.HELD_INCOMPLETE,
            IntakeOutcome.QUARANTINED,
            IntakeOutcome.REFUSED,
            IntakeOutcome.AUTOMATIC_REPLY,
            IntakeOutcome.LOOP);

    private static final int LONGEST_REASON = 2000;

    @Enumerated(EnumType.STRING)
    private IntakeSource source;

    @Column(name = "mailbox_id")
    private Long mailboxId;

    @Column(name = "dedupe_scope")
    private long dedupeScope;

    @Column(name = "dedupe_key")
    private String dedupeKey;

    @Basic(fetch = FetchType.LAZY)
    private byte[] content;

    @Column(name = "size_bytes")
    private long sizeBytes;

    @Column(name = "received_at")
    private Instant receivedAt;

    private String sender;

    @Column(name = "sender_name")
    private String senderName;

    private String subject;
    private String topic;

    @Enumerated(EnumType.STRING)
    private IntakeOutcome outcome;

    private String reason;
    private String detail;

    @Column(name = "ticket_id")
    private Long ticketId;

    @Column(name = "contact_id")
    private Long contactId;

    @Column(name = "sender_proven")
    private boolean senderProven;

    private int attempts;

    @Column(name = "processed_at")
    private Instant processedAt;

    @Enumerated(EnumType.STRING)
    private MessageDecision decision;

    @Column(name = "decision_reason")
    private String decisionReason;

    @Column(name = "decided_by")
    private String decidedBy;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected InboundMessage() {}

    /**
     * @param mailboxId the mailbox it came to, or {@code null} when none of ours is among its recipients
     * @param content not copied: nobody may change it
     * @param reading what reading the content came to
     */
    public InboundMessage(IntakeSource source, Long mailboxId, byte[] content, MailReading reading, Instant now) {
        this.source = source;
        this.mailboxId = mailboxId;
        this.dedupeScope = scope(mailboxId);
        this.dedupeKey = reading.dedupeKey().value();
        this.content = content;
        this.sizeBytes = content.length;
        this.receivedAt = now;
        this.subject = "";
        this.topic = "";
        if (reading instanceof IncomingMail mail) {
            this.sender = mail.from().map(from -> cut(from.normalised(), 320)).orElse(null);
            this.senderName = mail.from().map(from -> cut(from.name(), 250)).orElse(null);
            this.subject = cut(mail.subject(), 250);
            this.topic = Topic.of(mail.subject());
        }
    }

    /** Within what a dedupe key is unique: the mailbox, or 0 for none. */
    public static long scope(Long mailboxId) {
        return mailboxId == null ? 0 : mailboxId;
    }

    /** At most {@code maximum} characters, never half of a surrogate pair. */
    public static String cut(String text, int maximum) {
        if (text.length() <= maximum) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(maximum - 1)) ? maximum - 1 : maximum);
    }

    /**
     * It has been processed.
     *
     * @param reasonCode why, or {@code null} for a plain success
     * @param ground what the outcome rests on; may be {@code null}
     * @param ticket the ticket it led to, or {@code null}
     * @param contact the sender as a contact, or {@code null}
     */
    public void processed(
            IntakeOutcome result, String reasonCode, Ground ground, Long ticket, Long contact, boolean proven, Instant now) {
        if (outcome != null) {
            throw new IllegalStateException("Message " + id() + " has been processed");
        }
        if (result == IntakeOutcome.DUPLICATE) {
            throw new IllegalArgumentException("A duplicate is not stored");
        }
        outcome = result;
        reason = reasonCode;
        detail = ground == null ? null : ground.written(500);
        ticketId = ticket;
        contactId = contact;
        senderProven = proven;
        processedAt = now;
    }

    /**
     * Processing failed. It will be tried again, and after {@value #ATTEMPTS} failures it is put aside for a person.
     *
     * @return whether it has been put aside
     */
    public boolean processingFailed(String error, Instant now) {
        Ground fault = error == null ? null : Ground.of(Ground.Kind.FAULT, error);
        attempts++;
        detail = fault == null ? null : fault.written(500);
        if (attempts < ATTEMPTS) {
            return false;
        }
        processed(IntakeOutcome.QUARANTINED, IntakeReason.PROCESSING_FAILED.code(), fault, null, null, false, now);
        return true;
    }

    public boolean isProcessed() {
        return outcome != null;
    }

    /** Whether a person may still decide about it. */
    public boolean isToDecide() {
        return isToDecide(outcome, decision);
    }

    /** {@link #isToDecide()} of a message with these values. */
    public static boolean isToDecide(IntakeOutcome outcome, MessageDecision decision) {
        return outcome != null && decision == null && TO_DECIDE.contains(outcome);
    }

    /**
     * A person may decide now.
     *
     * @throws BusinessRuleViolation {@code message-already-decided}; {@code message-not-to-decide} when it led to something already, or
     *     has not been processed
     */
    public void requireToDecide() {
        if (decision != null) {
            throw BusinessRuleViolation.conflict("message-already-decided", decidedBy);
        }
        if (!isToDecide()) {
            throw BusinessRuleViolation.conflict("message-not-to-decide", outcome == null ? "" : outcome.name());
        }
    }

    /**
     * A person has decided.
     *
     * @param why in the person's words, or {@code null}
     * @param result the outcome from now on
     * @throws BusinessRuleViolation as {@link #requireToDecide}; {@code too-long}
     */
    public void decided(
            MessageDecision what, String why, IntakeOutcome result, String reasonCode, Long ticket, Long contact, String by, Instant now) {
        requireToDecide();
        String text = why == null || why.isBlank() ? null : why.strip();
        if (text != null && text.length() > LONGEST_REASON) {
            throw BusinessRuleViolation.invalid("reason", "too-long", LONGEST_REASON, text.length());
        }
        decision = what;
        decisionReason = text;
        decidedBy = by;
        decidedAt = now;
        outcome = result;
        reason = reasonCode;
        ticketId = ticket;
        if (contact != null) {
            contactId = contact;
        }
    }

    public IntakeSource source() {
        return source;
    }

    public Long mailboxId() {
        return mailboxId;
    }

    /** The raw message; not copied, so nobody may change it. */
    public byte[] content() {
        return content;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    /** The author's address in lower case, or {@code null}. */
    public String sender() {
        return sender;
    }

    public String senderName() {
        return senderName;
    }

    public String subject() {
        return subject;
    }

    public String topic() {
        return topic;
    }

    /** {@code null} until it has been processed. */
    public IntakeOutcome outcome() {
        return outcome;
    }

    public String reason() {
        return reason;
    }

    public String detail() {
        return detail;
    }

    public Long ticketId() {
        return ticketId;
    }

    public Long contactId() {
        return contactId;
    }

    public boolean senderProven() {
        return senderProven;
    }

    public int attempts() {
        return attempts;
    }

    public MessageDecision decision() {
        return decision;
    }
}
