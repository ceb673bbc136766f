package org.countersign.penalty.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import org.countersign.customer.model.PenaltyClause;
import org.countersign.customer.model.PenaltyMeasure;
import org.countersign.identity.model.Role;
import org.countersign.kernel.DomainEvent;
import org.countersign.penalty.model.MonthCap;
import org.countersign.penalty.model.PenaltyBook;
import org.countersign.penalty.model.PenaltyEvent.CreditsProposed;
import org.countersign.penalty.model.PenaltyMonth;

/**
 * Looks at a month that is over, clause by clause, and proposes what is owed. An entry that is there already stays as it is, whatever is
 * known by now: asked again, it finds nothing to do.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class PenaltyAssessment {

    @Inject
    private ServiceMonths months;

    @Inject
    private PenaltyBook book;

    @Inject
    private AvailabilityClauses availability;

    @Inject
    private TargetClauses targets;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** Assesses a month of a contract. */
    public AssessedMonth assess(long contractId, YearMonth month) {
        Instant now = clock.instant();
        ServiceMonth wanted = months.of(contractId, month);
        if (!wanted.isOver(now)) {
            return AssessedMonth.not(AssessedMonth.Outcome.STILL_RUNNING);
        }
        if (wanted.terms().agreement().penalties() == null || wanted.isEmpty()) {
            return AssessedMonth.not(AssessedMonth.Outcome.NONE_AGREED);
        }
        PenaltyMonth assessed = book.lock(contractId, month).orElse(null);
        if (assessed == null) {
            assessed = new PenaltyMonth(wanted.terms(), month, wanted.from(), wanted.until(), now);
            book.add(assessed);
        } else {
            assessed.assessedAgain(now);
        }
        MonthCap cap = new MonthCap(wanted.terms().agreement().penalties(), book.owed(assessed.id()));
        Proposals proposals = new Proposals(book, events, wanted, assessed, cap, now);
        for (PenaltyClause clause : wanted.terms().agreement().penalties().clauses()) {
            if (clause.measure() == PenaltyMeasure.AVAILABILITY) {
                availability.propose(clause, wanted, proposals);
            } else {
                targets.propose(clause, wanted, proposals);
            }
        }
        book.flush();
        return told(wanted, assessed, proposals, cap);
    }

    private AssessedMonth told(ServiceMonth wanted, PenaltyMonth assessed, Proposals proposals, MonthCap cap) {
        if (proposals.added() > 0) {
            events.fire(new CreditsProposed(
                    assessed.contractId(), assessed.id(), wanted.terms().code(), wanted.month().toString(), proposals.added(),
                    cap.owed().setScale(wanted.terms().agreement().penalties().digits(), RoundingMode.UNNECESSARY), assessed.currency(), assessed.version()));
        }
        return new AssessedMonth(AssessedMonth.Outcome.ASSESSED, proposals.added(), cap.owed(), assessed.currency());
    }
}
