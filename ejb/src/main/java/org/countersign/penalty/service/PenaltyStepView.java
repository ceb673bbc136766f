package org.countersign.penalty.service;

import java.math.BigDecimal;
import java.time.Instant;
import org.countersign.penalty.model.PenaltyState;

/**
 * One step of an entry.
 *
 * @param by the name of the contact or of the manager; {@code null} for the assessment
 */
public record PenaltyStepView(int step, PenaltyState state, BigDecimal amount, String by, String reason, Instant at) {}
