package org.countersign.notification.model;

import java.time.Instant;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketRef;

/**
 * A ticket as mails speak of it.
 *
 * @param responseDue {@code null} while the target is halted
 * @param resolutionDue {@code null} while the target is halted
 * @param reporter {@code null} when nobody is known
 * @param assignee {@code null} when there is none
 */
public record TicketCard(
        TicketRef ref,
        String summary,
        Priority priority,
        Instant responseDue,
        Instant resolutionDue,
        Person reporter,
        Person assignee) {

    /**
     * Somebody to write to.
     *
     * @param id of the contact or account
     * @param account name of the account, {@code null} for a contact
     */
    public record Person(long id, String account, String name, String email, String language, String zone) {}
}
