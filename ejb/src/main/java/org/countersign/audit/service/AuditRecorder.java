package org.countersign.audit.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.Map;
import org.countersign.audit.model.AuditEntry;
import org.countersign.audit.model.AuditTrail;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.DomainEvent;

/** Writes every domain event into the audit trail, inside the transaction that fired it. */
@ApplicationScoped
public class AuditRecorder {

    /** Found once: the static methods of {@code Json} search for it anew at every call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @Inject
    private AuditTrail trail;

    @Inject
    private Clock clock;

    void record(@Observes DomainEvent event) {
        trail.add(new AuditEntry(
                event.contractId() == null ? AuditEntry.SYSTEM_CHAIN : event.contractId(),
                clock.instant(),
                CallContext.actor(),
                CallContext.address(),
                event.action(),
                event.subjectType(),
                event.subjectId(),
                json(event.facts())));
    }

    private static String json(Map<String, Object> facts) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        facts.forEach((name, value) -> {
            if (value == null) {
                object.addNull(name);
            } else if (value instanceof Boolean flag) {
                object.add(name, flag);
            } else if (value instanceof Number number) {
                object.add(name, new BigDecimal(number.toString()));
            } else {
                object.add(name, value.toString());
            }
        });
        return object.build().toString();
    }
}
