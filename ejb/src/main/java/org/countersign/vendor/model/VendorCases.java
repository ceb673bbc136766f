package org.countersign.vendor.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All vendor cases. */
public interface VendorCases {

    /** Draws the case's number and adds it. */
    void add(VendorCase vendorCase);

    Optional<VendorCase> byNumber(String number);

    /**
     * Cases of the vendor with this mail address whose reference, the vendor's own, occurs in a text; the latest first.
     *
     * @param text in lower case
     * @param limit at most so many
     */
    List<VendorCase> referredToIn(String text, String vendorEmail, int limit);

    /** The case as it is now, locked until the transaction ends. */
    Optional<VendorCase> lock(String number);

    /** The cases of a ticket with their correspondence, oldest first. */
    List<VendorCase> ofTicket(long ticketId);

    /** The cases of a ticket that have not ended, as they are now, locked until the transaction ends, oldest first. */
    List<VendorCase> lockRunning(long ticketId);

    /** Since when the ticket has cases that have not ended; nothing when it has none. */
    Optional<Instant> runningSince(long ticketId);

    /** The running cases whose hours are those of a calendar, with their correspondence. */
    List<VendorCase> running(String calendar);

    /**
     * Cases to be chased, locked until the transaction ends after their tickets; what another transaction has locked, be it the case or its
     * ticket, is passed over.
     *
     * @param limit at most so many
     */
    List<VendorCase> claimToChase(Instant now, int limit);

    /** Writes what changed so far, so that a conflict shows now. */
    void flush();
}
