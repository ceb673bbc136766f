package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.countersign.vendor.service.VendorDirectory;
import org.countersign.vendor.service.VendorView;

/** All vendors. */
@Named
@RequestScoped
public class VendorsBacking {

    @EJB
    private VendorDirectory directory;

    private List<VendorView> vendors;

    public List<VendorView> getVendors() {
        if (vendors == null) {
            vendors = directory.vendors();
        }
        return vendors;
    }
}
