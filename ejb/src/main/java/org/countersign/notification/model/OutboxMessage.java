package org.countersign.notification.model;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;

/**
 * A mail on its way. It is queued with everything it says, its Message-ID included; claimed by one node for a while, which sends it; then it is
 * sent, or waits for its next attempt, or is given up. A claim that runs out (its node died) makes it due again, with the same Message-ID.
 */
@Entity
@Table(name = "outbox_message")
public class OutboxMessage extends DomainEntity {

    private static final int LONGEST_ERROR = 1000;

    @Column(name = "message_id")
    private String messageId;

    @Column(name = "contract_id")
    private Long contractId;

    @Column(name = "ticket_id")
    private Long ticketId;

    @Column(name = "vendor_case")
    private String vendorCase;

    @Enumerated(EnumType.STRING)
    private MailTemplate template;

    private String sender;

    @Column(name = "sender_name")
    private String senderName;

    private String recipient;

    @Column(name = "recipient_name")
    private String recipientName;

    @Column(name = "reply_to")
    private String replyTo;

    @Column(name = "in_reply_to")
    private String inReplyTo;

    private String language;
    private String subject;
    private String body;

    @Column(name = "attachment_name")
    private String attachmentName;

    @Column(name = "attachment_type")
    private String attachmentType;

    @Basic(fetch = FetchType.LAZY)
    private byte[] attachment;

    @Column(name = "dedupe_key")
    private String dedupeKey;

    @Enumerated(EnumType.STRING)
    private OutboxState state;

    private int attempts;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "next_attempt_at")
    private Instant nextAttemptAt;

    private String claim;

    @Column(name = "give_up_at")
    private Instant giveUpAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "last_error")
    private String lastError;

    protected OutboxMessage() {}

    /**
     * Queues a mail, due at once.
     *
     * @param messageId with angle brackets
     * @param replyTo or {@code null} to have answers sent to the sender
     * @param inReplyTo Message-ID of the mail under which this one is shown, or {@code null}
     */
    public OutboxMessage(
            MailRequest request, MailText text, Sender from, String messageId, String replyTo, String inReplyTo, Instant now) {
        this.messageId = messageId;
        this.contractId = request.contractId();
        this.ticketId = request.ticket() == null ? null : request.ticket().id();
        this.vendorCase = request.vendorCase();
        this.template = request.template();
        this.sender = from.address();
        this.senderName = from.name();
        this.recipient = request.recipient().email();
        this.recipientName = request.recipient().name();
        this.replyTo = replyTo;
        this.inReplyTo = inReplyTo;
        this.language = text.language();
        this.subject = text.subject();
        this.body = text.body();
        if (request.attachment() != null) {
            this.attachmentName = request.attachment().name();
            this.attachmentType = request.attachment().mediaType();
            this.attachment = request.attachment().content().clone();
        }
        this.dedupeKey = request.dedupeKey();
        this.createdAt = now;
        pending(now);
    }

    /** Gives the mail to whoever holds {@code claim}, until {@code until}. */
    public void claim(String by, Instant until) {
        claim = by;
        nextAttemptAt = until;
    }

    /** Whether it is still claimed by {@code by}: a claim that ran out may have passed to another node. */
    public boolean isClaimedBy(String by) {
        return state == OutboxState.PENDING && by.equals(claim);
    }

    /** The end of the running claim, or when it is due; {@code null} when it is sent or given up. */
    public Instant nextAttemptAt() {
        return nextAttemptAt;
    }

    /** The mail server took it over. */
    public void sent(Instant now) {
        state = OutboxState.SENT;
        attempts++;
        sentAt = now;
        nextAttemptAt = null;
        claim = null;
        lastError = null;
    }

    /** An attempt failed: there is another one later, or it is given up. */
    public void failed(String error, Instant now) {
        attempts++;
        lastError = CleanText.line(error, LONGEST_ERROR);
        claim = null;
        if (attempts >= RetryPolicy.ATTEMPTS || !now.isBefore(giveUpAt)) {
            giveUp();
        } else {
            nextAttemptAt = now.plus(RetryPolicy.pauseAfter(attempts));
        }
    }

    /**
     * It was not tried: the mail server could not be reached, or the claim would not have lasted. It keeps its place in the order, and no
     * attempt is counted; too old, it is given up.
     *
     * @param error why, or {@code null}
     */
    public void released(String error, Instant now) {
        claim = null;
        nextAttemptAt = now;
        if (error != null) {
            lastError = CleanText.line(error, LONGEST_ERROR);
            if (!now.isBefore(giveUpAt)) {
                giveUp();
            }
        }
    }

    /**
     * Tries a mail again that was given up, or at once one that waits; its attempts and its time begin anew.
     *
     * @throws BusinessRuleViolation {@code mail-already-sent}; {@code mail-being-sent} while a node holds it
     */
    public void retry(Instant now) {
        if (state == OutboxState.SENT) {
            throw BusinessRuleViolation.conflict("mail-already-sent", messageId);
        }
        if (claim != null && now.isBefore(nextAttemptAt)) {
            throw BusinessRuleViolation.conflict("mail-being-sent", messageId);
        }
        attempts = 0;
        claim = null;
        pending(now);
    }

    private void pending(Instant now) {
        state = OutboxState.PENDING;
        nextAttemptAt = now;
        giveUpAt = now.plus(RetryPolicy.GIVE_UP_AFTER);
    }

    private void giveUp() {
        state = OutboxState.DEAD;
        nextAttemptAt = null;
    }

    public String messageId() {
        return messageId;
    }

    public Long contractId() {
        return contractId;
    }

    public Long ticketId() {
        return ticketId;
    }

    /** Number of the vendor case that it is about, or {@code null}. */
    public String vendorCase() {
        return vendorCase;
    }

    public MailTemplate template() {
        return template;
    }

    public Sender sender() {
        return new Sender(sender, senderName);
    }

    public String recipient() {
        return recipient;
    }

    public String recipientName() {
        return recipientName;
    }

    public Optional<String> replyTo() {
        return Optional.ofNullable(replyTo);
    }

    public Optional<String> inReplyTo() {
        return Optional.ofNullable(inReplyTo);
    }

    public String language() {
        return language;
    }

    public String subject() {
        return subject;
    }

    public String body() {
        return body;
    }

    public Optional<MailRequest.Attachment> attachment() {
        return attachmentName == null
                ? Optional.empty()
                : Optional.of(new MailRequest.Attachment(attachmentName, attachmentType, attachment));
    }

    public OutboxState state() {
        return state;
    }

    /** Attempts so far, the successful one included. */
    public int attempts() {
        return attempts;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant sentAt() {
        return sentAt;
    }

    public String lastError() {
        return lastError;
    }
}
