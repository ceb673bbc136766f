package org.countersign.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.countersign.intake.model.IntakeOutcome;
import org.countersign.intake.model.Mailbox;
import org.countersign.intake.service.InboundFacts;
import org.countersign.intake.service.InboundRow;
import org.countersign.intake.service.IntakeViews;
import org.countersign.intake.service.MailboxRow;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.persistence.LikePattern;

/** {@link IntakeViews} in the database. */
@ApplicationScoped
public class JpaIntakeViews implements IntakeViews {

    private static final String ROW = "select new org.countersign.intake.service.InboundRow(m.id, m.receivedAt, m.source, b.address, m.sender,"
            + " m.senderName, m.senderProven, m.subject, m.sizeBytes, m.outcome, m.reason, t.number, m.decision)"
            + " from InboundMessage m left join Mailbox b on b.id = m.mailboxId left join Ticket t on t.id = m.ticketId";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<InboundRow> list(List<IntakeOutcome> outcomes, int limit, String after) {
        String where = outcomes.isEmpty() ? " where 1 = 1" : " where m.outcome in :outcomes";
        if (after != null) {
            where += " and (m.receivedAt < :afterTime or (m.receivedAt = :afterTime and m.id < :afterId))";
        }
        TypedQuery<InboundRow> query =
                em.createQuery(ROW + where + " order by m.receivedAt desc, m.id desc", InboundRow.class);
        if (!outcomes.isEmpty()) {
            query.setParameter("outcomes", outcomes);
        }
        if (after != null) {
            List<String> values = Cursor.parse(after, 2);
            try {
                query.setParameter("afterTime", Instant.parse(values.get(0)));
                query.setParameter("afterId", Long.parseLong(values.get(1)));
            } catch (DateTimeParseException | NumberFormatException e) {
                throw BusinessRuleViolation.invalid("after", "cursor-invalid");
            }
        }
        return query.setMaxResults(limit + 1).getResultList();
    }

    @Override
    public long count(List<IntakeOutcome> outcomes) {
        TypedQuery<Long> query = em.createQuery(
                "select count(m) from InboundMessage m" + (outcomes.isEmpty() ? "" : " where m.outcome in :outcomes"), Long.class);
        if (!outcomes.isEmpty()) {
            query.setParameter("outcomes", outcomes);
        }
        return query.getSingleResult();
    }

    @Override
    public Optional<InboundRow> row(long id) {
        return em.createQuery(ROW + " where m.id = :id", InboundRow.class).setParameter("id", id).getResultStream().findFirst();
    }

    @Override
    public Optional<InboundFacts> facts(long id) {
        return em.createQuery(
                        "select new org.countersign.intake.service.InboundFacts(m.detail, p.name, p.email, c.code, m.decisionReason,"
                                + " m.decidedBy, m.decidedAt) from InboundMessage m left join Contact p on p.id = m.contactId"
                                + " left join Mailbox b on b.id = m.mailboxId left join Contract c on c.id = b.contractId"
                                + " where m.id = :id",
                        InboundFacts.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<MailboxRow> mailboxes(String text, String afterAddress, int limit) {
        return em.createQuery(
                        "select b, c.code from Mailbox b join Contract c on c.id = b.contractId where b.address > :after"
                                + " and (b.address like :text or lower(b.displayName) like :text or lower(c.code) like :text)"
                                + " order by b.address",
                        Object[].class)
                .setParameter("text", LikePattern.containing(text))
                .setParameter("after", afterAddress == null ? "" : afterAddress)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> MailboxRow.of((Mailbox) row[0], (String) row[1]))
                .toList();
    }
}
