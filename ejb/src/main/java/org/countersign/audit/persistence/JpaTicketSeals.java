package org.countersign.audit.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonNumber;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.StringReader;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.countersign.audit.model.ChainLink;
import org.countersign.audit.model.EntryFacts;
import org.countersign.ticket.service.TicketSeals;

/** {@link TicketSeals} from the chains; one statement however many tickets, each link recomputed from what its entry says now. */
@ApplicationScoped
public class JpaTicketSeals implements TicketSeals {

    /** Found once: the static methods of {@code Json} search for it anew at every call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<Seal> of(Collection<String> tickets, Collection<String> actions) {
        return em.createQuery(
                        "select e.id, e.contractId, e.occurredAt, e.actor, e.address, e.action, e.subjectType, e.subjectId, e.facts,"
                                + " s.position, s.previousHash, s.hash, s.sealedAt from AuditEntry e left join AuditSeal s on s.entryId = e.id"
                                + " where e.subjectType = 'ticket' and e.subjectId in :tickets and e.action in :actions"
                                + " order by e.occurredAt, e.id",
                        Object[].class)
                .setParameter("tickets", tickets)
                .setParameter("actions", actions)
                .getResultStream()
                .map(JpaTicketSeals::seal)
                .toList();
    }

    private static Seal seal(Object[] row) {
        EntryFacts entry = new EntryFacts(
                (Long) row[0],
                (Long) row[1],
                (Instant) row[2],
                (String) row[3],
                (String) row[4],
                (String) row[5],
                (String) row[6],
                (String) row[7],
                (String) row[8]);
        Long position = (Long) row[9];
        boolean holds = position != null
                && new ChainLink(entry.contractId(), position, entry.id(), (String) row[10], (String) row[11], (Instant) row[12]).holds(entry);
        return new Seal(
                entry.subjectId(),
                entry.action(),
                overtaking(entry.facts()),
                entry.occurredAt(),
                position,
                (String) row[11],
                (Instant) row[12],
                holds);
    }

    private static Long overtaking(String facts) {
        try (JsonReader reader = JSON.createReader(new StringReader(facts))) {
            JsonValue id = reader.readObject().get("overtaking");
            return id instanceof JsonNumber number ? Long.valueOf(number.longValue()) : null;
        }
    }
}
