package org.countersign.penalty.service;

import java.math.BigDecimal;

/**
 * What the assessment of a month came to.
 *
 * @param added entries that it added
 * @param owed what the month comes to now; {@code null} where nothing was assessed
 * @param currency {@code null} where nothing was assessed
 */
public record AssessedMonth(Outcome outcome, int added, BigDecimal owed, String currency) {

    /** How it went. */
    public enum Outcome {
        ASSESSED,
        /** The contract agrees on no penalties for the month. */
        NONE_AGREED,
        /** A month is assessed when it is over. */
        STILL_RUNNING
    }

    static AssessedMonth not(Outcome outcome) {
        return new AssessedMonth(outcome, 0, null, null);
    }
}
