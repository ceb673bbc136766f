package org.countersign.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countersign.intake.model.DedupeKey;
import org.countersign.intake.model.InboundMessage;
import org.countersign.intake.model.InboundMessages;
import org.countersign.intake.model.IntakeOutcome;

/** {@link InboundMessages} in the database. */
@ApplicationScoped
public class JpaInboundMessages implements InboundMessages {

    // Written by hand because the query language has no SKIP LOCKED; both databases have.
    private static final String LOCK = "SELECT id FROM inbound_message WHERE id = ?1 FOR UPDATE";

    private static final Set<IntakeOutcome> ANSWERED =
            EnumSet.of(IntakeOutcome.TICKET_CREATED, IntakeOutcome.HELD_UNAUTHORISED, IntakeOutcome.HELD_INCOMPLETE);

    @PersistenceContext
    private EntityManager em;

    @Override
    public boolean add(InboundMessage message) {
        em.persist(message);
        try {
            em.flush();
            return true;
        } catch (PersistenceException e) {
            if (isUniqueViolation(e)) {
                return false;
            }
            throw e;
        }
    }

    static boolean isUniqueViolation(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause() == cause ? null : cause.getCause()) {
            if (cause instanceof SQLException sql && "23505".equals(sql.getSQLState())) {
                return true;
            }
            if (cause instanceof SQLException sql && sql.getNextException() != null && sql.getNextException() != sql.getCause()) {
                if (isUniqueViolation(sql.getNextException())) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public Optional<InboundMessage> byId(long id) {
        return Optional.ofNullable(em.find(InboundMessage.class, id));
    }

    @Override
    public Optional<InboundMessage> lock(long id) {
        return locked(LOCK, id);
    }

    @Override
    public Optional<InboundMessage> lockUnlessLocked(long id) {
        return locked(LOCK + " SKIP LOCKED", id);
    }

    private Optional<InboundMessage> locked(String sql, long id) {
        if (em.createNativeQuery(sql).setParameter(1, id).getResultList().isEmpty()) {
            return Optional.empty();
        }
        InboundMessage message = em.find(InboundMessage.class, id);
        // Somebody may have changed it between an earlier look of this transaction and the lock.
        em.refresh(message);
        return Optional.of(message);
    }

    @Override
    public Optional<Long> idByKey(Long mailboxId, DedupeKey key) {
        return em.createQuery(
                        "select m.id from InboundMessage m where m.dedupeScope = :scope and m.dedupeKey = :key", Long.class)
                .setParameter("scope", InboundMessage.scope(mailboxId))
                .setParameter("key", key.value())
                .getResultStream()
                .findFirst();
    }

    @Override
    public long messagesOf(String sender, boolean proven, Instant since) {
        return em.createQuery(
                        "select count(m) from InboundMessage m where m.sender = :sender and m.receivedAt > :since"
                                + " and m.senderProven = :proven and m.outcome is not null",
                        Long.class)
                .setParameter("sender", sender)
                .setParameter("since", since)
                .setParameter("proven", proven)
                .getSingleResult();
    }

    @Override
    public long reportsOf(String sender, Instant since) {
        return em.createQuery(
                        "select count(m) from InboundMessage m where m.sender = :sender and m.receivedAt > :since and m.outcome in :answered",
                        Long.class)
                .setParameter("sender", sender)
                .setParameter("since", since)
                .setParameter("answered", ANSWERED)
                .getSingleResult();
    }

    @Override
    public long reportsOf(String sender, String topic, Instant since) {
        return em.createQuery(
                        "select count(m) from InboundMessage m where m.sender = :sender and m.receivedAt > :since"
                                + " and m.outcome in :answered and m.topic = :topic",
                        Long.class)
                .setParameter("sender", sender)
                .setParameter("since", since)
                .setParameter("answered", ANSWERED)
                .setParameter("topic", topic)
                .getSingleResult();
    }

    @Override
    public List<Long> unprocessed(Instant before, int limit) {
        return em.createQuery(
                        "select m.id from InboundMessage m where m.outcome is null and m.receivedAt < :before"
                                + " order by m.receivedAt, m.id",
                        Long.class)
                .setParameter("before", before)
                .setMaxResults(limit)
                .getResultList();
    }
}
