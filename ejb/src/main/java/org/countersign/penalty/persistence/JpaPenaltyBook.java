package org.countersign.penalty.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.penalty.model.PenaltyBook;
import org.countersign.penalty.model.PenaltyEntry;
import org.countersign.penalty.model.PenaltyMonth;
import org.countersign.penalty.model.PenaltyStep;

/** {@link PenaltyBook} in the database. */
@ApplicationScoped
public class JpaPenaltyBook implements PenaltyBook {

    /** Of an entry {@code e}, that {@code s} is its last step. */
    static final String LAST_STEP =
            "s.ordinal = (select max(later.ordinal) from PenaltyStep later where later.entryId = e.id)";

    private static final Jsonb JSON = JsonbBuilder.create();

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(PenaltyMonth month) {
        em.persist(month);
        em.flush();
    }

    @Override
    public Optional<PenaltyMonth> month(long contractId, YearMonth month) {
        return query(contractId, month).getResultStream().findFirst();
    }

    @Override
    public List<PenaltyMonth> months(long contractId, Collection<YearMonth> months) {
        return em.createQuery("select m from PenaltyMonth m where m.contractId = :contract and m.month in :months", PenaltyMonth.class)
                .setParameter("contract", contractId)
                .setParameter("months", months.stream().map(YearMonth::toString).toList())
                .getResultList();
    }

    @Override
    public Optional<PenaltyMonth> lock(long contractId, YearMonth month) {
        return query(contractId, month).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
    }

    private TypedQuery<PenaltyMonth> query(long contractId, YearMonth month) {
        return em.createQuery("select m from PenaltyMonth m where m.contractId = :contract and m.month = :month", PenaltyMonth.class)
                .setParameter("contract", contractId)
                .setParameter("month", month.toString());
    }

    @Override
    public PenaltyMonth lockMonthOf(PenaltyEntry entry) {
        return em.find(PenaltyMonth.class, entry.monthId(), LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public void add(PenaltyEntry entry) {
        em.persist(entry);
    }

    @Override
    public void add(PenaltyStep step) {
        em.persist(step);
    }

    @Override
    public Optional<PenaltyEntry> entry(long id) {
        return Optional.ofNullable(em.find(PenaltyEntry.class, id));
    }

    @Override
    public PenaltyStep lastStep(long entryId) {
        return em.createQuery("select s from PenaltyStep s where s.entryId = :entry order by s.ordinal desc", PenaltyStep.class)
                .setParameter("entry", entryId)
                .setMaxResults(1)
                .getSingleResult();
    }

    @Override
    public Set<String> subjects(long monthId, String clause) {
        return em
                .createQuery("select e.subject from PenaltyEntry e where e.monthId = :month and e.clause = :clause", String.class)
                .setParameter("month", monthId)
                .setParameter("clause", clause)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    @Override
    public Set<String> owing(long contractId, String clause, Collection<String> tickets) {
        return em
                .createQuery(
                        "select e.subject from PenaltyEntry e where e.contractId = :contract and e.clause = :clause"
                                + " and e.subject in :tickets",
                        String.class)
                .setParameter("contract", contractId)
                .setParameter("clause", clause)
                .setParameter("tickets", tickets)
                .getResultStream()
                .collect(Collectors.toSet());
    }

    @Override
    public BigDecimal owed(long monthId) {
        BigDecimal sum = em.createQuery(
                        "select sum(s.amount) from PenaltyEntry e join PenaltyStep s on s.entryId = e.id where e.monthId = :month and "
                                + LAST_STEP,
                        BigDecimal.class)
                .setParameter("month", monthId)
                .getSingleResult();
        return sum == null ? BigDecimal.ZERO : sum;
    }

    @Override
    public String print(Map<String, Object> calculation) {
        return JSON.toJson(calculation);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> calculation(String text) {
        return JSON.fromJson(text, Map.class);
    }

    @Override
    public void flush() {
        em.flush();
    }
}
