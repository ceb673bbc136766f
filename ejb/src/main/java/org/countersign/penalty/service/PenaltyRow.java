package org.countersign.penalty.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.countersign.customer.model.PenaltyMeasure;
import org.countersign.penalty.model.PenaltyState;

/**
 * An entry of the ledger as lists show it.
 *
 * @param amount after the last step
 * @param proposed as it was proposed first
 * @param step number of the last step, which a decision names
 * @param calculation what explains the amount that was proposed first
 */
public record PenaltyRow(
        long id,
        String contract,
        String month,
        String clause,
        PenaltyMeasure measure,
        String subject,
        PenaltyState state,
        BigDecimal amount,
        BigDecimal proposed,
        String currency,
        int step,
        Instant createdAt,
        Instant stateSince,
        Map<String, Object> calculation) {}
