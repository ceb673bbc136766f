package org.countersign.notification.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import org.countersign.notification.model.BoardMessage;
import org.countersign.notification.model.TicketCard;
import org.countersign.notification.model.TicketCard.Person;
import org.countersign.notification.model.TicketCards;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.model.Visibility;

/** {@link TicketCards} in the database. */
@ApplicationScoped
public class JpaTicketCards implements TicketCards {

    @PersistenceContext
    private EntityManager em;

    @Override
    public Optional<TicketCard> card(long ticketId) {
        return em.createQuery(
                        "select t.number, t.contractId, t.organisationId, t.summary, t.priority, t.responseDue, t.resolutionDue,"
                                + " c.id, c.name, c.email, c.language, c.zone,"
                                + " a.id, a.name, a.displayName, a.email, a.language, a.zone"
                                + " from Ticket t left join Contact c on c.id = t.contactId"
                                + " left join Account a on a.id = t.assigneeId and a.active = true where t.id = :id",
                        Object[].class)
                .setParameter("id", ticketId)
                .getResultStream()
                .findFirst()
                .map(row -> new TicketCard(
                        new TicketRef(ticketId, (String) row[0], (Long) row[1], (Long) row[2]),
                        (String) row[3],
                        (Priority) row[4],
                        (Instant) row[5],
                        (Instant) row[6],
                        row[7] == null
                                ? null
                                : new Person(
                                        (Long) row[7], null, (String) row[8], (String) row[9], (String) row[10], (String) row[11]),
                        row[12] == null
                                ? null
                                : new Person(
                                        (Long) row[12],
                                        (String) row[13],
                                        (String) row[14],
                                        (String) row[15],
                                        (String) row[16],
                                        (String) row[17])));
    }

    @Override
    public Optional<TicketCard> cardOf(String number) {
        return em.createQuery("select t.id from Ticket t where t.number = :number", Long.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst()
                .flatMap(this::card);
    }

    @Override
    public Optional<BoardMessage> publicMessage(long messageId) {
        return em.createQuery(
                        "select m.contactId, c.name, a.displayName, m.text from TicketMessage m"
                                + " left join Contact c on c.id = m.contactId left join Account a on a.id = m.authorId"
                                + " where m.id = :id and m.visibility = :visible",
                        Object[].class)
                .setParameter("id", messageId)
                .setParameter("visible", Visibility.PUBLIC)
                .getResultStream()
                .findFirst()
                .map(row -> new BoardMessage(
                        messageId, (Long) row[0], row[0] == null ? (String) row[2] : (String) row[1], (String) row[3]));
    }

    @Override
    public Optional<String> contactName(long contactId) {
        return em.createQuery("select c.name from Contact c where c.id = :id", String.class)
                .setParameter("id", contactId)
                .getResultStream()
                .findFirst();
    }
}
