package org.countersign.quality.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.Finding;
import org.countersign.quality.model.InspectedLot;
import org.countersign.quality.model.InspectionLot;
import org.countersign.quality.model.InspectionLots;
import org.countersign.quality.model.LotDecision;
import org.countersign.quality.model.LotMember;
import org.countersign.quality.model.LotProgress;
import org.countersign.quality.model.LotTerms;
import org.countersign.quality.model.Population;
import org.countersign.quality.model.QualityReview;
import org.countersign.quality.model.ReviewFinding;
import org.countersign.quality.model.SampledTicket;

/** {@link InspectionLots} in the database. */
@ApplicationScoped
public class JpaInspectionLots implements InspectionLots {

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<SampledTicket> add(InspectionLot lot, Population population, Map<String, Long> tickets) {
        em.persist(lot);
        // The rows refer to each other by plain ids, of which the provider does not see the order.
        em.flush();
        List<LotMember> members = LotMember.of(lot, population, tickets);
        members.forEach(em::persist);
        em.persist(new LotProgress(lot.id()));
        em.flush();
        List<SampledTicket> sample = SampledTicket.of(lot, members);
        sample.forEach(em::persist);
        em.flush();
        return sample;
    }

    @Override
    public Optional<InspectionLot> find(long contractId, IsoWeek week) {
        return em.createQuery(
                        "select l from InspectionLot l where l.contractId = :contract and l.week = :week", InspectionLot.class)
                .setParameter("contract", contractId)
                .setParameter("week", week.toString())
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<InspectionLot> byId(long lotId) {
        return Optional.ofNullable(em.find(InspectionLot.class, lotId));
    }

    @Override
    public Optional<InspectionLot> latestBefore(long contractId, IsoWeek week) {
        return em.createQuery(
                        "select l from InspectionLot l where l.contractId = :contract and l.week < :week order by l.week desc",
                        InspectionLot.class)
                .setParameter("contract", contractId)
                .setParameter("week", week.toString())
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Set<Long> ticketsInLotsFrom(long contractId, IsoWeek from) {
        return new HashSet<>(em.createQuery(
                        "select m.ticketId from LotMember m join InspectionLot l on l.id = m.lotId"
                                + " where l.contractId = :contract and l.week >= :week",
                        Long.class)
                .setParameter("contract", contractId)
                .setParameter("week", from.toString())
                .getResultList());
    }

    @Override
    public List<InspectedLot> seriesBefore(LotTerms terms, IsoWeek week) {
        return em
                .createQuery(
                        "select l.lotSize, d.nonconforming from InspectionLot l join LotDecision d on d.lotId = l.id"
                                + " where l.contractId = :contract and l.week < :week and l.level = :level and l.aql = :aql"
                                + " and l.scheme = :scheme order by l.week",
                        Object[].class)
                .setParameter("contract", terms.contractId())
                .setParameter("week", week.toString())
                .setParameter("level", terms.level().label())
                .setParameter("aql", terms.aql().label())
                .setParameter("scheme", terms.scheme())
                .getResultStream()
                .map(row -> new InspectedLot((Integer) row[0], (Integer) row[1]))
                .toList();
    }

    @Override
    public Optional<SampledTicket> sampled(long reviewId) {
        return Optional.ofNullable(em.find(SampledTicket.class, reviewId));
    }

    @Override
    public Optional<QualityReview> review(long reviewId) {
        return Optional.ofNullable(em.find(QualityReview.class, reviewId));
    }

    @Override
    public LotProgress lockProgress(long lotId) {
        return em.find(LotProgress.class, lotId, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public void add(QualityReview review, List<Finding> findings) {
        em.persist(review);
        em.flush();
        findings.forEach(finding -> em.persist(new ReviewFinding(review.id(), finding)));
    }

    @Override
    public void add(LotDecision decision) {
        em.persist(decision);
    }
}
