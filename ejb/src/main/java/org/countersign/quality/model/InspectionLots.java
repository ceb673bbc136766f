package org.countersign.quality.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.countersign.kernel.IsoWeek;

/** The inspection lots with their samples and reviews. */
public interface InspectionLots {

    /**
     * Keeps a drawn lot with its population and its sample.
     *
     * @param tickets ids of the population's tickets by number
     * @return the sample in the order of drawing
     */
    List<SampledTicket> add(InspectionLot lot, Population population, Map<String, Long> tickets);

    Optional<InspectionLot> find(long contractId, IsoWeek week);

    Optional<InspectionLot> byId(long lotId);

    /** The contract's lot of the latest week before {@code week}. */
    Optional<InspectionLot> latestBefore(long contractId, IsoWeek week);

    /** The tickets that are in the contract's lots of the week {@code from} and of later weeks. */
    Set<Long> ticketsInLotsFrom(long contractId, IsoWeek from);

    /** The decided lots before {@code week} that were inspected under the same terms, oldest week first. */
    List<InspectedLot> seriesBefore(LotTerms terms, IsoWeek week);

    Optional<SampledTicket> sampled(long reviewId);

    Optional<QualityReview> review(long reviewId);

    /** The lot's count of reviews, locked until the end of the transaction and read afresh. */
    LotProgress lockProgress(long lotId);

    void add(QualityReview review, List<Finding> findings);

    void add(LotDecision decision);
}
