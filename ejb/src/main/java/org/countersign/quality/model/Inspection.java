package org.countersign.quality.model;

import org.countersign.kernel.BusinessRuleViolation;

/** Severity of inspection; the {@link SwitchingRules} say which one the next lot gets. */
public enum Inspection {
    /** The inspection a series of lots begins with. */
    NORMAL,
    /** Harder to pass at the same AQL; after lots that were not accepted. */
    TIGHTENED,
    /** A smaller sample; after a run of good lots, steady production and approval. */
    REDUCED;

    /**
     * The inspection another system names.
     *
     * @throws BusinessRuleViolation {@code unknown-inspection} unless {@code name} is the name of a constant
     */
    public static Inspection of(String name) {
        for (Inspection inspection : values()) {
            if (inspection.name().equals(name)) {
                return inspection;
            }
        }
        throw BusinessRuleViolation.invalid("inspection", "unknown-inspection", String.valueOf(name),
                "NORMAL, TIGHTENED, REDUCED");
    }
}
