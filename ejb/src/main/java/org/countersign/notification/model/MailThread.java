package org.countersign.notification.model;

import java.util.Optional;

/**
 * What mails to one address hang together by: the ticket or the vendor case that they are about.
 *
 * @param ticketId or {@code null}
 * @param vendorCase its number, or {@code null}
 */
public record MailThread(Long ticketId, String vendorCase, String recipient) {

    /** The thread of a mail; nothing for one that is about neither. */
    public static Optional<MailThread> of(Long ticketId, String vendorCase, String recipient) {
        return ticketId == null && vendorCase == null ? Optional.empty() : Optional.of(new MailThread(ticketId, vendorCase, recipient));
    }
}
