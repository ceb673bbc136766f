package org.countersign.quality.service;

import java.time.Instant;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.InspectionRegime;
import org.countersign.quality.model.LotState;
import org.countersign.quality.model.LotVerdict;

/**
 * One lot in a list.
 *
 * @param contract the contract's code
 * @param reviewed tickets of the sample reviewed so far
 * @param nonconforming nonconforming ones among them
 * @param verdict {@link LotVerdict#UNDECIDED} until the last review
 */
public record LotRow(
        long id,
        String contract,
        String contractName,
        String organisation,
        IsoWeek week,
        LotState state,
        LotVerdict verdict,
        InspectionRegime regime,
        int lotSize,
        int sampleSize,
        int accept,
        int reject,
        int reviewed,
        int nonconforming,
        Instant cutOffAt,
        Instant drawnAt,
        Instant decidedAt) {}
