package org.countersign.ticket.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.countersign.customer.model.ContractTerms;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketAttachment;
import org.countersign.ticket.model.TicketMessage;
import org.countersign.ticket.model.TicketState;
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
    public Optional<Ticket> lock(String number) {
        return em.createQuery("select t from Ticket t where t.number = :number", Ticket.class)
                .setParameter("number", number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Ticket> lock(long id) {
        return em.createQuery("select t from Ticket t where t.id = :id", Ticket.class)
                .setParameter("id", id)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Ticket> behind(ContractTerms terms, long firstId, long lastId) {
        return withLogs(em.createQuery(
                        "select t from Ticket t where t.contractId = :contract and t.state in :open and t.id between :first and :last"
                                + " and (t.contractVersion <> :version or t.calendarRevision <> :revision) order by t.id",
                        Ticket.class)
                .setParameter("contract", terms.id())
                .setParameter("version", terms.version())
                .setParameter("revision", terms.calendarRevision())
                .setParameter("open", TicketState.OPEN)
                .setParameter("first", firstId)
                .setParameter("last", lastId));
    }

    @Override
    public List<long[]> openBlocks(long contractId, int size) {
        return blocks(size, last -> em.createQuery(
                        "select t.id from Ticket t where t.contractId = :contract and t.state in :open and t.id > :last order by t.id",
                        Long.class)
                .setParameter("contract", contractId)
                .setParameter("open", TicketState.OPEN)
                .setParameter("last", last));
    }

    @Override
    public List<Ticket> received(long contractId, Instant from, Instant to, long firstId, long lastId) {
        return withLogs(em.createQuery(
                        "select t from Ticket t where t.contractId = :contract and t.receivedAt >= :from and t.receivedAt < :to"
                                + " and t.id between :first and :last order by t.id",
                        Ticket.class)
                .setParameter("contract", contractId)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("first", firstId)
                .setParameter("last", lastId));
    }

    @Override
    public List<Ticket> solved(long contractId, Instant from, Instant until, long after, int limit) {
        return withLogs(em.createQuery(
                        "select t from Ticket t where t.contractId = :contract and t.resolvedAt >= :from and t.resolvedAt < :until"
                                + " and t.state in :solved and t.id > :after order by t.id",
                        Ticket.class)
                .setParameter("contract", contractId)
                .setParameter("from", from)
                .setParameter("until", until)
                .setParameter("solved", List.of(TicketState.RESOLVED, TicketState.CLOSED))
                .setParameter("after", after)
                .setMaxResults(limit));
    }

    @Override
    public List<long[]> receivedBlocks(long contractId, Instant from, Instant to, int size) {
        return blocks(size, last -> em.createQuery(
                        "select t.id from Ticket t where t.contractId = :contract and t.receivedAt >= :from and t.receivedAt < :to"
                                + " and t.id > :last order by t.id",
                        Long.class)
                .setParameter("contract", contractId)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("last", last));
    }

    /** @param idsAfter asks for the ids behind one, in order */
    private static List<long[]> blocks(int size, LongFunction<TypedQuery<Long>> idsAfter) {
        List<long[]> blocks = new ArrayList<>();
        long last = 0;
        while (true) {
            List<Long> ids = idsAfter.apply(last).setMaxResults(size).getResultList();
            if (ids.isEmpty()) {
                return blocks;
            }
            last = ids.get(ids.size() - 1);
            blocks.add(new long[] {ids.get(0), last});
        }
    }

    @Override
    public List<Ticket> lock(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        // Written by hand because the query language has no SKIP LOCKED; both databases have.
        String list = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
        List<Long> locked = new ArrayList<>();
        for (Object id : em.createNativeQuery("SELECT id FROM ticket WHERE id IN (" + list + ") ORDER BY id FOR UPDATE SKIP LOCKED")
                .getResultList()) {
            locked.add(((Number) id).longValue());
        }
        return locked.isEmpty()
                ? List.of()
                : em.createQuery("select t from Ticket t where t.id in :ids order by t.id", Ticket.class)
                        .setParameter("ids", locked)
                        .setHint("eclipselink.batch", "t.log")
                        .setHint("eclipselink.batch.type", "IN")
                        .getResultList();
    }

    @Override
    public List<Long> holdsEnded(Instant now, long after, int limit) {
        return em.createQuery("select t.id from Ticket t where t.holdUntil <= :now and t.id > :after order by t.id", Long.class)
                .setParameter("now", now)
                .setParameter("after", after)
                .setMaxResults(limit)
                .getResultList();
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

    /** Their logs by one statement more, however many they are. */
    private static List<Ticket> withLogs(TypedQuery<Ticket> query) {
        return query.setHint("eclipselink.batch", "t.log").setHint("eclipselink.batch.type", "IN").getResultList();
    }
}
