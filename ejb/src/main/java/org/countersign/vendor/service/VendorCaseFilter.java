package org.countersign.vendor.service;

import java.util.List;
import org.countersign.vendor.model.VendorCaseState;

/**
 * Which vendor cases a list shows.
 *
 * @param states all when empty
 * @param vendor code, or {@code null} for all
 * @param owner account name, or {@code null} for all
 */
public record VendorCaseFilter(List<VendorCaseState> states, String vendor, String owner) {

    public VendorCaseFilter {
        states = states == null ? List.of() : List.copyOf(states);
    }
}
