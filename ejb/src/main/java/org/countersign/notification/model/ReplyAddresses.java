package org.countersign.notification.model;

/** How an answer finds its way back to the ticket, and how it proves that its author had our mail. */
public interface ReplyAddresses {

    /**
     * The address to which this contact answers about this ticket.
     *
     * @param mailbox the address that the mail is sent from
     */
    String replyTo(String mailbox, String ticketNumber, String contactEmail);

    /**
     * The Message-ID, with angle brackets, of a mail to this contact about this ticket: {@code <cs-100001.<unique>…@domain>}.
     *
     * @param unique letters and digits that no other message has
     */
    String messageId(String ticketNumber, String contactEmail, String unique, String domain);
}
