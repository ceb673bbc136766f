package org.countersign.web.penalty;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import org.countersign.customer.model.ContractTerms;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.penalty.service.AvailabilityQueries;
import org.countersign.penalty.service.AvailabilityView;
import org.countersign.penalty.service.PenaltyMonthView;
import org.countersign.penalty.service.PenaltyQueries;
import org.countersign.penalty.service.PenaltyRow;
import org.countersign.web.support.KnownContracts;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Reader;
import org.countersign.web.ticket.Address;
import org.countersign.web.ticket.TicketFilters;

/** What a month of a contract comes to, for desk and portal. Everything it shows is in its address. */
@Named
@RequestScoped
public class CreditsPage {

    @EJB
    private PenaltyQueries queries;

    @EJB
    private AvailabilityQueries availability;

    @Inject
    private KnownContracts contracts;

    @Inject
    private Reader reader;

    @Inject
    private Messages messages;

    @Inject
    private Clock clock;

    @Inject
    private HttpServletRequest request;

    private PenaltyMonthView month;
    private List<AvailabilityView> services;
    private CursorPage<PenaltyRow> page;

    /** Called before the page is shown, so that a contract that is not there is answered as such, and a month that is none is told. */
    public void load() {
        if (getContract() == null) {
            return;
        }
        try {
            month = queries.month(getContract(), getMonth());
            services = availability.month(getContract(), getMonth());
        } catch (BusinessRuleViolation refused) {
            if (refused.kind() == BusinessRuleViolation.Kind.NOT_FOUND) {
                throw refused;
            }
            messages.refuse(refused);
        }
    }

    /** By the address, or the first with penalties, or the first there is; {@code null} when there is none. */
    public String getContract() {
        String asked = TicketFilters.text(request.getParameter("contract"));
        if (asked != null) {
            return asked;
        }
        return contracts.getAll().stream()
                .filter(terms -> terms.agreement().penalties() != null)
                .findFirst()
                .or(() -> contracts.getAll().stream().findFirst())
                .map(ContractTerms::code)
                .orElse(null);
    }

    /** By the address, or the one before this one: what is over is assessed. */
    public String getMonth() {
        String asked = TicketFilters.text(request.getParameter("month"));
        return asked == null ? YearMonth.now(clock.withZone(reader.getZone())).minusMonths(1).toString() : asked;
    }

    /** What the month comes to; {@code null} when the address names none. */
    public PenaltyMonthView getTotal() {
        return month;
    }

    public boolean isAssessed() {
        return month != null && month.assessedAt() != null;
    }

    public List<AvailabilityView> getServices() {
        return services == null ? List.of() : services;
    }

    public List<PenaltyRow> getRows() {
        return isAssessed() ? page().items() : List.of();
    }

    private CursorPage<PenaltyRow> page() {
        if (page == null) {
            page = queries.entries(getContract(), getMonth(), null, null, TicketFilters.text(request.getParameter("after")));
        }
        return page;
    }

    /** Where the list goes on, or {@code null} on its last page. */
    public String getNext() {
        return !isAssessed() || page().next() == null ? null : address().with("after", page().next()).toString();
    }

    /** Where the list begins, or {@code null} on its first page. */
    public String getFirst() {
        return TicketFilters.text(request.getParameter("after")) == null ? null : address().toString();
    }

    private Address address() {
        return Address.of(request.getRequestURI()).with("contract", getContract()).with("month", getMonth());
    }
}
