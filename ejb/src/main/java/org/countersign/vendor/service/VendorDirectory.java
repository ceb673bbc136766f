package org.countersign.vendor.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.vendor.model.Vendors;

/** Which vendors there are. For the staff only. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
public class VendorDirectory {

    @Inject
    private Vendors vendors;

    /** All vendors, by code, to choose from. */
    public List<VendorView> vendors() {
        return vendors.all().stream().map(VendorView::of).toList();
    }

    /**
     * Vendors by code.
     *
     * @param text part of name or code, or {@code null} for all
     * @throws BusinessRuleViolation {@code limit-out-of-range}
     */
    public CursorPage<VendorView> list(String text, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        return CursorPage.of(vendors.page(text, after, rows + 1).stream().map(VendorView::of).toList(), rows, VendorView::code);
    }

    /** The vendor with that code, or nothing. */
    public Optional<VendorView> known(String code) {
        return vendors.byCode(code == null ? "" : code.strip()).map(VendorView::of);
    }

    /** @throws BusinessRuleViolation {@code not-found} */
    public VendorView find(String code) {
        return known(code).orElseThrow(() -> BusinessRuleViolation.notFound("vendor", code));
    }
}
