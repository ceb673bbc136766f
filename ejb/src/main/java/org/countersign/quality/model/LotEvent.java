package org.countersign.quality.model;

import org.countersign.kernel.BusinessRuleViolation;

/**
 * What a person recorded beside a lot and the switching rules ask for. Steadiness and approval are never inferred from
 * counts. An event that finds nothing to act on changes nothing: a resumption while inspection goes on, or a denial while
 * reduced inspection is not due.
 */
public enum LotEvent {
    /** Nothing: production is steady, and reduced inspection is approved if it becomes due. */
    NONE("none"),
    /** Before this lot the authority agreed that discontinued inspection resumes. */
    RESUME("resume"),
    /** The responsible authority does not want reduced inspection to begin after this lot. */
    DENY_REDUCED("deny_reduced"),
    /** Production was irregular or delayed at this lot: reduced inspection does not begin, or ends. */
    IRREGULAR("irregular");

    private final String label;

    LotEvent(String label) {
        this.label = label;
    }

    /**
     * The event another system names.
     *
     * @param label {@code resume}, {@code deny_reduced} or {@code irregular}; {@code null} or {@code none} for none
     * @throws BusinessRuleViolation {@code unknown-lot-event}
     */
    public static LotEvent of(String label) {
        if (label == null) {
            return NONE;
        }
        for (LotEvent event : values()) {
            if (event.label.equals(label)) {
                return event;
            }
        }
        throw BusinessRuleViolation.invalid("event", "unknown-lot-event", label, "resume, deny_reduced, irregular");
    }

    /** The event as the API names it, e.g. {@code deny_reduced}. */
    public String label() {
        return label;
    }
}
