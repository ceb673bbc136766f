package org.countersign.vendor.service;

import java.time.Instant;
import org.countersign.ticket.model.Priority;
import org.countersign.vendor.model.VendorCaseState;

/**
 * A vendor case in a list.
 *
 * @param owner account name
 * @param due the next thing that the vendor owes, or {@code null} when it owes nothing now
 * @param calendar code of the calendar with the vendor's hours
 * @param dueOrder what the list is sorted by
 */
public record VendorCaseRow(
        long id,
        String number,
        String ticket,
        String contract,
        String vendor,
        String vendorName,
        String reference,
        String subject,
        Priority priority,
        VendorCaseState state,
        String owner,
        String ownerName,
        Instant openedAt,
        Instant responseDue,
        Instant respondedAt,
        Instant resolutionDue,
        Instant endedAt,
        int chasers,
        String calendar,
        Instant dueOrder) {

    public Instant due() {
        if (state != VendorCaseState.OPEN) {
            return null;
        }
        if (respondedAt != null) {
            return resolutionDue;
        }
        return resolutionDue != null && resolutionDue.isBefore(responseDue) ? resolutionDue : responseDue;
    }
}
