package org.countersign.replay.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countersign.customer.model.PenaltyTerms;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.service.AgreementDrafts;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;
import org.countersign.replay.model.Replay;
import org.countersign.replay.model.ReplaySide;
import org.countersign.replay.model.Replays;
import org.countersign.ticket.model.Priority;

/** What replays found. */
@Stateless
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE})
public class ReplayQueries {

    @Inject
    private ReplayViews views;

    @Inject
    private Replays replays;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private AgreementDrafts drafts;

    private record Place(ServiceTarget target, Priority priority) {}

    /**
     * The replays of a contract, latest first.
     *
     * @param contract its code
     * @throws BusinessRuleViolation {@code not-found}, {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<ReplayRow> list(String contract, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        List<ReplayRow> found = views.list(customers.contract(contract).id(), rows, after == null ? null : Cursor.parseLong(after));
        return CursorPage.of(found, rows, row -> Cursor.of(row.id()));
    }

    /** @throws BusinessRuleViolation {@code not-found} */
    public ReplayDetails find(long id) {
        ReplayRow row = views.row(id).orElseThrow(() -> BusinessRuleViolation.notFound("replay", id));
        Replay replay = replays.byId(id).orElseThrow(() -> BusinessRuleViolation.notFound("replay", id));
        List<ReplayViews.Sum> sums = views.sums(id);
        return new ReplayDetails(row, replay.document(), replay.hours(), lines(sums), credits(replay, sums));
    }

    private List<ReplayDetails.Credit> credits(Replay replay, List<ReplayViews.Sum> sums) {
        PenaltyTerms thought =
                drafts.restore(replay.document(), replay.hours(), replay.calendarRevision()).agreement().penalties();
        ZoneId zone = customers.contract(replay.contractId()).calendar().zone();
        ReplayCredits credits = new ReplayCredits(sums);
        return credits.months().stream()
                .map(month -> new ReplayDetails.Credit(
                        month,
                        credits.owed(ReplaySide.WAS, month, said(replay.contractId(), month, zone)),
                        credits.owed(ReplaySide.WOULD, month, thought)))
                .filter(credit -> credit.was() != null || credit.would() != null)
                .toList();
    }

    /** A month goes by the version that was in force when it began. */
    private PenaltyTerms said(long contractId, YearMonth month, ZoneId zone) {
        return customers.contract(contractId, month.atDay(1).atStartOfDay(zone).toInstant()).agreement().penalties();
    }

    private static List<ReplayDetails.Line> lines(List<ReplayViews.Sum> sums) {
        Map<Place, ReplayDetails.Line> lines =
                new TreeMap<>(Comparator.comparing(Place::target).thenComparing(Place::priority));
        for (ReplayViews.Sum sum : sums) {
            ReplayDetails.Figures figures = new ReplayDetails.Figures(sum.met(), sum.missed(), sum.running());
            boolean was = sum.side() == ReplaySide.WAS;
            lines.merge(
                    new Place(sum.target(), sum.priority()),
                    new ReplayDetails.Line(
                            sum.target(),
                            sum.priority(),
                            was ? figures : ReplayDetails.Figures.NONE,
                            was ? ReplayDetails.Figures.NONE : figures),
                    (one, other) -> new ReplayDetails.Line(
                            one.target(), one.priority(), one.was().plus(other.was()), one.would().plus(other.would())));
        }
        return List.copyOf(lines.values());
    }

    /**
     * The targets that changed sides, in the order of arrival of their tickets.
     *
     * @param target {@code null} for all
     * @throws BusinessRuleViolation {@code not-found}, {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<ChangedTarget> changed(long id, ServiceTarget target, Integer limit, String after) {
        views.row(id).orElseThrow(() -> BusinessRuleViolation.notFound("replay", id));
        int rows = CursorPage.limit(limit);
        return CursorPage.of(views.changed(id, target, rows, after), rows, row -> Cursor.of(row.queuePosition(), row.id()));
    }
}
