package org.countersign.vendor.service;

import java.time.Instant;
import java.util.List;

/** Read-only projections of vendor cases, each one statement. */
public interface VendorCaseViews {

    /**
     * A page of the list, by what is due first, one row beyond {@code limit} when there is more.
     *
     * @param afterDue after a row that stands there, and with that {@code afterId}; {@code null} to begin
     */
    List<VendorCaseRow> list(VendorCaseFilter filter, int limit, Instant afterDue, Long afterId);
}
