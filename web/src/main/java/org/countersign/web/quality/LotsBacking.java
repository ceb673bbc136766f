package org.countersign.web.quality;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.LotState;
import org.countersign.quality.service.LotFilter;
import org.countersign.quality.service.LotRow;
import org.countersign.quality.service.QualityQueries;
import org.countersign.web.ticket.Address;
import org.countersign.web.ticket.TicketFilters;

/** The inspection lots, latest first. */
@Named
@RequestScoped
public class LotsBacking {

    @EJB
    private QualityQueries queries;

    @Inject
    private HttpServletRequest request;

    private CursorPage<LotRow> page;

    public List<LotRow> getRows() {
        return page().items();
    }

    private CursorPage<LotRow> page() {
        if (page == null) {
            page = queries.lots(new LotFilter(getContract(), getWeek(), getState()), null, after());
        }
        return page;
    }

    public String getContract() {
        return TicketFilters.text(request.getParameter("contract"));
    }

    /** From the address; {@code null} unless it is a week. */
    public IsoWeek getWeek() {
        String week = TicketFilters.text(request.getParameter("week"));
        try {
            return week == null ? null : IsoWeek.parse(week);
        } catch (BusinessRuleViolation oldBookmark) {
            return null;
        }
    }

    public LotState getState() {
        return TicketFilters.constant(LotState.class, request.getParameter("state")).orElse(null);
    }

    public LotState[] getStates() {
        return LotState.values();
    }

    public boolean isFiltered() {
        return getContract() != null || getWeek() != null || getState() != null;
    }

    /** Where the list goes on, or {@code null} on its last page. */
    public String getNext() {
        return page().next() == null ? null : address().with("after", page().next()).toString();
    }

    /** Where the list begins, or {@code null} on its first page. */
    public String getFirst() {
        return after() == null ? null : address().toString();
    }

    private String after() {
        return TicketFilters.text(request.getParameter("after"));
    }

    private Address address() {
        return Address.of("lots.xhtml").with("contract", getContract()).with("week", getWeek()).with("state", getState());
    }
}
