package org.countersign.quality.model;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.countersign.kernel.BusinessRuleViolation;

/**
 * Acceptance quality limit: the worst process average that is still tolerable when a continuing series of lots is submitted
 * (ISO 2859-1:1999). One of the 26 preferred values that head the columns of the master tables, tightest first. Up
 * to 10 the unit is percent nonconforming, or nonconformities per 100 items; above 10 it is nonconformities per 100 items
 * only.
 */
public enum Aql {
    AQL_0_010("0.010"), AQL_0_015("0.015"), AQL_0_025("0.025"), AQL_0_040("0.040"), AQL_0_065("0.065"),
    AQL_0_10("0.10"), AQL_0_15("0.15"), AQL_0_25("0.25"), AQL_0_40("0.40"), AQL_0_65("0.65"), AQL_1_0("1.0"),
    AQL_1_5("1.5"), AQL_2_5("2.5"), AQL_4_0("4.0"), AQL_6_5("6.5"), AQL_10("10"), AQL_15("15"), AQL_25("25"),
    AQL_40("40"), AQL_65("65"), AQL_100("100"), AQL_150("150"), AQL_250("250"), AQL_400("400"), AQL_650("650"),
    AQL_1000("1000");

    private static final Pattern PLAIN_NUMBER = Pattern.compile("[0-9]{1,4}(\\.[0-9]{1,6})?");

    private final String label;
    private final BigDecimal value;

    Aql(String label) {
        this.label = label;
        this.value = new BigDecimal(label);
    }

    /**
     * The limit a person or another system names. Trailing zeros do not matter: {@code 1}, {@code 1.0} and {@code 1.00} are
     * the same limit. A value between two columns is refused, never rounded: that would change what was agreed.
     *
     * @throws BusinessRuleViolation {@code unknown-aql}, with the text given and the 26 limits allowed
     */
    public static Aql of(String text) {
        if (text != null && PLAIN_NUMBER.matcher(text).matches()) {
            BigDecimal number = new BigDecimal(text);
            for (Aql aql : values()) {
                if (aql.value.compareTo(number) == 0) {
                    return aql;
                }
            }
        }
        throw BusinessRuleViolation.invalid("aql", "unknown-aql", String.valueOf(text),
                Arrays.stream(values()).map(Aql::label).collect(Collectors.joining(", ")));
    }

    /** The limit as the standard prints it, e.g. {@code 0.010}, {@code 1.0} or {@code 1000}. */
    public String label() {
        return label;
    }

    /** The limit as a number, in percent nonconforming or nonconformities per 100 items. */
    public BigDecimal value() {
        return value;
    }

    /** Whether the limit has a meaning for nonconformities per 100 items only, not for percent nonconforming. */
    public boolean countsNonconformitiesOnly() {
        return value.compareTo(BigDecimal.TEN) > 0;
    }

    /** The next tighter limit, the left neighbour in the tables; empty for the tightest. */
    public Optional<Aql> oneStepTighter() {
        return ordinal() == 0 ? Optional.empty() : Optional.of(values()[ordinal() - 1]);
    }

    @Override
    public String toString() {
        return label;
    }
}
