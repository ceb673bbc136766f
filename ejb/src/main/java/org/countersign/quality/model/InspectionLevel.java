package org.countersign.quality.model;

import java.util.Arrays;
import java.util.stream.Collectors;

import org.countersign.kernel.BusinessRuleViolation;

/**
 * How much inspection a lot of a given size deserves: the relation between lot size and sample size. Level II is the usual
 * one, I and III discriminate less and more, and the special levels S-1 to S-4 are for samples that must stay small.
 * Switching between normal, tightened and reduced inspection never changes the level.
 *
 * <p>Each level carries its column of the table of sample size code letters, one letter per lot size range of
 * {@link CodeLetter#of}. Source: ISO 2859-1:1999 table 1 = MIL-STD-105E table I = ANSI/ASQ Z1.4 table I, which are
 * identical; transcribed and confirmed against four independent copies.
 */
public enum InspectionLevel {
    S_1("S-1", "AAAABBBBCCCCDDD"),
    S_2("S-2", "AAABBBCCCDDDEEE"),
    S_3("S-3", "AABBCCDDEEFFGGH"),
    S_4("S-4", "AABCCDEEFGGHJJK"),
    I("I", "AABCCDEFGHJKLMN"),
    II("II", "ABCDEFGHJKLMNPQ"),
    III("III", "BCDEFGHJKLMNPQR");

    private final String label;
    private final String letters;

    InspectionLevel(String label, String letters) {
        this.label = label;
        this.letters = letters;
    }

    /**
     * The level a person or another system names.
     *
     * @param label as the standard prints it, e.g. {@code S-3} or {@code II}
     * @throws BusinessRuleViolation {@code unknown-inspection-level}, with the text given and the levels allowed
     */
    public static InspectionLevel of(String label) {
        for (InspectionLevel level : values()) {
            if (level.label.equals(label)) {
                return level;
            }
        }
        throw BusinessRuleViolation.invalid("level", "unknown-inspection-level", String.valueOf(label),
                Arrays.stream(values()).map(InspectionLevel::label).collect(Collectors.joining(", ")));
    }

    /** The level as the standard prints it, e.g. {@code S-3} or {@code II}. */
    public String label() {
        return label;
    }

    CodeLetter letterOfRange(int range) {
        return CodeLetter.valueOf(letters.substring(range, range + 1));
    }

    @Override
    public String toString() {
        return label;
    }
}
