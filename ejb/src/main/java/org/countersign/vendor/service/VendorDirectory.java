package org.countersign.vendor.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.vendor.model.Vendors;

/** Which vendors there are. For the staff only. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
public class VendorDirectory {

    @Inject
    private Vendors vendors;

    /** All vendors, by code. */
    public List<VendorView> vendors() {
        return vendors.all().stream().map(VendorView::of).toList();
    }

    /** @throws BusinessRuleViolation {@code not-found} */
    public VendorView find(String code) {
        return vendors.byCode(code == null ? "" : code.strip())
                .map(VendorView::of)
                .orElseThrow(() -> BusinessRuleViolation.notFound("vendor", code));
    }
}
