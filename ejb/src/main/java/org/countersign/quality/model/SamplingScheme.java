package org.countersign.quality.model;

import org.countersign.kernel.BusinessRuleViolation;

/**
 * Which standard's tables and switching rules apply. The two agree in normal inspection and in all but one cell of tightened
 * inspection; they differ in reduced inspection and in how it is reached and left.
 */
public enum SamplingScheme {
    /** ISO 2859-1:1999, the default. */
    ISO_2859_1("ISO-2859-1"),
    /** MIL-STD-105E, the same plans as ANSI/ASQ Z1.4. */
    MIL_STD_105E("MIL-STD-105E");

    /** The scheme that applies where nothing else was agreed. */
    public static final SamplingScheme DEFAULT = ISO_2859_1;

    private final String label;

    SamplingScheme(String label) {
        this.label = label;
    }

    /**
     * The scheme another system names.
     *
     * @param label {@code ISO-2859-1} or {@code MIL-STD-105E}
     * @throws BusinessRuleViolation {@code unknown-sampling-scheme}
     */
    public static SamplingScheme of(String label) {
        for (SamplingScheme scheme : values()) {
            if (scheme.label.equals(label)) {
                return scheme;
            }
        }
        throw BusinessRuleViolation.invalid("scheme", "unknown-sampling-scheme", String.valueOf(label),
                "ISO-2859-1, MIL-STD-105E");
    }

    /** The name of the standard, e.g. {@code ISO-2859-1}. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }
}
