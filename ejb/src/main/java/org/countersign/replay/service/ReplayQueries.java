package org.countersign.replay.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.countersign.customer.model.AgreementDraft;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.service.AgreementDrafts;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;
import org.countersign.penalty.model.Availability;
import org.countersign.penalty.model.Downtimes;
import org.countersign.penalty.service.PastMonths;
import org.countersign.penalty.service.ServiceMonth;
import org.countersign.replay.model.Replay;
import org.countersign.replay.model.ReplaySide;
import org.countersign.replay.model.Replays;
import org.countersign.serviceclock.model.ServiceCalendar;
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

    @Inject
    private PastMonths past;

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
        AgreementDraft thought = drafts.restore(replay.document(), replay.hours(), replay.calendarRevision());
        ReplayCredits credits = new ReplayCredits(sums);
        Set<YearMonth> whole = Set.copyOf(replay.wholeMonths(customers.contract(replay.contractId()).calendar().zone()));
        Set<YearMonth> decided = Set.copyOf(credits.months());
        Set<YearMonth> told = new TreeSet<>(whole);
        told.addAll(decided);
        if (told.isEmpty()) {
            return List.of();
        }
        List<ServiceMonth> months = past.of(replay.contractId(), told);
        Downtimes downtimes =
                past.downtimes(replay.contractId(), months.get(0).from(), months.get(months.size() - 1).until());
        List<ReplayDetails.Credit> found = new ArrayList<>();
        for (ServiceMonth month : months) {
            boolean measured = whole.contains(month.month()) && !month.isEmpty();
            ContractTerms said = month.terms();
            List<Availability> was = measured ? services(month, said.agreement(), said.calendar(), downtimes) : List.of();
            List<Availability> would = measured ? services(month, thought.agreement(), thought.calendar(), downtimes) : List.of();
            ReplayDetails.Credit credit = new ReplayDetails.Credit(
                    month.month(),
                    credits.owed(ReplaySide.WAS, month.month(), said.agreement().penalties(), was),
                    credits.owed(ReplaySide.WOULD, month.month(), thought.agreement().penalties(), would));
            boolean anything = decided.contains(month.month()) || !was.isEmpty() || !would.isEmpty();
            if (anything && (credit.was() != null || credit.would() != null)) {
                found.add(credit);
            }
        }
        return found;
    }

    private static List<Availability> services(
            ServiceMonth month, ServiceAgreement agreement, ServiceCalendar hours, Downtimes downtimes) {
        return agreement.availability().stream().map(target -> month.availability(target, hours, downtimes)).toList();
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
