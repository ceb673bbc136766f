package org.countersign.notification.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.countersign.kernel.persistence.InstantConverter;
import org.countersign.notification.model.MailThread;
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
        MailThread.of(message.ticketId(), message.vendorCase(), message.recipient())
                .ifPresent(thread -> queued().putIfAbsent(thread, message.messageId()));
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
    public Map<MailThread, String> firstMessageIds(Collection<MailThread> threads) {
        Map<MailThread, String> first = new HashMap<>();
        addFirst(first, "ticketId", MailThread::ticketId, threads);
        addFirst(first, "vendorCase", MailThread::vendorCase, threads);
        threads.stream().filter(queued()::containsKey).forEach(thread -> first.putIfAbsent(thread, queued().get(thread)));
        return first;
    }

    /**
     * The query sees nothing of what is not written yet: if it did, all that the transaction has changed would be looked through for it. This
     * transaction's own mails are known otherwise.
     */
    private void addFirst(Map<MailThread, String> first, String subject, Function<MailThread, Object> about, Collection<MailThread> threads) {
        List<MailThread> wanted = threads.stream().filter(thread -> about.apply(thread) != null).toList();
        if (wanted.isEmpty()) {
            return;
        }
        em.createQuery(
                        "select m.ticketId, m.vendorCase, m.recipient, m.messageId from OutboxMessage m"
                                + " where m." + subject + " in :about and m.recipient in :recipients and not exists (select e.id from OutboxMessage e"
                                + " where e." + subject + " = m." + subject + " and e.recipient = m.recipient"
                                + " and (e.createdAt < m.createdAt or (e.createdAt = m.createdAt and e.id < m.id)))",
                        Object[].class)
                .setParameter("about", wanted.stream().map(about).distinct().toList())
                .setParameter("recipients", wanted.stream().map(MailThread::recipient).distinct().toList())
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .forEach(row -> first.put(new MailThread((Long) row[0], (String) row[1], (String) row[2]), (String) row[3]));
    }

    /** Message-IDs of the first mails that this transaction queued. */
    @SuppressWarnings("unchecked")
    private Map<MailThread, String> queued() {
        UnitOfWork work = em.unwrap(UnitOfWork.class);
        Map<MailThread, String> queued = (Map<MailThread, String>) work.getProperty(QUEUED);
        if (queued == null) {
            queued = new HashMap<>();
            work.setProperty(QUEUED, queued);
        }
        return queued;
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
