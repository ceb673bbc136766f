package org.countersign.quality.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.InspectionLot;
import org.countersign.quality.model.InspectionResult;
import org.countersign.ticket.service.ClosedTicketFacts;
import org.countersign.ticket.service.ClosedTickets;
import org.countersign.work.service.WorkEntry;
import org.countersign.work.service.WorkQueries;

/** What screens and the API show of quality control. */
@Stateless
@RolesAllowed({Role.QUALITY_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE})
public class QualityQueries {

    @Inject
    private QualityViews views;

    @Inject
    private ClosedTickets closedTickets;

    @Inject
    private WorkQueries work;

    @Inject
    private CurrentCaller currentCaller;

    /**
     * A page of lots, latest first.
     *
     * @throws BusinessRuleViolation {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<LotRow> lots(LotFilter filter, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        return CursorPage.of(
                views.lots(filter, rows, after == null ? null : Cursor.parseLong(after)), rows, row -> Cursor.of(row.id()));
    }

    /**
     * One lot.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public LotDetails lot(long lotId) {
        LotRow row = row(lotId);
        InspectionLot lot = drawn(lotId);
        return new LotDetails(
                row,
                lot.scheme(),
                lot.level(),
                lot.aql(),
                lot.plan(),
                lot.periodFrom(),
                lot.periodUntil(),
                lot.populationHash(),
                lot.seed(),
                lot.method(),
                lot.drawnFor(),
                new InspectionResult(lot.plan(), row.reviewed(), row.nonconforming()).settledVerdict().orElse(null));
    }

    /** The sample of a lot with population hash, seed and method; {@code not-found}. */
    public LotSample sample(long lotId) {
        LotRow row = row(lotId);
        InspectionLot lot = drawn(lotId);
        return new LotSample(
                lotId,
                row.contract(),
                row.week(),
                row.lotSize(),
                lot.populationHash(),
                lot.seed(),
                lot.method(),
                row.sampleSize(),
                views.sample(lotId));
    }

    /** The numbers of the lot's tickets in the order of their positions: what the population hash seals; {@code not-found}. */
    public List<String> population(long lotId) {
        drawn(lotId);
        return views.population(lotId);
    }

    /** One review with the ticket to look at; {@code not-found}. */
    public ReviewDetails review(long reviewId) {
        QualityViews.ReviewFacts facts =
                views.review(reviewId).orElseThrow(() -> BusinessRuleViolation.notFound("review", reviewId));
        ClosedTicketFacts ticket = closedTickets.facts(facts.ticketId());
        List<WorkEntry> booked = work.ofTicket(ticket.number());
        Caller caller = currentCaller.get();
        return new ReviewDetails(
                reviewId,
                facts.lotId(),
                facts.contract(),
                IsoWeek.parse(facts.week()),
                facts.order(),
                facts.sampleSize(),
                ticket,
                booked.stream().mapToLong(WorkEntry::minutes).sum(),
                booked.stream().mapToLong(WorkEntry::travelMinutes).sum(),
                caller.accountId() == ticket.resolvedById() || Objects.equals(caller.accountId(), ticket.assigneeId()),
                facts.givenAt() != null,
                views.findings(reviewId),
                facts.reviewer(),
                facts.givenAt());
    }

    private LotRow row(long lotId) {
        return views.lot(lotId).orElseThrow(() -> BusinessRuleViolation.notFound("lot", lotId));
    }

    private InspectionLot drawn(long lotId) {
        return views.drawn(lotId).orElseThrow(() -> BusinessRuleViolation.notFound("lot", lotId));
    }
}
