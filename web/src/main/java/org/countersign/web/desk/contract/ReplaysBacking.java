package org.countersign.web.desk.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.replay.service.ReplayQueries;
import org.countersign.replay.service.ReplayRow;
import org.countersign.replay.service.RequestReplay;
import org.countersign.web.replay.ReplayStart;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.People;

/** The replays of a contract, and the form that starts the next one. */
@Named
@RequestScoped
public class ReplaysBacking {

    /** What a refusal names that stands on the form itself, and not in the text. */
    private static final List<String> FIELDS = List.of("agreement", "hours", "from", "to");

    @EJB
    private ReplayQueries queries;

    @EJB
    private ContractAgreements agreements;

    @EJB
    private CustomerDirectory customers;

    @Inject
    private ReplayStart replays;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    private People people;

    @Inject
    private HttpServletRequest request;

    private ContractTerms terms;
    private ListPage<ReplayRow> page;
    private LocalDate from;
    private LocalDate to;
    private String agreement;
    private String hours;

    /** Called before the page is shown, so that a contract that is not there is answered as such. */
    public void load() {
        getTerms();
    }

    public ContractTerms getTerms() {
        if (terms == null) {
            terms = customers.contract(String.valueOf(Parameters.text(request, "contract")));
        }
        return terms;
    }

    public ListPage<ReplayRow> getPage() {
        if (page == null) {
            page = ListPage.read(request, address(), after -> queries.list(getTerms().code(), null, after));
            people.meet(page.rows().stream().map(ReplayRow::requestedBy).toList());
        }
        return page;
    }

    public List<ReplayRow> getRows() {
        return getPage().rows();
    }

    /** The last day of a replay's period. */
    public LocalDate lastDay(ReplayRow row) {
        return LocalDate.ofInstant(row.to().minusMillis(1), zone());
    }

    public LocalDate firstDay(ReplayRow row) {
        return LocalDate.ofInstant(row.from(), zone());
    }

    /** Starts the replay; a refusal names the place in the text. */
    public String start() {
        long[] id = new long[1];
        boolean done = messages.attempt(
                () -> id[0] = replays.start(new RequestReplay(
                        getTerms().code(), start(from), to == null ? null : start(to.plusDays(1)), agreement, hours, request.getParameter("key"))),
                refused -> messages.refuse(inTheText(refused)));
        if (!done) {
            return null;
        }
        messages.success("replay.started");
        return "/desk/contract/replay.xhtml?faces-redirect=true&id=" + id[0];
    }

    private Instant start(LocalDate day) {
        return day == null ? null : day.atStartOfDay(zone()).toInstant();
    }

    private ZoneId zone() {
        return getTerms().calendar().zone();
    }

    /** What is wrong with the hours that were given has a place that begins with the calendar; the agreement only names one. */
    private BusinessRuleViolation inTheText(BusinessRuleViolation refused) {
        String place = String.valueOf(refused.field());
        boolean inHours = place.startsWith("calendar.") || place.equals("calendar") && Parameters.text(hours) != null;
        return RefusedText.in(inHours ? "hours" : "agreement", FIELDS, refused, messages);
    }

    /** Tells a second click from a second question. */
    public String getKey() {
        String sent = request.getParameter("key");
        return sent == null ? UUID.randomUUID().toString() : sent;
    }

    /** The first day of last month, to start from. */
    public LocalDate getFrom() {
        return from == null ? lastMonth().atDay(1) : from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    /** The last day, inclusive. */
    public LocalDate getTo() {
        return to == null ? lastMonth().atEndOfMonth() : to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    private YearMonth lastMonth() {
        return YearMonth.from(clock.instant().atZone(zone())).minusMonths(1);
    }

    /** The text to start from: that of the agreement in force. */
    public String getAgreement() {
        if (agreement == null) {
            agreement = agreements.print(getTerms().agreement());
        }
        return agreement;
    }

    public void setAgreement(String agreement) {
        this.agreement = agreement;
    }

    public String getHours() {
        return hours;
    }

    public void setHours(String hours) {
        this.hours = hours;
    }

    private Address address() {
        return Address.of("replays.xhtml").with("contract", getTerms().code());
    }
}
