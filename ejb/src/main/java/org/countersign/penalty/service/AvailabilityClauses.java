package org.countersign.penalty.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.customer.model.AvailabilityTarget;
import org.countersign.customer.model.PenaltyAmount;
import org.countersign.customer.model.PenaltyClause;
import org.countersign.customer.model.PenaltyTier;
import org.countersign.penalty.model.Availability;
import org.countersign.penalty.model.Downtime;
import org.countersign.penalty.model.Outages;

/** Clauses about the availability of services: one entry for each service that stayed below. */
@ApplicationScoped
class AvailabilityClauses {

    /** Spans that a calculation lists; beyond, it says how many there are. */
    private static final int MOST_SPANS = 500;

    @Inject
    private Outages outages;

    void propose(PenaltyClause clause, ServiceMonth month, Proposals proposals) {
        for (AvailabilityTarget target : month.terms().agreement().availability()) {
            if ((clause.service() == null || target.isFor(clause.service())) && !proposals.has(clause, target.service())) {
                propose(clause, target, month, proposals);
            }
        }
    }

    private void propose(PenaltyClause clause, AvailabilityTarget target, ServiceMonth month, Proposals proposals) {
        List<Downtime> downtimes = outages.downtimes(month.terms().id(), target.service(), month.from(), month.until());
        Availability availability =
                Availability.of(target, month.terms().calendar(), month.from(), month.until(), downtimes, month.until());
        Optional<PenaltyTier> tier = clause.tier(availability.share()::isBelow);
        PenaltyAmount each = clause.perBreach() != null && availability.isMissed() ? clause.perBreach() : null;
        if (tier.isEmpty() && each == null) {
            return;
        }
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
        tier.ifPresent(of -> facts.put("tierBelow", of.below().toPlainString()));
        proposals.add(clause, target.service(), tier.map(PenaltyTier::credit).orElse(each), facts);
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
