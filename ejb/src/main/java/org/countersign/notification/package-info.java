/**
 * Mail to people: the acknowledgement with the ticket's number (M60), a mail at each status change (M89, M90), a copy of every public message
 * of the board (M95), the question to the fixed contacts (M97), and what other areas queue.
 *
 * <p>Mail is written as a row of the outbox in the transaction that caused it, and sent later by whichever node is first to claim it. A
 * message keeps the Message-ID it was queued with, so that a repetition can be recognised by whoever receives it.
 *
 * <p>Publishes {@link org.countersign.notification.model.MailEvent}.
 */
package org.countersign.notification;
