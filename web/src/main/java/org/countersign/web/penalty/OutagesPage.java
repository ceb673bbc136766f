package org.countersign.web.penalty;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.CoveredService;
import org.countersign.customer.model.OutageCause;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.penalty.service.CorrectOutage;
import org.countersign.penalty.service.OutageLog;
import org.countersign.penalty.service.OutageView;
import org.countersign.penalty.service.RecordOutage;
import org.countersign.web.support.Address;
import org.countersign.web.support.KnownContracts;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.People;
import org.countersign.web.support.Reader;
import org.countersign.web.work.LocalTimes;

/** The outages of a contract, and the form that puts one down or corrects the chosen one. */
@Named
@RequestScoped
public class OutagesPage {

    private static final String PAGE = "/desk/penalty/outages.xhtml";

    @EJB
    private OutageLog outages;

    @Inject
    private KnownContracts contracts;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private People people;

    @Inject
    private HttpServletRequest request;

    private ListPage<OutageView> page;
    private OutageView chosen;
    private boolean filled;
    private String service;
    private String start;
    private String end;
    private String cause;
    private String note;
    private String ticket;

    /** Called before the page is shown, so that a contract that is not there is answered as such. */
    public void load() {
        getPage();
    }

    /** By the address, or the first that covers services; {@code null} when there is no contract. */
    public String getContract() {
        String asked = Parameters.text(request, "contract");
        if (asked != null) {
            return asked;
        }
        return contracts.getAll().stream()
                .filter(terms -> !terms.agreement().services().isEmpty())
                .findFirst()
                .or(() -> contracts.getAll().stream().findFirst())
                .map(ContractTerms::code)
                .orElse(null);
    }

    /** The services of the contract. */
    public List<String> getServices() {
        return contracts.find(getContract()).stream()
                .flatMap(terms -> terms.agreement().services().stream())
                .map(CoveredService::name)
                .toList();
    }

    public OutageCause[] getCauses() {
        return OutageCause.values();
    }

    public boolean isRecording() {
        return (reader.has("AGENT") || reader.has("MANAGER")) && !getServices().isEmpty();
    }

    public List<OutageView> getRows() {
        return getPage().rows();
    }

    public ListPage<OutageView> getPage() {
        if (page == null) {
            page = getContract() == null
                    ? ListPage.none()
                    : ListPage.read(request, address(), after -> outages.list(getContract(), null, null, after));
            people.meet(page.rows().stream().map(OutageView::recordedBy).toList());
        }
        return page;
    }

    /** The outage that the reader chose by the address, or {@code null}. */
    public OutageView getChosen() {
        if (chosen == null) {
            chosen = Parameters.number(request, "outage").map(outages::find).orElse(null);
        }
        return chosen;
    }

    public boolean isCorrecting() {
        return isRecording() && getChosen() != null && getChosen().withdrawnAt() == null;
    }

    public String record() {
        return done("outage.done.recorded", () -> outages.record(getContract(), said()));
    }

    public String correct() {
        return done("outage.done.corrected", () -> outages.correct(id(), correction(), seen()));
    }

    public String withdraw() {
        return done("outage.done.withdrawn", () -> outages.withdraw(id(), seen()));
    }

    private RecordOutage said() {
        return new RecordOutage(service, at("start", start, null), at("end", end, null), cause(), note, ticket);
    }

    /** All of the form is what is known now: an end that is not there any more was none. */
    private CorrectOutage correction() {
        OutageView known = outages.find(id());
        Instant ends = at("end", end, known.end());
        return new CorrectOutage(at("start", start, known.start()), ends, ends == null, cause(), note, ticket == null ? "" : ticket);
    }

    private OutageCause cause() {
        return cause == null || cause.isBlank() ? null : OutageCause.valueOf(cause);
    }

    private Instant at(String field, String text, Instant known) {
        return LocalTimes.parse(field, text, reader.getZone(), known);
    }

    private long id() {
        return Parameters.number(request, "outage").orElseThrow(() -> BusinessRuleViolation.stale("outage"));
    }

    private Long seen() {
        return Parameters.number(request, "version").orElseThrow(() -> BusinessRuleViolation.stale("outage"));
    }

    private String done(String key, Runnable useCase) {
        if (!messages.attempt(useCase)) {
            page = null;
            chosen = null;
            return null;
        }
        messages.success(key);
        return Address.of(PAGE).with("faces-redirect", "true").with("contract", getContract()).toString();
    }

    private Address address() {
        return Address.of(request.getRequestURI()).with("contract", getContract());
    }

    /** The form of a correction begins with what is known. */
    private void fill() {
        if (!filled && isCorrecting()) {
            OutageView known = getChosen();
            start = LocalTimes.format(known.start(), reader.getZone());
            end = known.end() == null ? null : LocalTimes.format(known.end(), reader.getZone());
            cause = known.cause().name();
            note = known.note();
            ticket = known.ticket();
        }
        filled = true;
    }

    public String getService() {
        return service;
    }

    public void setService(String service) {
        this.service = service;
    }

    public String getStart() {
        fill();
        return start;
    }

    public void setStart(String start) {
        filled = true;
        this.start = start;
    }

    public String getEnd() {
        fill();
        return end;
    }

    public void setEnd(String end) {
        filled = true;
        this.end = end;
    }

    public String getCause() {
        fill();
        return cause;
    }

    public void setCause(String cause) {
        filled = true;
        this.cause = cause;
    }

    public String getNote() {
        fill();
        return note;
    }

    public void setNote(String note) {
        filled = true;
        this.note = note;
    }

    public String getTicket() {
        fill();
        return ticket;
    }

    public void setTicket(String ticket) {
        filled = true;
        this.ticket = ticket;
    }
}
