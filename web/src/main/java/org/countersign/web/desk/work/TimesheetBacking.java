package org.countersign.web.desk.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.countersign.identity.model.Role;
import org.countersign.web.support.Reader;
import org.countersign.web.work.TimesheetPage;
import org.countersign.work.service.TimesheetConfirmation;
import org.countersign.work.service.TimesheetView;

/** The provider's answer to a disputed line (M34): explain it, or take minutes off. */
@Named("deskTimesheet")
@RequestScoped
public class TimesheetBacking {

    private static final String PAGE = "/desk/work/timesheet.xhtml";

    @EJB
    private TimesheetConfirmation confirmation;

    @Inject
    private TimesheetPage page;

    @Inject
    private Reader reader;

    private String text;
    private Integer minutes;
    private Integer travelMinutes;

    /** Whether the reader answers disputes. */
    public boolean isSettling() {
        return reader.has(Role.MANAGER_ROLE);
    }

    public boolean isAnswerable() {
        return isSettling() && (page.chosen("DISPUTED") || page.sent("explain") || page.sent("correct"));
    }

    public String explain() {
        return page.decide(
                PAGE,
                "timesheet.done.explained",
                () -> confirmation.explain(page.getId(), page.getLineId(), text, page.getSeenRevision()));
    }

    public String correct() {
        return page.decide(
                PAGE,
                "timesheet.done.corrected",
                () -> confirmation.correct(
                        page.getId(), page.getLineId(), getMinutes(), getTravelMinutes(), text, page.getSeenRevision()));
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    /** Minutes of work that remain; before anything is entered those that the line has. */
    public Integer getMinutes() {
        TimesheetView.Line line = page.getLine();
        return minutes != null || line == null ? minutes : Integer.valueOf(line.minutes());
    }

    public void setMinutes(Integer minutes) {
        this.minutes = minutes;
    }

    /** Minutes of travel that remain; before anything is entered those that the line has. */
    public Integer getTravelMinutes() {
        TimesheetView.Line line = page.getLine();
        return travelMinutes != null || line == null ? travelMinutes : Integer.valueOf(line.travelMinutes());
    }

    public void setTravelMinutes(Integer travelMinutes) {
        this.travelMinutes = travelMinutes;
    }
}
