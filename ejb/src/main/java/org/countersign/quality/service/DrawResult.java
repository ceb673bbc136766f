package org.countersign.quality.service;

import java.time.Instant;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.DrawOutcome;

/**
 * What came of the wish to draw a week's lot.
 *
 * @param lotId the lot, or {@code null} when there is none
 * @param lotSize tickets in the lot
 * @param sampleSize tickets drawn from it
 * @param cutOffAt when the week was cut off because it was still running, or {@code null}
 */
public record DrawResult(
        DrawOutcome outcome, String contract, IsoWeek week, Long lotId, int lotSize, int sampleSize, Instant cutOffAt) {}
