package org.countersign.penalty.service;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * What a month of a contract comes to.
 *
 * @param assessedAt when it was last looked at; {@code null} while it was not, with all that follows from it
 * @param contractVersion by which it was assessed
 * @param base the month's fee
 * @param cap the most that it may come to, or {@code null}
 * @param owed what its entries come to
 * @param agreed what of that the customer agreed to
 */
public record PenaltyMonthView(
        String contract,
        String month,
        Instant assessedAt,
        Integer contractVersion,
        String currency,
        BigDecimal base,
        BigDecimal cap,
        BigDecimal owed,
        BigDecimal agreed) {}
