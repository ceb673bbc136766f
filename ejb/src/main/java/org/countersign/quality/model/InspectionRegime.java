package org.countersign.quality.model;

import java.util.Optional;

/** What is in force for the next lot of a series: a severity of inspection, or none because inspection was discontinued. */
public enum InspectionRegime {
    NORMAL(Inspection.NORMAL),
    TIGHTENED(Inspection.TIGHTENED),
    REDUCED(Inspection.REDUCED),
    /**
     * Acceptance under this standard has stopped: five lots were not accepted in one sequence of tightened inspection. It
     * resumes, tightened, once corrective action was taken and the responsible authority agrees.
     */
    DISCONTINUED(null);

    private final Inspection inspection;

    InspectionRegime(Inspection inspection) {
        this.inspection = inspection;
    }

    /** The severity in force; empty while inspection is discontinued. */
    public Optional<Inspection> inspection() {
        return Optional.ofNullable(inspection);
    }
}
