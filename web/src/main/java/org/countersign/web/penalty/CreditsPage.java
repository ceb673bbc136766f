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
import org.countersign.penalty.service.AvailabilityQueries;
import org.countersign.penalty.service.AvailabilityView;
import org.countersign.penalty.service.PenaltyMonthView;
import org.countersign.penalty.service.PenaltyQueries;
import org.countersign.penalty.service.PenaltyRow;
import org.countersign.web.support.Address;
import org.countersign.web.support.KnownContracts;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

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
    private ListPage<PenaltyRow> page;

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
        String asked = Parameters.text(request, "contract");
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
        String asked = Parameters.text(request, "month");
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
        return getPage().rows();
    }

    public ListPage<PenaltyRow> getPage() {
        if (page == null) {
            page = isAssessed()
                    ? ListPage.read(request, address(), after -> queries.entries(getContract(), getMonth(), null, null, after))
                    : ListPage.none();
        }
        return page;
    }

    private Address address() {
        return Address.of(request.getRequestURI()).with("contract", getContract()).with("month", getMonth());
    }
}
