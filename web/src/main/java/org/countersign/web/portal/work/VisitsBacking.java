package org.countersign.web.portal.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.work.model.VisitState;
import org.countersign.work.service.VisitPlanning;
import org.countersign.work.service.VisitView;
import org.countersign.work.service.WorkQueries;

/** The customer's word on visits, one by one (M75): all that await it, or on a ticket's page those of the ticket. */
@Named("portalVisits")
@RequestScoped
public class VisitsBacking {

    @EJB
    private WorkQueries queries;

    @EJB
    private VisitPlanning planning;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private List<VisitView> visits;
    private String reason;

    /** What the page lists. */
    public List<VisitView> getVisits() {
        if (visits == null) {
            visits = number() == null ? queries.visitsAwaitingApproval() : queries.visitsOf(number());
        }
        return visits;
    }

    /** The visit that the reader decides on: the one chosen by the address, or the only one that awaits a word; else {@code null}. */
    public VisitView getChosen() {
        List<VisitView> awaiting =
                getVisits().stream().filter(visit -> visit.state() == VisitState.PROPOSED).toList();
        return Parameters.number(request, "visit")
                .map(id -> awaiting.stream().filter(visit -> visit.id() == id).findFirst().orElse(null))
                .orElse(awaiting.size() == 1 ? awaiting.get(0) : null);
    }

    /** Whether a decision is asked for, or was just tried. */
    public boolean isDecidable() {
        return getChosen() != null || request.getParameter("visitApproval") != null || request.getParameter("visitRefusal") != null;
    }

    /** Whether the list leads to the decision about a visit. */
    public boolean choosable(VisitView visit) {
        VisitView chosen = getChosen();
        return visit.state() == VisitState.PROPOSED && (chosen == null || chosen.id() != visit.id());
    }

    /** Where the reader decides about a visit. */
    public String addressOf(VisitView visit) {
        return Address.of(request.getRequestURI()).with("number", number()).with("visit", visit.id()) + "#visit-decision";
    }

    public String approve() {
        return decide("visit.done.approved", () -> planning.approve(id("visit"), id("visitVersion")));
    }

    public String decline() {
        return decide("visit.done.declined", () -> planning.decline(id("visit"), reason, id("visitVersion")));
    }

    private String decide(String done, Runnable decision) {
        if (!messages.attempt(decision)) {
            visits = null;
            return null;
        }
        messages.success(done);
        String page = FacesContext.getCurrentInstance().getViewRoot().getViewId();
        return page + "?faces-redirect=true" + (number() == null ? "" : "&number=" + number());
    }

    private long id(String name) {
        return Parameters.number(request, name).orElseThrow(() -> BusinessRuleViolation.stale("visit"));
    }

    /** The ticket's number, or {@code null} on the page of all visits. */
    private String number() {
        return Parameters.text(request, "number");
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
