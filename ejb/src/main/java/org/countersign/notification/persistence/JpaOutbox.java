package org.countersign.notification.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.kernel.persistence.InstantConverter;
import org.countersign.notification.model.Outbox;
import org.countersign.notification.model.OutboxMessage;

/** {@link Outbox} in the database. */
@ApplicationScoped
public class JpaOutbox implements Outbox {

    // Written by hand because the query language has no SKIP LOCKED; both databases have.
    private static final String DUE = "SELECT id FROM outbox_message WHERE state = 'PENDING' AND next_attempt_at <= ?1"
            + " ORDER BY created_at, id LIMIT ?2 FOR UPDATE SKIP LOCKED";

    private static final InstantConverter INSTANTS = new InstantConverter();

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(OutboxMessage message) {
        em.persist(message);
    }

    @Override
    public Optional<OutboxMessage> byId(long id) {
        return Optional.ofNullable(em.find(OutboxMessage.class, id));
    }

    @Override
    public boolean holds(String dedupeKey, String recipient) {
        return !em.createQuery(
                        "select m.id from OutboxMessage m where m.dedupeKey = :key and m.recipient = :recipient", Long.class)
                .setParameter("key", dedupeKey)
                .setParameter("recipient", recipient)
                .getResultList()
                .isEmpty();
    }

    @Override
    public Optional<String> firstMessageId(long ticketId, String recipient) {
        return em.createQuery(
                        "select m.messageId from OutboxMessage m where m.ticketId = :ticket and m.recipient = :recipient"
                                + " order by m.createdAt, m.id",
                        String.class)
                .setParameter("ticket", ticketId)
                .setParameter("recipient", recipient)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<String> firstMessageId(String vendorCase, String recipient) {
        return em.createQuery(
                        "select m.messageId from OutboxMessage m where m.vendorCase = :about and m.recipient = :recipient"
                                + " order by m.createdAt, m.id",
                        String.class)
                .setParameter("about", vendorCase)
                .setParameter("recipient", recipient)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<OutboxMessage> claim(String claim, Instant now, Instant until, int limit) {
        List<Long> ids = new ArrayList<>();
        for (Object id : em.createNativeQuery(DUE)
                .setParameter(1, INSTANTS.convertToDatabaseColumn(now))
                .setParameter(2, limit)
                .getResultList()) {
            ids.add(((Number) id).longValue());
        }
        if (ids.isEmpty()) {
            return List.of();
        }
        List<OutboxMessage> messages = em.createQuery(
                        "select m from OutboxMessage m where m.id in :ids order by m.createdAt, m.id", OutboxMessage.class)
                .setParameter("ids", ids)
                .getResultList();
        messages.forEach(message -> {
            // The mail is read after this transaction has ended. Loading it later than the claim would undo the claim: what is loaded late
            // comes with the whole row as it was.
            message.attachment();
            message.claim(claim, until);
        });
        return messages;
    }
}
