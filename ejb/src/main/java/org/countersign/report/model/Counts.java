package org.countersign.report.model;

/** Guards of the figures: a negative count is a mistake of the program, never of a person. */
final class Counts {

    private Counts() {
    }

    static void requireNotNegative(long... counts) {
        for (long count : counts) {
            if (count < 0) {
                throw new IllegalArgumentException("negative count " + count);
            }
        }
    }
}
