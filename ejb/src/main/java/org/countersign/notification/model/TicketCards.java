package org.countersign.notification.model;

import java.util.Optional;

/** What mails tell of tickets; each answer is a statement or two. */
public interface TicketCards {

    Optional<TicketCard> card(long ticketId);

    Optional<TicketCard> cardOf(String number);

    /** A message of a board, if it is public; an internal one is not to be had here (F8). */
    Optional<BoardMessage> publicMessage(long messageId);

    /** A contact's name. */
    Optional<String> contactName(long contactId);
}
