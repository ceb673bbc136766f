package org.countersign.audit.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.interceptor.ExcludeDefaultInterceptors;
import java.time.Clock;
import java.util.stream.Collectors;
import org.countersign.audit.model.CallRefused;
import org.countersign.audit.model.RefusalLimit;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.DomainEvent;

/**
 * Records refused calls in a transaction of its own, because that of the call is rolled back. Services are watched by
 * {@link AuditedRefusals}; the web layer records what never reached a service, such as a missing role.
 */
@Stateless
@PermitAll
@ExcludeDefaultInterceptors
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RefusalRecorder {

    // Of this node, like the calls that it counts.
    private static final RefusalLimit LIMIT = new RefusalLimit();

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Records that a call of the current {@link CallContext} was refused; at most {@value RefusalLimit#A_MINUTE} a minute for each actor.
     *
     * @param call what was called, e.g. {@code GET /api/v1/outbox}
     * @param rule e.g. {@code forbidden}
     * @param about what it was about, or {@code null}
     */
    public void record(String call, String rule, String about) {
        // People are limited one by one, those who are not signed in by where they call from.
        LIMIT.admit(CallContext.actor() + " " + CallContext.address(), clock.instant())
                .ifPresent(unrecorded -> events.fire(new CallRefused(call, rule, about == null ? "" : about, unrecorded)));
    }

    /** {@link #record(String, String, String)} of a rule and what its text speaks of. */
    public void record(String call, BusinessRuleViolation violation) {
        record(
                call,
                violation.code(),
                violation.arguments().stream().map(String::valueOf).collect(Collectors.joining(" ")));
    }
}
