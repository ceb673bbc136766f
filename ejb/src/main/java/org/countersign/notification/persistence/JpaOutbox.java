package org.countersign.notification.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.kernel.persistence.InstantConverter;
import org.countersign.notification.model.Outbox;
import org.countersign.notification.model.OutboxMessage;
import org.eclipse.persistence.sessions.UnitOfWork;

/** {@link Outbox} in the database. */
@ApplicationScoped
public class JpaOutbox implements Outbox {

    // Written by hand because the query language has no SKIP LOCKED; both databases have.
    private static final String DUE = "SELECT id FROM outbox_message WHERE state = 'PENDING' AND next_attempt_at <= ?1"
            + " ORDER BY created_at, id LIMIT ?2 FOR UPDATE SKIP LOCKED";

    /** Under this name the persistence context of a transaction keeps what was queued in it. */
    private static final String QUEUED = JpaOutbox.class.getName() + ".queued";

    private static final InstantConverter INSTANTS = new InstantConverter();

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(OutboxMessage message) {
        em.persist(message);
        Stream.of(message.ticketId(), message.vendorCase())
                .filter(Objects::nonNull)
                .forEach(about -> queued().putIfAbsent(new Mail(about, message.recipient()), message.messageId()));
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
        return first("m.ticketId", ticketId, recipient);
    }

    @Override
    public Optional<String> firstMessageId(String vendorCase, String recipient) {
        return first("m.vendorCase", vendorCase, recipient);
    }

    /**
     * Whoever escalates fifty tickets and tells of each would have all of them looked through for changes before each of these queries, if it
     * saw what is not written yet. So it does not, and this transaction's own mails are known otherwise.
     */
    private Optional<String> first(String subject, Object about, String recipient) {
        return em.createQuery(
                        "select m.messageId from OutboxMessage m where " + subject + " = :about and m.recipient = :recipient"
                                + " order by m.createdAt, m.id",
                        String.class)
                .setParameter("about", about)
                .setParameter("recipient", recipient)
                .setMaxResults(1)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst()
                .or(() -> Optional.ofNullable(queued().get(new Mail(about, recipient))));
    }

    /** Message-IDs of the first mails that this transaction queued. */
    @SuppressWarnings("unchecked")
    private Map<Mail, String> queued() {
        UnitOfWork work = em.unwrap(UnitOfWork.class);
        Map<Mail, String> queued = (Map<Mail, String>) work.getProperty(QUEUED);
        if (queued == null) {
            queued = new HashMap<>();
            work.setProperty(QUEUED, queued);
        }
        return queued;
    }

    /** What mails to one address are about: the id of a ticket, or the number of a vendor case. */
    private record Mail(Object about, String recipient) {}

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
