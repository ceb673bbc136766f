package org.countersign.rota.service;

import java.time.Instant;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rota.model.RotaFault;

/** A place at which a plan could not be kept, with the refusal that it would meet. */
public record RotaProblem(RotaFault.Kind kind, Instant from, Instant until, BusinessRuleViolation refusal) {}
