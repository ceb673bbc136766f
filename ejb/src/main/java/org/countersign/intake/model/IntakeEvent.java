package org.countersign.intake.model;

import org.countersign.kernel.DomainEvent;

/** What happens to messages that come in. */
public interface IntakeEvent extends DomainEvent {

    /** Id of the message. */
    long message();

    @Override
    default String subjectType() {
        return "message";
    }

    @Override
    default String subjectId() {
        return String.valueOf(message());
    }

    /**
     * A message came in and was processed.
     *
     * @param contractId of the mailbox, or {@code null}
     * @param reason code, or {@code null}
     * @param ticket number of the ticket it led to, or {@code null}
     */
    record MessageReceived(
            Long contractId,
            long message,
            IntakeSource source,
            String sender,
            boolean senderProven,
            IntakeOutcome outcome,
            String reason,
            String ticket)
            implements IntakeEvent {}

    /**
     * A message says too little to be a report, and its sender may be asked for what is missing.
     *
     * @param contactId the sender
     * @param messageId Message-ID of the message, or {@code null}
     */
    record ContentMissing(Long contractId, long message, long contactId, String subject, String messageId) implements IntakeEvent {}

    /** A person decided about a message that led to nothing. */
    record MessageDecided(
            Long contractId, long message, MessageDecision decision, String why, IntakeOutcome before, IntakeOutcome outcome, String ticket)
            implements IntakeEvent {}

    /**
     * A mailbox was added or changed.
     *
     * @param changes lines {@code member: before → after}; empty for one that was added
     */
    record MailboxChanged(Long contractId, String address, boolean active, String host, String changes) implements DomainEvent {

        @Override
        public String subjectType() {
            return "mailbox";
        }

        @Override
        public String subjectId() {
            return InboundMessage.cut(address, 80);
        }
    }
}
