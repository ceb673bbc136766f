package org.countersign.ticket.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketAttachment;
import org.countersign.ticket.model.TicketMessage;
import org.countersign.ticket.model.Tickets;

/** {@link Tickets} in the database. */
@ApplicationScoped
public class JpaTickets implements Tickets {

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(Ticket ticket) {
        em.persist(ticket);
        ticket.numbered();
    }

    @Override
    public Optional<Ticket> byNumber(String number) {
        return em.createQuery("select t from Ticket t where t.number = :number", Ticket.class)
                .setParameter("number", number)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Ticket> byId(long id) {
        return Optional.ofNullable(em.find(Ticket.class, id));
    }

    @Override
    public void add(TicketMessage message) {
        em.persist(message);
    }

    @Override
    public void add(TicketAttachment attachment) {
        em.persist(attachment);
    }

    @Override
    public Optional<TicketAttachment> attachment(long ticketId, long attachmentId) {
        return em.createQuery("select a from TicketAttachment a where a.id = :id and a.ticketId = :ticket", TicketAttachment.class)
                .setParameter("id", attachmentId)
                .setParameter("ticket", ticketId)
                .getResultStream()
                .findFirst();
    }

    @Override
    public long attachedBytes(long ticketId) {
        Long sum = em.createQuery("select sum(a.sizeBytes) from TicketAttachment a where a.ticketId = :ticket", Long.class)
                .setParameter("ticket", ticketId)
                .getSingleResult();
        return sum == null ? 0 : sum;
    }

    @Override
    public void flush() {
        em.flush();
    }
}
