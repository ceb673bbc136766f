package org.countersign.penalty.model;

import java.math.BigDecimal;
import org.countersign.customer.model.PenaltyTerms;

/** What is left of the most that a month may come to; it is used up in the order in which amounts are taken. */
public final class MonthCap {

    private final BigDecimal most;
    private BigDecimal owed;

    /** @param owed what the month comes to already */
    public MonthCap(PenaltyTerms terms, BigDecimal owed) {
        this.most = terms.cap() == null ? null : terms.money(terms.cap());
        this.owed = owed;
    }

    /**
     * Takes an amount, or what is left for it.
     *
     * @return what is owed of it, perhaps nothing
     */
    public BigDecimal take(BigDecimal calculated) {
        BigDecimal left = most == null ? calculated : most.subtract(owed).max(BigDecimal.ZERO);
        BigDecimal amount = calculated.min(left);
        owed = owed.add(amount);
        return amount;
    }

    /** The most that the month may come to, or {@code null} where nothing limits it. */
    public BigDecimal most() {
        return most;
    }

    public BigDecimal owed() {
        return owed;
    }
}
