package org.countersign.vendor.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.kernel.persistence.InstantConverter;
import org.countersign.ticket.service.OpenVendorCases;
import org.countersign.vendor.model.VendorCase;
import org.countersign.vendor.model.VendorCaseState;
import org.countersign.vendor.model.VendorCases;

/** {@link VendorCases} in the database, and what tickets ask about them. */
@ApplicationScoped
public class JpaVendorCases implements VendorCases, OpenVendorCases {

    // Written by hand because the query language has no SKIP LOCKED; both databases have. Three statements, because not both lock the rows
    // of two tables in one: what is due, its tickets, and then the cases that are still due.
    private static final String TICKETS_TO_CHASE = "SELECT ticket_id FROM vendor_case WHERE chase_at <= ?1 ORDER BY chase_at, id LIMIT ?2";
    private static final String LOCK_TICKETS = "SELECT id FROM ticket WHERE id IN (%s) ORDER BY id FOR UPDATE SKIP LOCKED";
    private static final String TO_CHASE = "SELECT id FROM vendor_case WHERE chase_at <= ?1 AND ticket_id IN (%s)"
            + " ORDER BY chase_at, id LIMIT ?2 FOR UPDATE SKIP LOCKED";

    private static final InstantConverter INSTANTS = new InstantConverter();

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(VendorCase vendorCase) {
        em.persist(vendorCase);
        vendorCase.numbered();
    }

    @Override
    public Optional<VendorCase> byNumber(String number) {
        return byNumberQuery(number).getResultStream().findFirst();
    }

    @Override
    public List<VendorCase> referredToIn(String text, String vendorEmail, int limit) {
        return em.createQuery(
                        "select c from VendorCase c join Vendor v on v.id = c.vendorId where v.email = :email and c.reference is not null"
                                + " and locate(lower(c.reference), :text) > 0 order by c.id desc",
                        VendorCase.class)
                .setParameter("email", vendorEmail)
                .setParameter("text", text)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Optional<VendorCase> lock(String number) {
        return byNumberQuery(number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true)
                .getResultStream()
                .findFirst();
    }

    private TypedQuery<VendorCase> byNumberQuery(String number) {
        return em.createQuery("select c from VendorCase c where c.number = :number", VendorCase.class).setParameter("number", number);
    }

    @Override
    public List<VendorCase> ofTicket(long ticketId) {
        return withEntries(em.createQuery("select c from VendorCase c where c.ticketId = :ticket order by c.id", VendorCase.class)
                .setParameter("ticket", ticketId));
    }

    @Override
    public List<VendorCase> lockRunning(long ticketId) {
        return em.createQuery(
                        "select c from VendorCase c where c.ticketId = :ticket and c.state in :running order by c.id", VendorCase.class)
                .setParameter("ticket", ticketId)
                .setParameter("running", VendorCaseState.RUNNING)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true)
                .getResultList();
    }

    @Override
    public Optional<Instant> runningSince(long ticketId) {
        return em.createQuery(
                        "select c.openedAt from VendorCase c where c.ticketId = :ticket and c.state in :running order by c.openedAt, c.id",
                        Instant.class)
                .setParameter("ticket", ticketId)
                .setParameter("running", VendorCaseState.RUNNING)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<String> openOf(long ticketId) {
        return em.createQuery(
                        "select c.number from VendorCase c where c.ticketId = :ticket and c.state in :running order by c.id", String.class)
                .setParameter("ticket", ticketId)
                .setParameter("running", VendorCaseState.RUNNING)
                .getResultList();
    }

    @Override
    public List<VendorCase> running(String calendar) {
        return withEntries(em.createQuery(
                        "select c from VendorCase c where c.calendar = :calendar and c.state in :running order by c.id", VendorCase.class)
                .setParameter("calendar", calendar)
                .setParameter("running", VendorCaseState.RUNNING));
    }

    @Override
    public List<VendorCase> claimToChase(Instant now, int limit) {
        List<Long> due = ids(due(TICKETS_TO_CHASE, now, limit));
        List<Long> tickets = due.isEmpty() ? due : ids(em.createNativeQuery(LOCK_TICKETS.formatted(list(due))));
        List<Long> ids = tickets.isEmpty() ? tickets : ids(due(TO_CHASE.formatted(list(tickets)), now, limit));
        if (ids.isEmpty()) {
            return List.of();
        }
        return withEntries(em.createQuery("select c from VendorCase c where c.id in :ids order by c.chaseAt, c.id", VendorCase.class)
                .setParameter("ids", ids));
    }

    private Query due(String sql, Instant now, int limit) {
        return em.createNativeQuery(sql).setParameter(1, INSTANTS.convertToDatabaseColumn(now)).setParameter(2, limit);
    }

    private static List<Long> ids(Query query) {
        List<Long> ids = new ArrayList<>();
        for (Object id : query.getResultList()) {
            ids.add(((Number) id).longValue());
        }
        return ids;
    }

    private static String list(List<Long> ids) {
        return ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    @Override
    public void flush() {
        em.flush();
    }

    private static List<VendorCase> withEntries(TypedQuery<VendorCase> query) {
        return query.setHint("eclipselink.batch", "c.entries").setHint("eclipselink.batch.type", "IN").getResultList();
    }
}
