package org.countersign.quality.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.quality.model.Finding;
import org.countersign.quality.model.InspectionLot;

/** Read-only projections of lots; each answers with one statement, however many rows it shows. */
public interface QualityViews {

    /** Lots, latest first, one row beyond {@code limit} when there is more; {@code before} is the id of the row before, or {@code null}. */
    List<LotRow> lots(LotFilter filter, int limit, Long before);

    Optional<LotRow> lot(long lotId);

    Optional<InspectionLot> drawn(long lotId);

    /** The drawn tickets in the order of drawing. */
    List<LotSample.Item> sample(long lotId);

    /** The numbers of the lot's tickets in the order of their positions. */
    List<String> population(long lotId);

    Optional<ReviewFacts> review(long reviewId);

    /** In the order of the checklist. */
    List<Finding> findings(long reviewId);

    /** What a review's page says beside the ticket and the findings. */
    record ReviewFacts(
            long lotId, String contract, String week, int order, int sampleSize, long ticketId, String reviewer, Instant givenAt) {}
}
