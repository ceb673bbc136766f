package org.countersign.web.portal.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.countersign.web.work.TimesheetPage;
import org.countersign.work.service.TimesheetConfirmation;

/** The customer's word on a timesheet (M34): confirm, dispute a line, take the dispute back. */
@Named("portalTimesheet")
@RequestScoped
public class TimesheetBacking {

    private static final String PAGE = "/portal/work/timesheet.xhtml";

    @EJB
    private TimesheetConfirmation confirmation;

    @Inject
    private TimesheetPage page;

    private String reason;

    public boolean isConfirmable() {
        return page.getView().mayConfirm() || page.sent("confirm");
    }

    public boolean isDisputable() {
        return page.sent("dispute") || !page.sent("withdraw") && page.getView().mayDispute() && page.chosen("AWAITING");
    }

    public boolean isWithdrawable() {
        return page.sent("withdraw") || !page.sent("dispute") && page.getView().mayDispute() && page.chosen("DISPUTED");
    }

    public String confirm() {
        return page.decide(PAGE, "timesheet.done.confirmed", () -> confirmation.confirm(page.getId(), page.getSeenRevision()));
    }

    public String dispute() {
        return page.decide(
                PAGE,
                "timesheet.done.disputed",
                () -> confirmation.dispute(page.getId(), page.getLineId(), reason, page.getSeenRevision()));
    }

    public String withdraw() {
        return page.decide(
                PAGE,
                "timesheet.done.withdrawn",
                () -> confirmation.withdrawDispute(page.getId(), page.getLineId(), page.getSeenRevision()));
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
