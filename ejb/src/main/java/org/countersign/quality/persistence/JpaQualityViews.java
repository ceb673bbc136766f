package org.countersign.quality.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.Finding;
import org.countersign.quality.model.InspectionLot;
import org.countersign.quality.model.InspectionRegime;
import org.countersign.quality.model.LotState;
import org.countersign.quality.model.LotVerdict;
import org.countersign.quality.model.ReviewFinding;
import org.countersign.quality.service.LotFilter;
import org.countersign.quality.service.LotRow;
import org.countersign.quality.service.LotSample;
import org.countersign.quality.service.QualityViews;

/** {@link QualityViews} in the database. */
@ApplicationScoped
public class JpaQualityViews implements QualityViews {

    private static final String ROWS = "select l.id, c.code, c.name, o.name, l.week, d.verdict, l.regime, l.lotSize, l.sampleSize,"
            + " l.accept, l.reject, p.reviewed, p.nonconforming, l.cutOffAt, l.drawnAt, d.decidedAt from InspectionLot l"
            + " join Contract c on c.id = l.contractId join Organisation o on o.id = c.organisationId"
            + " join LotProgress p on p.lotId = l.id left join LotDecision d on d.lotId = l.id where 1 = 1";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<LotRow> lots(LotFilter filter, int limit, Long before) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        StringBuilder where = new StringBuilder();
        if (filter.contract() != null) {
            where.append(" and c.code = :contract");
            parameters.put("contract", filter.contract());
        }
        if (filter.week() != null) {
            where.append(" and l.week = :week");
            parameters.put("week", filter.week().toString());
        }
        if (filter.state() != null) {
            where.append(filter.state() == LotState.DECIDED ? " and d.lotId is not null" : " and d.lotId is null");
        }
        if (before != null) {
            where.append(" and l.id < :before");
            parameters.put("before", before);
        }
        TypedQuery<Object[]> query = em.createQuery(ROWS + where + " order by l.id desc", Object[].class);
        parameters.forEach(query::setParameter);
        return query.setMaxResults(limit + 1).getResultStream().map(JpaQualityViews::row).toList();
    }

    @Override
    public Optional<LotRow> lot(long lotId) {
        return em.createQuery(ROWS + " and l.id = :id", Object[].class)
                .setParameter("id", lotId)
                .getResultStream()
                .findFirst()
                .map(JpaQualityViews::row);
    }

    private static LotRow row(Object[] row) {
        LotVerdict verdict = (LotVerdict) row[5];
        return new LotRow(
                (Long) row[0],
                (String) row[1],
                (String) row[2],
                (String) row[3],
                IsoWeek.parse((String) row[4]),
                verdict == null ? LotState.DRAWN : LotState.DECIDED,
                verdict == null ? LotVerdict.UNDECIDED : verdict,
                (InspectionRegime) row[6],
                (Integer) row[7],
                (Integer) row[8],
                (Integer) row[9],
                (Integer) row[10],
                (Integer) row[11],
                (Integer) row[12],
                (Instant) row[13],
                (Instant) row[14],
                (Instant) row[15]);
    }

    @Override
    public Optional<InspectionLot> drawn(long lotId) {
        return Optional.ofNullable(em.find(InspectionLot.class, lotId));
    }

    @Override
    public List<LotSample.Item> sample(long lotId) {
        return em
                .createQuery(
                        "select s.id, s.drawOrder, s.lotPosition, s.ticketNumber, t.summary, q.nonconformities, a.displayName, q.givenAt"
                                + " from SampledTicket s join Ticket t on t.id = s.ticketId left join QualityReview q on q.id = s.id"
                                + " left join Account a on a.id = q.reviewerId where s.lotId = :lot order by s.drawOrder",
                        Object[].class)
                .setParameter("lot", lotId)
                .getResultStream()
                .map(row -> new LotSample.Item(
                        (Long) row[0],
                        (Integer) row[1],
                        (Integer) row[2],
                        (String) row[3],
                        (String) row[4],
                        row[7] != null,
                        (Integer) row[5],
                        (String) row[6],
                        (Instant) row[7]))
                .toList();
    }

    @Override
    public List<String> population(long lotId) {
        return em.createQuery("select m.ticketNumber from LotMember m where m.lotId = :lot order by m.lotPosition", String.class)
                .setParameter("lot", lotId)
                .getResultList();
    }

    @Override
    public Optional<ReviewFacts> review(long reviewId) {
        return em.createQuery(
                        "select s.lotId, c.code, l.week, s.drawOrder, l.sampleSize, s.ticketId, a.displayName, q.givenAt from SampledTicket s"
                                + " join InspectionLot l on l.id = s.lotId join Contract c on c.id = l.contractId"
                                + " left join QualityReview q on q.id = s.id left join Account a on a.id = q.reviewerId"
                                + " where s.id = :id",
                        Object[].class)
                .setParameter("id", reviewId)
                .getResultStream()
                .findFirst()
                .map(row -> new ReviewFacts(
                        (Long) row[0],
                        (String) row[1],
                        (String) row[2],
                        (Integer) row[3],
                        (Integer) row[4],
                        (Long) row[5],
                        (String) row[6],
                        (Instant) row[7]));
    }

    @Override
    public List<Finding> findings(long reviewId) {
        return em.createQuery("select f from ReviewFinding f where f.reviewId = :review", ReviewFinding.class)
                .setParameter("review", reviewId)
                .getResultStream()
                .map(ReviewFinding::finding)
                .sorted(Comparator.comparing(Finding::characteristic))
                .toList();
    }
}
