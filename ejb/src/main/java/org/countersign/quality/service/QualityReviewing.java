package org.countersign.quality.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.quality.model.Finding;
import org.countersign.quality.model.InspectionLot;
import org.countersign.quality.model.InspectionLots;
import org.countersign.quality.model.LotDecision;
import org.countersign.quality.model.LotProgress;
import org.countersign.quality.model.QualityEvent.LotDecided;
import org.countersign.quality.model.QualityEvent.ReviewGiven;
import org.countersign.quality.model.QualityReview;
import org.countersign.quality.model.SampledTicket;
import org.countersign.ticket.service.ClosedTicketFacts;
import org.countersign.ticket.service.ClosedTickets;

/** Quality Engineers give their reviews of drawn tickets (M70). Who reviews comes from the security context, never from the call. */
@Stateless
@RolesAllowed(Role.QUALITY_ROLE)
public class QualityReviewing {

    @Inject
    private InspectionLots lots;

    @Inject
    private ClosedTickets closedTickets;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Gives the review of a drawn ticket, which is final; the last one of a lot decides the lot.
     *
     * @param reviewId as the lot's sample names it
     * @param findings one for each characteristic of the checklist
     * @throws BusinessRuleViolation {@code review-already-given}; {@code review-own-work} for the ticket's assignee and for who resolved
     *     it; {@code review-incomplete}, {@code finding-twice}; {@code not-found}
     */
    public void give(long reviewId, List<Finding> findings) {
        Caller caller = currentCaller.get();
        SampledTicket drawn = lots.sampled(reviewId).orElseThrow(() -> BusinessRuleViolation.notFound("review", reviewId));
        InspectionLot lot = lots.byId(drawn.lotId()).orElseThrow();
        // Reviews of a lot are taken one after the other: none is counted twice, and exactly one is the last.
        LotProgress progress = lots.lockProgress(lot.id());
        if (lots.review(reviewId).isPresent()) {
            throw BusinessRuleViolation.conflict("review-already-given", drawn.ticketNumber());
        }
        Instant now = clock.instant();
        QualityReview review = QualityReview.give(drawn, caller.accountId(), workedOn(drawn), findings, now);
        lots.add(review, findings);
        events.fire(new ReviewGiven(
                lot.contractId(),
                lot.id(),
                lot.week(),
                reviewId,
                drawn.ticketNumber(),
                caller.name(),
                review.nonconforming(),
                findings.stream()
                        .filter(finding -> !finding.conforming())
                        .map(finding -> finding.characteristic().name())
                        .collect(Collectors.joining(" "))));
        progress.count(lot, review, now).ifPresent(decision -> decide(lot, decision));
    }

    private void decide(InspectionLot lot, LotDecision decision) {
        lots.add(decision);
        events.fire(new LotDecided(
                lot.contractId(),
                lot.id(),
                lot.week(),
                lot.plan().sampleSize(),
                decision.nonconforming(),
                decision.verdict()));
    }

    private Set<Long> workedOn(SampledTicket drawn) {
        ClosedTicketFacts ticket = closedTickets.facts(drawn.ticketId());
        Set<Long> accounts = new HashSet<>();
        accounts.add(ticket.resolvedById());
        if (ticket.assigneeId() != null) {
            accounts.add(ticket.assigneeId());
        }
        return accounts;
    }
}
