package org.countersign.penalty.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.customer.model.AvailabilityTarget;
import org.countersign.customer.model.PenaltyClause;
import org.countersign.penalty.model.Availability;
import org.countersign.penalty.model.Downtimes;
import org.countersign.penalty.model.Outages;

/** Clauses about the availability of services: one entry for each service that stayed below. */
@ApplicationScoped
class AvailabilityClauses {

    /** Spans that a calculation lists; beyond, it says how many there are. */
    private static final int MOST_SPANS = 500;

    @Inject
    private Outages outages;

    void propose(PenaltyClause clause, ServiceMonth month, Proposals proposals) {
        Downtimes downtimes = outages.downtimes(month.terms().id(), month.from(), month.until());
        for (AvailabilityTarget target : month.terms().agreement().availability()) {
            if (!proposals.has(clause, target.service())) {
                Availability availability = month.availability(target, month.terms().calendar(), downtimes);
                availability.owedBy(clause).ifPresent(owed -> proposals.add(clause, target.service(), owed, facts(clause, availability)));
            }
        }
    }

    private static Map<String, Object> facts(PenaltyClause clause, Availability availability) {
        AvailabilityTarget target = availability.target();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("service", target.service());
        facts.put("target", target.target().toPlainString());
        facts.put("measured", target.measured().name());
        facts.put("measuredTime", availability.measured().toString());
        facts.put("excludedTime", availability.excluded().toString());
        facts.put("downTime", availability.down().toString());
        facts.put("availability", availability.share().percent().toPlainString());
        facts.put("spans", availability.spans().stream().limit(MOST_SPANS).map(AvailabilityClauses::span).toList());
        facts.put("spansCounted", availability.spans().size());
        clause.tier(availability.share()::isBelow).ifPresent(tier -> facts.put("tierBelow", tier.below().toPlainString()));
        return facts;
    }

    private static Map<String, Object> span(Availability.Span span) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("from", span.from().toString());
        map.put("until", span.until().toString());
        map.put("effect", span.effect().name());
        if (span.cause() != null) {
            map.put("because", span.cause().name());
        }
        map.put("outages", span.outages());
        return map;
    }
}
