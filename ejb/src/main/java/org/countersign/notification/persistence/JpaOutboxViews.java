package org.countersign.notification.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.notification.model.OutboxState;
import org.countersign.notification.service.OutboxDetails;
import org.countersign.notification.service.OutboxRow;
import org.countersign.notification.service.OutboxViews;
import org.countersign.notification.service.VendorMail;

/** {@link OutboxViews} in the database. */
@ApplicationScoped
public class JpaOutboxViews implements OutboxViews {

    private static final String ROW = "select new org.countersign.notification.service.OutboxRow(m.id, m.state, m.template, m.recipient,"
            + " m.subject, t.number, m.attempts, m.createdAt, m.nextAttemptAt, m.sentAt, m.lastError)"
            + " from OutboxMessage m left join Ticket t on t.id = m.ticketId where 1 = 1";

    private static final String DETAILS = "select new org.countersign.notification.service.OutboxDetails(m.id, m.state, m.template,"
            + " m.messageId, m.sender, m.senderName, m.recipient, m.recipientName, m.replyTo, m.inReplyTo, m.language, m.subject, m.body,"
            + " m.attachmentName, m.attachmentType, c.code, t.number, m.attempts, m.createdAt, m.nextAttemptAt, m.giveUpAt, m.sentAt,"
            + " m.lastError) from OutboxMessage m left join Ticket t on t.id = m.ticketId left join Contract c on c.id = m.contractId"
            + " where m.id = :id";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<OutboxRow> list(OutboxState state, int limit, Instant beforeAt, Long beforeId) {
        String where = (state == null ? "" : " and m.state = :state")
                + (beforeAt == null ? "" : " and (m.createdAt < :beforeAt or (m.createdAt = :beforeAt and m.id < :beforeId))");
        TypedQuery<OutboxRow> query = em.createQuery(ROW + where + " order by m.createdAt desc, m.id desc", OutboxRow.class);
        if (state != null) {
            query.setParameter("state", state);
        }
        if (beforeAt != null) {
            query.setParameter("beforeAt", beforeAt).setParameter("beforeId", beforeId);
        }
        return query.setMaxResults(limit + 1).getResultList();
    }

    @Override
    public Optional<OutboxDetails> find(long id) {
        return em.createQuery(DETAILS, OutboxDetails.class).setParameter("id", id).getResultStream().findFirst();
    }

    @Override
    public List<VendorMail> ofVendorCases(Collection<String> numbers) {
        return em.createQuery(
                        "select new org.countersign.notification.service.VendorMail(m.id, m.dedupeKey, m.state, m.sentAt)"
                                + " from OutboxMessage m where m.vendorCase in :numbers order by m.createdAt, m.id",
                        VendorMail.class)
                .setParameter("numbers", numbers)
                .getResultList();
    }

    @Override
    public Map<OutboxState, Long> counts() {
        Map<OutboxState, Long> counts = new EnumMap<>(OutboxState.class);
        em.createQuery("select m.state, count(m) from OutboxMessage m group by m.state", Object[].class)
                .getResultList()
                .forEach(row -> counts.put((OutboxState) row[0], (Long) row[1]));
        return counts;
    }
}
