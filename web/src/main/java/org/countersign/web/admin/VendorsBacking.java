package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.vendor.service.VendorDirectory;
import org.countersign.vendor.service.VendorView;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Parameters;

/** All vendors. */
@Named
@RequestScoped
public class VendorsBacking {

    @EJB
    private VendorDirectory directory;

    @Inject
    private HttpServletRequest request;

    private ListPage<VendorView> page;

    public ListPage<VendorView> getPage() {
        if (page == null) {
            page = ListPage.read(
                    request, Address.of("vendors.xhtml").with("q", getText()), after -> directory.list(getText(), null, after));
        }
        return page;
    }

    public List<VendorView> getRows() {
        return getPage().rows();
    }

    /** What the list is searched for, or {@code null}. */
    public String getText() {
        return Parameters.text(request, "q");
    }
}
