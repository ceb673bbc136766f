package org.countersign.vendor.model;

import java.util.List;
import java.util.Optional;

/** All vendors. */
public interface Vendors {

    /** Adds a vendor, which has its id then. */
    void add(Vendor vendor);

    Optional<Vendor> byCode(String code);

    Optional<Vendor> byId(long id);

    /** Whether a vendor takes mail at this address, given in lower case. */
    boolean anyAt(String email);

    /** The vendor as it is now, locked until the transaction ends. */
    Optional<Vendor> lock(String code);

    /** All vendors with their targets, by code. */
    List<Vendor> all();

    /**
     * Vendors with their targets, by code.
     *
     * @param text part of name or code, or {@code null} for all
     * @param afterCode the last one that was read, or {@code null}
     */
    List<Vendor> page(String text, String afterCode, int limit);

    /** Writes what changed so far, so that a conflict shows now; the vendor has another version then, also where only a promise is another. */
    void flush(Vendor changed);
}
