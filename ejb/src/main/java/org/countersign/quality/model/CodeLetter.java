package org.countersign.quality.model;

import org.countersign.kernel.BusinessRuleViolation;

/**
 * Sample size code letter: it names a row of the master tables. The standard leaves out I and O. {@link #S} is no letter of
 * any lot size; it exists in tightened inspection only, where an arrow leads to it.
 */
public enum CodeLetter {
    A, B, C, D, E, F, G, H, J, K, L, M, N, P, Q, R, S;

    /** Upper ends, inclusive, of the lot size ranges; the last range is open. */
    private static final long[] LOT_SIZE_UP_TO = {8, 15, 25, 50, 90, 150, 280, 500, 1_200, 3_200, 10_000, 35_000, 150_000,
            500_000, Long.MAX_VALUE};

    /**
     * The code letter of a lot. The standard's ranges begin at 2; a lot of one item takes the letter of the first range, and
     * is inspected whole in any case.
     *
     * @param lotSize number of items in the lot, at least 1
     * @throws BusinessRuleViolation {@code nothing-to-inspect} if the lot is empty
     */
    public static CodeLetter of(long lotSize, InspectionLevel level) {
        if (lotSize < 1) {
            throw BusinessRuleViolation.invalid("lotSize", "nothing-to-inspect", String.valueOf(lotSize));
        }
        int range = 0;
        while (lotSize > LOT_SIZE_UP_TO[range]) {
            range++;
        }
        return level.letterOfRange(range);
    }
}
