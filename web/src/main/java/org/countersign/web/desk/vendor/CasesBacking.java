package org.countersign.web.desk.vendor;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.identity.model.Role;
import org.countersign.kernel.CursorPage;
import org.countersign.vendor.model.VendorCaseState;
import org.countersign.vendor.service.VendorCaseFilter;
import org.countersign.vendor.service.VendorCaseQueries;
import org.countersign.vendor.service.VendorCaseRow;
import org.countersign.vendor.service.VendorDirectory;
import org.countersign.vendor.service.VendorView;
import org.countersign.web.support.DueBadge;
import org.countersign.web.support.DueBadges;
import org.countersign.web.support.Reader;
import org.countersign.web.ticket.Address;
import org.countersign.web.ticket.TicketFilters;

/** The cases that are with vendors, by what is due first. */
@Named("vendorCases")
@RequestScoped
public class CasesBacking {

    @EJB
    private VendorCaseQueries queries;

    @EJB
    private VendorDirectory directory;

    @Inject
    private DueBadges badges;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private CursorPage<VendorCaseRow> page;

    /** From the address; {@code null} for all that have not ended. */
    public VendorCaseState getState() {
        return TicketFilters.constant(VendorCaseState.class, request.getParameter("state")).orElse(null);
    }

    /** Code of the only vendor shown, or {@code null}. */
    public String getVendor() {
        return TicketFilters.text(request.getParameter("vendor"));
    }

    /** Whether only the reader's own cases are shown. */
    public boolean isMine() {
        return "yes".equals(request.getParameter("mine"));
    }

    public boolean isAgent() {
        return reader.has(Role.AGENT_ROLE);
    }

    public VendorCaseState[] getStates() {
        return VendorCaseState.values();
    }

    public List<VendorView> getVendors() {
        return directory.vendors();
    }

    public List<VendorCaseRow> getRows() {
        return page().items();
    }

    public DueBadge due(VendorCaseRow row) {
        return badges.badgeBy(row.calendar(), row.due(), null, row.state().isRunning());
    }

    /** Where the list goes on, or {@code null} on its last page. */
    public String getNext() {
        return page().next() == null ? null : address().with("after", page().next()).toString();
    }

    /** Where the list begins, or {@code null} on its first page. */
    public String getFirst() {
        return after() == null ? null : address().toString();
    }

    private CursorPage<VendorCaseRow> page() {
        if (page == null) {
            VendorCaseFilter filter = new VendorCaseFilter(
                    getState() == null ? VendorCaseState.RUNNING : List.of(getState()),
                    getVendor(),
                    isMine() ? reader.getCaller().name() : null);
            page = queries.list(filter, null, after());
        }
        return page;
    }

    private String after() {
        return TicketFilters.text(request.getParameter("after"));
    }

    private Address address() {
        return Address.of("cases.xhtml").with("state", getState()).with("vendor", getVendor()).with("mine", isMine() ? "yes" : null);
    }
}
