package org.countersign.web.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.work.model.LineState;
import org.countersign.work.model.TimesheetState;
import org.countersign.work.service.TimesheetView;
import org.countersign.work.service.WorkQueries;

/** The timesheet that a page is about, and the line that its reader chose; desk and portal each add their own steps. */
@Named
@RequestScoped
public class TimesheetPage {

    @EJB
    private WorkQueries queries;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private TimesheetView view;
    private List<TicketWork> tickets;

    /** Called before the page is shown, so that a sheet that is not there is answered as such. */
    public void load() {
        getView();
    }

    public TimesheetView getView() {
        if (view == null) {
            view = queries.timesheet(getId());
        }
        return view;
    }

    public long getId() {
        return number("id").orElseThrow(() -> BusinessRuleViolation.notFound("timesheet", String.valueOf(request.getParameter("id"))));
    }

    /** The revision that the reader saw when the form was shown: a decision is about that one only. */
    public long getSeenRevision() {
        return number("revision").orElseThrow(() -> BusinessRuleViolation.stale("timesheet"));
    }

    /** The line that the reader chose by the address, or {@code null}. */
    public TimesheetView.Line getLine() {
        return number("line")
                .flatMap(id -> getView().lines().stream().filter(line -> line.id() == id).findFirst())
                .orElse(null);
    }

    /** The chosen line's id. */
    public long getLineId() {
        return number("line").orElseThrow(() -> BusinessRuleViolation.notFound("timesheet line", ""));
    }

    /** Whether a line is chosen and in that state, so that something can be decided about it. */
    public boolean chosen(String state) {
        return getLine() != null && getLine().state() == LineState.valueOf(state);
    }

    /** Whether the request sends that form; the form then stays on the page with what was typed, whatever became of the line. */
    public boolean sent(String form) {
        return request.getParameter(form) != null;
    }

    public boolean isConfirmed() {
        return getView().sheet().state() == TimesheetState.CONFIRMED;
    }

    public List<TicketWork> getTickets() {
        if (tickets == null) {
            tickets = TicketWork.of(getView().lines());
        }
        return tickets;
    }

    public long getMinutes() {
        return getView().lines().stream().mapToLong(TimesheetView.Line::minutes).sum();
    }

    public long getTravelMinutes() {
        return getView().lines().stream().mapToLong(TimesheetView.Line::travelMinutes).sum();
    }

    public boolean isAnyTravel() {
        return getView().lines().stream().anyMatch(line -> line.bookedTravelMinutes() > 0);
    }

    /** How many lines the customer's word would confirm now. */
    public long getAwaiting() {
        return getView().lines().stream().filter(line -> line.state() == LineState.AWAITING).count();
    }

    /** Whether minutes were taken off the line. */
    public boolean corrected(TimesheetView.Line line) {
        return line.minutes() != line.bookedMinutes() || line.travelMinutes() != line.bookedTravelMinutes();
    }

    /**
     * Runs a decision about the sheet.
     *
     * @param done key of the text that tells it
     * @return where to go on, or {@code null} to stay with the refusal
     */
    public String decide(String page, String done, Runnable decision) {
        if (!messages.attempt(decision)) {
            view = null;
            tickets = null;
            return null;
        }
        messages.success(done);
        return page + "?faces-redirect=true&id=" + getId();
    }

    private Optional<Long> number(String name) {
        return Parameters.number(request, name);
    }
}
