package org.countersign.penalty.service;

import java.util.List;

/**
 * An entry with all its steps, oldest first.
 *
 * @param mayDecide whether the caller may agree or dispute now
 * @param maySettle whether the caller may answer a dispute now
 */
public record PenaltyDetails(PenaltyRow entry, List<PenaltyStepView> steps, boolean mayDecide, boolean maySettle) {}
