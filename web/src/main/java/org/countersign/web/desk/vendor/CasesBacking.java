package org.countersign.web.desk.vendor;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.identity.model.Role;
import org.countersign.vendor.model.VendorCaseState;
import org.countersign.vendor.service.VendorCaseFilter;
import org.countersign.vendor.service.VendorCaseQueries;
import org.countersign.vendor.service.VendorCaseRow;
import org.countersign.vendor.service.VendorDirectory;
import org.countersign.vendor.service.VendorView;
import org.countersign.web.support.Address;
import org.countersign.web.support.DueBadge;
import org.countersign.web.support.DueBadges;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

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

    private ListPage<VendorCaseRow> page;

    /** From the address; {@code null} for all that have not ended. */
    public VendorCaseState getState() {
        return Parameters.constant(VendorCaseState.class, request, "state").orElse(null);
    }

    /** Code of the only vendor shown, or {@code null}. */
    public String getVendor() {
        return Parameters.text(request, "vendor");
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
        return getPage().rows();
    }

    public DueBadge due(VendorCaseRow row) {
        return badges.badgeBy(row.calendar(), row.due(), null, row.state().isRunning());
    }

    public ListPage<VendorCaseRow> getPage() {
        if (page == null) {
            VendorCaseFilter filter = new VendorCaseFilter(
                    getState() == null ? VendorCaseState.RUNNING : List.of(getState()),
                    getVendor(),
                    isMine() ? reader.getCaller().name() : null);
            page = ListPage.read(request, address(), after -> queries.list(filter, null, after));
        }
        return page;
    }

    private Address address() {
        return Address.of("cases.xhtml").with("state", getState()).with("vendor", getVendor()).with("mine", isMine() ? "yes" : null);
    }
}
