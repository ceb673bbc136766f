package org.countersign.web.desk.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;
import org.countersign.web.support.Times;
import org.countersign.web.work.LocalTimes;
import org.countersign.work.model.Activity;
import org.countersign.work.model.VisitState;
import org.countersign.work.service.BookWork;
import org.countersign.work.service.VisitPlanning;
import org.countersign.work.service.VisitView;
import org.countersign.work.service.WorkEntry;
import org.countersign.work.service.WorkLogging;
import org.countersign.work.service.WorkQueries;

/** Work and visits on the desk's ticket page (M33, M63, M72): what is booked, what is planned, and the forms for more. */
@Named("ticketWork")
@RequestScoped
public class TicketWorkBacking {

    @EJB
    private WorkQueries queries;

    @EJB
    private WorkLogging logging;

    @EJB
    private VisitPlanning planning;

    @Inject
    private Reader reader;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private List<WorkEntry> entries;
    private List<VisitView> visits;

    private String start;
    private String end;
    private Integer minutes;
    private Activity activity;
    private Integer travelMinutes;
    private Long visit;
    private String note;
    private String plannedAt;
    private String purpose;

    /** Whether the reader books work. */
    public boolean isWorking() {
        return reader.has(Role.AGENT_ROLE) || reader.has(Role.MANAGER_ROLE);
    }

    public List<WorkEntry> getEntries() {
        if (entries == null) {
            entries = queries.ofTicket(number());
        }
        return entries;
    }

    public List<VisitView> getVisits() {
        if (visits == null) {
            visits = queries.visitsOf(number());
        }
        return visits;
    }

    public long getTotalMinutes() {
        return getEntries().stream().mapToLong(WorkEntry::minutes).sum();
    }

    public long getTotalTravelMinutes() {
        return getEntries().stream().mapToLong(WorkEntry::travelMinutes).sum();
    }

    /** The visits that travel may be booked against, by what they are called. */
    public Map<String, Long> getApprovedVisits() {
        Map<String, Long> approved = new LinkedHashMap<>();
        getVisits().stream()
                .filter(offered -> offered.state() == VisitState.APPROVED)
                .forEach(offered -> approved.put(nameOf(offered), offered.id()));
        return approved;
    }

    private String nameOf(VisitView offered) {
        return Times.dateTime(offered.plannedAt(), reader.getZone(), reader.getLocale()) + " – " + shortened(offered.purpose());
    }

    private static String shortened(String text) {
        String line = text.lines().findFirst().orElse("");
        return line.length() > 60 ? line.substring(0, 60) + "…" : line;
    }

    /** Whether the reader may take the entry back: the own, or as a manager anybody's, while it is on no timesheet. */
    public boolean removable(WorkEntry entry) {
        boolean own = entry.account().equals(reader.getCaller().name()) && isWorking();
        return entry.timesheetId() == null && (own || reader.has(Role.MANAGER_ROLE));
    }

    /** The entry that the reader chose by the address, or {@code null}. */
    public WorkEntry getChosen() {
        return Parameters.number(request, "entry")
                .flatMap(id -> getEntries().stream().filter(entry -> entry.id() == id).findFirst())
                .orElse(null);
    }

    /** Whether taking back the chosen entry is asked for, or was just tried. */
    public boolean isRemoving() {
        return getChosen() != null && removable(getChosen()) || request.getParameter("workRemoval") != null;
    }

    /** Where the reader takes the entry back. */
    public String addressOf(WorkEntry entry) {
        return Address.of(request.getRequestURI()).with("number", number()).with("entry", entry.id()) + "#work-removal";
    }

    public String book() {
        return step("work.done.booked", () -> logging.book(number(), new BookWork(
                LocalTimes.parse("start", start, reader.getZone()),
                minutes,
                LocalTimes.parse("end", end, reader.getZone()),
                activity,
                travelMinutes,
                visit,
                note)));
    }

    public String remove() {
        long entry = Parameters.number(request, "entry").orElseThrow(() -> BusinessRuleViolation.notFound("worklog", ""));
        long version = Parameters.number(request, "entryVersion").orElseThrow(() -> BusinessRuleViolation.stale("worklog"));
        return step("work.done.removed", () -> logging.remove(entry, version));
    }

    public String propose() {
        return step(
                "visit.done.proposed",
                () -> planning.propose(number(), LocalTimes.parse("plannedAt", plannedAt, reader.getZone()), purpose));
    }

    private String step(String done, Runnable useCase) {
        if (!messages.attempt(useCase)) {
            entries = null;
            visits = null;
            return null;
        }
        messages.success(done, number());
        return FacesContext.getCurrentInstance().getViewRoot().getViewId() + "?faces-redirect=true&number=" + number();
    }

    private String number() {
        String number = Parameters.text(request, "number");
        if (number == null) {
            throw BusinessRuleViolation.notFound("ticket", "");
        }
        return number;
    }

    /** The latest moment that can be entered for work. */
    public String getNow() {
        return LocalTimes.format(clock.instant(), reader.getZone());
    }

    public Activity[] getActivities() {
        return Activity.values();
    }

    public String getStart() {
        return start;
    }

    public void setStart(String start) {
        this.start = start;
    }

    public String getEnd() {
        return end;
    }

    public void setEnd(String end) {
        this.end = end;
    }

    public Integer getMinutes() {
        return minutes;
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    public Activity getActivity() {
        return activity;
    }

    public void setActivity(Activity activity) {
        this.activity = activity;
    }

    public Integer getTravelMinutes() {
        return travelMinutes;
    }

    public void setTravelMinutes(Integer travelMinutes) {
        this.travelMinutes = travelMinutes;
    }

    public Long getVisit() {
        return visit;
    }

    public void setVisit(Long visit) {
        this.visit = visit;
    }

    public String getNote() {
        return note;
    }

    public void setNote(String note) {
        this.note = note;
    }

    public String getPlannedAt() {
        return plannedAt;
    }

    public void setPlannedAt(String plannedAt) {
        this.plannedAt = plannedAt;
    }

    public String getPurpose() {
        return purpose;
    }

    public void setPurpose(String purpose) {
        this.purpose = purpose;
    }
}
