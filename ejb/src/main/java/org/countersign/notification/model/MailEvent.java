package org.countersign.notification.model;

import org.countersign.kernel.DomainEvent;

/** What became of a mail. */
public interface MailEvent extends DomainEvent {

    /** Message-ID with angle brackets. */
    String messageId();

    @Override
    default String subjectType() {
        return "mail";
    }

    @Override
    default String subjectId() {
        String id = messageId();
        // The audit trail's names of subjects are short; what comes first tells the ticket and is random enough.
        return id.length() <= 80 ? id : id.substring(0, 80);
    }

    /** The mail server took it over. */
    record MailSent(Long contractId, String messageId, MailTemplate template, String recipient, Long ticketId, int attempts) implements MailEvent {}

    /** It could not be sent and is not tried again. */
    record MailGivenUp(
            Long contractId, String messageId, MailTemplate template, String recipient, Long ticketId, int attempts, String error)
            implements MailEvent {}

    /** A person had it tried again. */
    record MailRetried(Long contractId, String messageId, MailTemplate template, String recipient, Long ticketId) implements MailEvent {}
}
