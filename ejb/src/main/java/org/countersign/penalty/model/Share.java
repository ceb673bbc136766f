package org.countersign.penalty.model;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A part of a whole, exactly: the time a service was up, the targets that were met. Of nothing, everything is there.
 *
 * @param part at most {@code whole}
 */
public record Share(long part, long whole) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int DECIMALS_SHOWN = 4;

    public Share {
        if (part < 0 || part > whole) {
            throw new IllegalArgumentException(part + " is no part of " + whole);
        }
    }

    /** Whether it is less than so many percent, with nothing rounded. */
    public boolean isBelow(BigDecimal percent) {
        return whole > 0 && HUNDRED.multiply(BigDecimal.valueOf(part)).compareTo(percent.multiply(BigDecimal.valueOf(whole))) < 0;
    }

    /** To be read by people: with four decimals. Nothing is decided by it. */
    public BigDecimal percent() {
        return whole == 0
                ? HUNDRED.setScale(DECIMALS_SHOWN)
                : HUNDRED.multiply(BigDecimal.valueOf(part)).divide(BigDecimal.valueOf(whole), DECIMALS_SHOWN, RoundingMode.HALF_UP);
    }
}
