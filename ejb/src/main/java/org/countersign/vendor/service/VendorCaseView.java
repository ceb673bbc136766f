package org.countersign.vendor.service;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketState;
import org.countersign.vendor.model.ChaserReason;
import org.countersign.vendor.model.EntryKind;
import org.countersign.vendor.model.VendorCaseAction;
import org.countersign.vendor.model.VendorCaseState;

/**
 * A vendor case with its correspondence and its clock.
 *
 * @param ticket number
 * @param description what the vendor was told at first
 * @param mailedTo where that went by mail, or {@code null}
 * @param resolutionDue {@code null} while the vendor waits for us, or when no solution is promised
 * @param chaseAt when the next chaser goes out, or {@code null}
 * @param ending how it was solved, or why it was withdrawn
 * @param endedWith in which state the ticket ended that took the case with it, or {@code null}
 * @param endingMailedTo where the vendor was told by mail that the case is withdrawn, or {@code null}
 * @param breached names of the missed targets: {@code RESPONSE}, {@code RESOLUTION}
 * @param version for {@code If-Match}
 */
public record VendorCaseView(
        String number,
        String ticket,
        String vendor,
        String vendorName,
        String reference,
        String subject,
        String description,
        Priority priority,
        VendorCaseState state,
        Person owner,
        Person openedBy,
        Instant openedAt,
        String mailedTo,
        String calendar,
        Target response,
        Target resolution,
        Instant responseDue,
        Instant respondedAt,
        Instant resolutionDue,
        List<String> breached,
        Instant chaseAt,
        int chasers,
        Instant endedAt,
        Person endedBy,
        String ending,
        TicketState endedWith,
        String endingMailedTo,
        List<Entry> correspondence,
        List<VendorCaseAction> legalActions,
        long version) {

    /** Somebody of the desk. */
    public record Person(String account, String name) {}

    /** What was promised, in the vendor's service time, and how much of it is used. */
    public record Target(Duration promised, Duration consumed) {}

    /**
     * An entry of the correspondence.
     *
     * @param by who wrote it down; {@code null} for a chaser, and for what the vendor wrote itself
     * @param text {@code null} for a chaser, which says its {@code reason} instead
     * @param mailedTo where it went by mail, or {@code null}
     * @param mailedFrom the address from which the vendor answered by mail, or {@code null}
     * @param message the message that came in, or {@code null}
     */
    public record Entry(
            int ordinal, EntryKind kind, Instant at, Person by, String text, ChaserReason reason, String mailedTo, String mailedFrom,
            Long message) {}
}
