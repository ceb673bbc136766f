package org.countersign.customer.model;

import java.util.List;
import org.countersign.kernel.BusinessRuleViolation;

/** What a contract can agree about the inspection of lots: the levels and limits that ISO 2859-1 knows, as it prints them. */
public final class SamplingTerms {

    public static final List<String> LEVELS = List.of("S-1", "S-2", "S-3", "S-4", "I", "II", "III");

    public static final List<String> LIMITS = List.of(
            "0.010", "0.015", "0.025", "0.040", "0.065", "0.10", "0.15", "0.25", "0.40", "0.65", "1.0", "1.5", "2.5", "4.0", "6.5", "10",
            "15", "25", "40", "65", "100", "150", "250", "400", "650", "1000");

    private SamplingTerms() {}

    /** @throws BusinessRuleViolation {@code unknown-inspection-level}, {@code unknown-aql} */
    public static void require(String level, String aql) {
        if (level == null || !LEVELS.contains(level)) {
            throw BusinessRuleViolation.invalid(
                    "inspectionLevel", "unknown-inspection-level", String.valueOf(level), String.join(", ", LEVELS));
        }
        if (aql == null || !LIMITS.contains(aql)) {
            throw BusinessRuleViolation.invalid("aql", "unknown-aql", String.valueOf(aql), String.join(", ", LIMITS));
        }
    }
}
