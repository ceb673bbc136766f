package org.countersign.quality.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.Aql;
import org.countersign.quality.model.DrawOutcome;
import org.countersign.quality.model.InspectionHistory;
import org.countersign.quality.model.InspectionLevel;
import org.countersign.quality.model.InspectionLot;
import org.countersign.quality.model.InspectionLots;
import org.countersign.quality.model.InspectionRegime;
import org.countersign.quality.model.LotPeriod;
import org.countersign.quality.model.LotTerms;
import org.countersign.quality.model.Population;
import org.countersign.quality.model.QualityEvent.LotDrawn;
import org.countersign.quality.model.SampledTicket;
import org.countersign.quality.model.SamplingScheme;
import org.countersign.ticket.service.ClosedTicket;
import org.countersign.ticket.service.ClosedTickets;

/**
 * Draws the weekly lots.
 *
 * <p>A lot holds the tickets of its contract that closed in its week, and those of the week of the lot before that this lot missed: it
 * was cut off while the week was running, or an acceptance was committed only after the draw. So no closed ticket escapes inspection
 * because a lot was drawn early.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class LotDrawing {

    @Inject
    private InspectionLots lots;

    @Inject
    private ClosedTickets closedTickets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private SeedSource seeds;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Draws the lot of a week, once: asked again it answers with the lot there is. A week that is still running is cut off now.
     *
     * @param drawnFor who or what asks, for the record, e.g. {@code job 17} or an account's name
     * @throws BusinessRuleViolation {@code week-not-begun}; {@code not-found} for an unknown contract
     */
    public DrawResult draw(long contractId, IsoWeek week, String drawnFor) {
        ContractTerms contract = customers.contract(contractId);
        Optional<InspectionLot> drawnBefore = lots.find(contractId, week);
        if (drawnBefore.isPresent()) {
            return result(DrawOutcome.ALREADY_DRAWN, contract, drawnBefore.get());
        }
        ZoneId zone = contract.calendar().zone();
        Instant now = clock.instant();
        LotPeriod period = LotPeriod.of(week, zone, now);
        Map<String, Long> tickets = population(contractId, period, zone);
        if (tickets.isEmpty()) {
            return new DrawResult(DrawOutcome.NOTHING_CLOSED, contract.code(), week, null, 0, 0, period.cutOffAt());
        }
        LotTerms terms = new LotTerms(
                contractId, InspectionLevel.of(contract.inspectionLevel()), Aql.of(contract.aql()), SamplingScheme.DEFAULT);
        InspectionRegime regime =
                InspectionHistory.of(terms.rules(), lots.seriesBefore(terms, week)).regimeForNextLot();
        if (regime == InspectionRegime.DISCONTINUED) {
            return new DrawResult(
                    DrawOutcome.DISCONTINUED, contract.code(), week, null, tickets.size(), 0, period.cutOffAt());
        }
        Population population = Population.of(tickets.keySet());
        InspectionLot lot = InspectionLot.draw(terms, period, population, regime, seeds.next(), now, drawnFor);
        List<SampledTicket> sample = lots.add(lot, population, tickets);
        events.fire(drawn(lot, sample));
        return result(DrawOutcome.DRAWN, contract, lot);
    }

    private Map<String, Long> population(long contractId, LotPeriod period, ZoneId zone) {
        List<ClosedTicket> closed = new ArrayList<>();
        Set<Long> taken = Set.of();
        Optional<InspectionLot> before = lots.latestBefore(contractId, period.week());
        if (before.isPresent()) {
            IsoWeek earlier = before.get().week();
            closed.addAll(closedTickets.between(contractId, earlier.start(zone), earlier.end(zone)));
            taken = lots.ticketsInLotsFrom(contractId, earlier);
        }
        closed.addAll(closedTickets.between(contractId, period.from(), period.until()));
        Map<String, Long> tickets = new LinkedHashMap<>();
        for (ClosedTicket ticket : closed) {
            if (!taken.contains(ticket.id())) {
                tickets.put(ticket.number(), ticket.id());
            }
        }
        return tickets;
    }

    private static LotDrawn drawn(InspectionLot lot, List<SampledTicket> sample) {
        return new LotDrawn(
                lot.contractId(),
                lot.id(),
                lot.week(),
                lot.lotSize(),
                lot.populationHash(),
                lot.seed(),
                lot.method(),
                lot.regime(),
                lot.plan().sampleSize(),
                lot.plan().accept(),
                lot.plan().reject(),
                lot.cutOffAt(),
                sample.stream().map(SampledTicket::ticketNumber).collect(Collectors.joining(" ")));
    }

    private static DrawResult result(DrawOutcome outcome, ContractTerms contract, InspectionLot lot) {
        return new DrawResult(
                outcome, contract.code(), lot.week(), lot.id(), lot.lotSize(), lot.plan().sampleSize(), lot.cutOffAt());
    }
}
