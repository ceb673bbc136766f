package org.countersign.ticket.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.persistence.LikePattern;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Visibility;
import org.countersign.ticket.service.AttachmentRow;
import org.countersign.ticket.service.BoardEntry;
import org.countersign.ticket.service.ResolutionEntry;
import org.countersign.ticket.service.TicketFilter;
import org.countersign.ticket.service.TicketRow;
import org.countersign.ticket.service.TicketViews;

/** {@link TicketViews} in the database. */
@ApplicationScoped
public class JpaTicketViews implements TicketViews {

    private static final String ROW = "select new org.countersign.ticket.service.TicketRow(t.id, t.number, t.kind, t.state, t.priority,"
            + " t.level, c.code, o.name, t.summary, a.name, a.displayName, t.receivedAt, t.responseDue, t.respondedAt, t.resolutionDue,"
            + " t.resolvedAt, t.updatedAt, t.dueOrder, t.category)";

    private static final String FROM = " from Ticket t join Contract c on c.id = t.contractId join Organisation o on o.id = t.organisationId"
            + " left join Account a on a.id = t.assigneeId where 1 = 1";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<TicketRow> list(TicketFilter filter, Long organisationId, int limit, String after) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        String where = where(filter, organisationId, parameters);
        TicketFilter.Sort sort = filter.sort() == null ? TicketFilter.Sort.CREATED : filter.sort();
        String order =
                switch (sort) {
                    case DUE -> {
                        if (after != null) {
                            where += " and (t.dueOrder > :afterValue or (t.dueOrder = :afterValue and t.id > :afterId))";
                        }
                        yield " order by t.dueOrder, t.id";
                    }
                    case CREATED -> {
                        if (after != null) {
                            where += " and t.id > :afterId";
                        }
                        yield " order by t.id";
                    }
                    case UPDATED -> {
                        if (after != null) {
                            where += " and (t.updatedAt < :afterValue or (t.updatedAt = :afterValue and t.id < :afterId))";
                        }
                        yield " order by t.updatedAt desc, t.id desc";
                    }
                };
        if (after != null) {
            putCursor(sort, after, parameters);
        }
        TypedQuery<TicketRow> query = em.createQuery(ROW + FROM + where + order, TicketRow.class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit + 1).getResultList();
    }

    private static void putCursor(TicketFilter.Sort sort, String after, Map<String, Object> parameters) {
        if (sort == TicketFilter.Sort.CREATED) {
            parameters.put("afterId", Cursor.parseLong(after));
            return;
        }
        List<String> values = Cursor.parse(after, 2);
        try {
            parameters.put("afterValue", Instant.parse(values.get(0)));
            parameters.put("afterId", Long.parseLong(values.get(1)));
        } catch (DateTimeParseException | NumberFormatException e) {
            throw BusinessRuleViolation.invalid("after", "cursor-invalid");
        }
    }

    @Override
    public long count(TicketFilter filter, Long organisationId) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        TypedQuery<Long> query =
                em.createQuery("select count(t)" + FROM + where(filter, organisationId, parameters), Long.class);
        parameters.forEach(query::setParameter);
        return query.getSingleResult();
    }

    private static String where(TicketFilter filter, Long organisationId, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder();
        if (organisationId != null) {
            where.append(" and t.organisationId = :ownOrganisation");
            parameters.put("ownOrganisation", organisationId);
        }
        if (filter.states() != null && !filter.states().isEmpty()) {
            whereState(where, Set.copyOf(filter.states()), parameters);
        }
        if (filter.level() != null) {
            where.append(" and t.level = :level");
            parameters.put("level", filter.level());
        }
        if (filter.queue() != null) {
            int slash = filter.queue().lastIndexOf('/');
            where.append(" and c.code = :queueContract and t.level = :queueLevel");
            parameters.put("queueContract", slash < 0 ? filter.queue() : filter.queue().substring(0, slash));
            parameters.put("queueLevel", level(filter.queue().substring(slash + 1)));
        }
        if ("-".equals(filter.assignee())) {
            where.append(" and t.assigneeId is null");
        } else if (filter.assignee() != null) {
            where.append(" and t.assigneeId = (select x.id from Account x where x.name = :assignee)");
            parameters.put("assignee", filter.assignee());
        }
        if (filter.organisation() != null) {
            where.append(" and o.code = :organisation");
            parameters.put("organisation", filter.organisation());
        }
        if (filter.contract() != null) {
            where.append(" and c.code = :contract");
            parameters.put("contract", filter.contract());
        }
        if (filter.category() != null) {
            where.append(" and t.category = :category");
            parameters.put("category", filter.category());
        }
        if (filter.dueBefore() != null) {
            where.append(" and t.dueOrder < :dueBefore");
            parameters.put("dueBefore", filter.dueBefore());
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            where.append(" and (t.number = :number or lower(t.summary) like :text or lower(t.description) like :text)");
            String text = filter.text().strip();
            parameters.put("number", text.toUpperCase(Locale.ROOT));
            parameters.put("text", LikePattern.containing(text));
        }
        return where.toString();
    }

    /** Indexes end in the order by due instant, in which the ended tickets, which are most, come last: for open ones they are not looked at. */
    private static void whereState(StringBuilder where, Set<TicketState> states, Map<String, Object> parameters) {
        if (TicketState.OPEN.containsAll(states)) {
            where.append(" and t.dueOrder < :ended");
            parameters.put("ended", Ticket.ENDED_ORDER);
        }
        if (!states.equals(Set.copyOf(TicketState.OPEN))) {
            where.append(" and t.state in :states");
            parameters.put("states", states);
        }
    }

    private static SupportLevel level(String text) {
        try {
            return SupportLevel.valueOf(text);
        } catch (IllegalArgumentException e) {
            throw BusinessRuleViolation.invalid("queue", "queue-unknown", text);
        }
    }

    @Override
    public Optional<Facts> facts(Ticket ticket) {
        return em.createQuery(
                        "select c.code, c.name, o.name, r.name, r.email, a.name, a.displayName, m.name, m.displayName, p.displayName,"
                                + " s.name, d.number"
                                + " from Ticket t join Contract c on c.id = t.contractId join Organisation o on o.id = t.organisationId"
                                + " left join Contact r on r.id = t.contactId left join Account a on a.id = t.assigneeId"
                                + " left join Account m on m.id = t.managerId"
                                + " left join Resolution n on n = t.resolution left join Account p on p.id = n.proposedById"
                                + " left join Acceptance x on x = t.acceptance left join Contact s on s.id = x.contactId"
                                + " left join Ticket d on d.id = t.duplicateOfId where t.id = :id",
                        Object[].class)
                .setParameter("id", ticket.id())
                .getResultStream()
                .findFirst()
                .map(row -> new Facts(
                        (String) row[0],
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (String) row[4],
                        (String) row[5],
                        (String) row[6],
                        (String) row[7],
                        (String) row[8],
                        (String) row[9],
                        (String) row[10],
                        (String) row[11]));
    }

    @Override
    public List<BoardEntry> board(long ticketId, boolean internalToo, int limit, Long before) {
        TypedQuery<Object[]> query = em.createQuery(
                        "select m.id, a.displayName, c.name, m.visibility, m.channel, m.text, m.postedAt from TicketMessage m"
                                + " left join Account a on a.id = m.authorId left join Contact c on c.id = m.contactId"
                                + " where m.ticketId = :ticket and m.visibility in :visible and m.id < :before order by m.id desc",
                        Object[].class)
                .setParameter("ticket", ticketId)
                .setParameter("visible", internalToo ? List.of(Visibility.values()) : List.of(Visibility.PUBLIC))
                .setParameter("before", before == null ? Long.MAX_VALUE : before)
                .setMaxResults(limit);
        return query.getResultStream()
                .map(row -> new BoardEntry(
                        (Long) row[0],
                        row[1] != null ? (String) row[1] : (String) row[2],
                        row[1] == null,
                        (Visibility) row[3],
                        (org.countersign.ticket.model.Channel) row[4],
                        (String) row[5],
                        (Instant) row[6]))
                .toList();
    }

    @Override
    public List<ResolutionEntry> resolutions(long ticketId) {
        return em.createQuery(
                        "select new org.countersign.ticket.service.ResolutionEntry(r.ordinal, r.text, a.displayName, r.proposedAt, c.name,"
                                + " r.rejectedAt, r.rejection) from Resolution r join Account a on a.id = r.proposedById"
                                + " left join Contact c on c.id = r.rejectedById where r.ticketId = :ticket order by r.ordinal",
                        ResolutionEntry.class)
                .setParameter("ticket", ticketId)
                .getResultList();
    }

    @Override
    public List<AttachmentRow> attachments(long ticketId) {
        return em.createQuery(
                        "select new org.countersign.ticket.service.AttachmentRow(a.id, a.name, a.mediaType, a.sizeBytes, a.sha256,"
                                + " a.attachedAt) from TicketAttachment a where a.ticketId = :ticket order by a.id",
                        AttachmentRow.class)
                .setParameter("ticket", ticketId)
                .getResultList();
    }

    @Override
    public Map<Long, Long> workload(Collection<Long> accountIds) {
        return em.createQuery(
                        "select t.assigneeId, count(t) from Ticket t where t.assigneeId in :accounts and t.dueOrder < :ended"
                                + " and t.state in :states group by t.assigneeId",
                        Object[].class)
                .setParameter("accounts", accountIds)
                .setParameter("ended", Ticket.ENDED_ORDER)
                .setParameter("states", List.of(TicketState.NEW, TicketState.IN_PROGRESS, TicketState.ON_HOLD))
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }
}
