package org.countersign.quality.service;

import java.time.Instant;
import org.countersign.quality.model.Aql;
import org.countersign.quality.model.InspectionLevel;
import org.countersign.quality.model.LotVerdict;
import org.countersign.quality.model.SamplingPlan;
import org.countersign.quality.model.SamplingScheme;

/**
 * One lot with everything its page says.
 *
 * @param periodFrom first instant of the lot's week
 * @param periodUntil end of the week, or when it was cut off
 * @param settledVerdict what no further review can change: the verdict, or that the rejection number is reached; else {@code null}
 * @param drawnFor who or what asked for the draw
 */
public record LotDetails(
        LotRow lot,
        SamplingScheme scheme,
        InspectionLevel level,
        Aql aql,
        SamplingPlan plan,
        Instant periodFrom,
        Instant periodUntil,
        String populationHash,
        String seed,
        String method,
        String drawnFor,
        LotVerdict settledVerdict) {}
