package org.countersign.vendor.service;

import org.countersign.vendor.model.UnderpinningContract;
import org.countersign.vendor.model.Vendor;
import org.countersign.vendor.model.VendorAddress;

/**
 * A vendor.
 *
 * @param version for {@code If-Match}
 */
public record VendorView(String code, String name, VendorAddress address, UnderpinningContract contract, long version) {

    static VendorView of(Vendor vendor) {
        return new VendorView(vendor.code(), vendor.name(), vendor.address(), vendor.contract(), vendor.version());
    }
}
