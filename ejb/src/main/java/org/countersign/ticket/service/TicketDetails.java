package org.countersign.ticket.service;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.SupportLevel;
import org.countersign.ticket.model.AcceptanceManner;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketAction;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Urgency;

/**
 * One ticket with everything its page shows beside the story.
 *
 * @param wishedPriority the customer's own wish, or {@code null}; whether it moves anything the contract says
 * @param category code of what kind of work it is, or {@code null} while nobody has said
 * @param categoryTitle as the contract calls it, the code where it does not list it any more, or {@code null}
 * @param belongsTo the level that works on such tickets, or {@code null}
 * @param queue the owner queue, {@code <contract>/<level>}
 * @param queuePosition the ticket's place in the order of arrival
 * @param manager who answers for the ticket by name, or {@code null} while nobody was named
 * @param breached names of the missed targets: {@code RESPONSE}, {@code UPDATE}, {@code RESOLUTION}
 * @param resolution the latest proposal, or {@code null}
 * @param withVendorSince since when a case is open with a vendor, or {@code null}
 * @param legalActions the steps that are legal now
 * @param holdUntil when a ticket on hold goes on by itself, or {@code null}
 * @param missing what an incomplete report lacks of what the contract demands
 * @param mayComplete whether the caller may add it
 * @param mayAccept whether the caller holds the authority to accept under this contract
 * @param withCustomer whether it is at a level that the customer's own staff works
 * @param mayHandBack whether the caller may give it back from there
 * @param version for {@code If-Match}
 */
public record TicketDetails(
        long id,
        String number,
        TicketKind kind,
        TicketState state,
        Priority priority,
        Impact impact,
        Urgency urgency,
        Priority wishedPriority,
        SupportLevel level,
        String category,
        String categoryTitle,
        SupportLevel belongsTo,
        String queue,
        long queuePosition,
        long contractId,
        String contract,
        String contractName,
        String organisation,
        Person contact,
        Person assignee,
        Person manager,
        Channel channel,
        String summary,
        String description,
        String service,
        String environment,
        Map<String, String> fields,
        String holdReason,
        Instant holdUntil,
        List<String> missing,
        Instant receivedAt,
        Instant responseDue,
        Instant respondedAt,
        Instant updateDue,
        Instant resolutionDue,
        Instant resolvedAt,
        Instant closedAt,
        Instant updatedAt,
        int rejections,
        List<String> breached,
        ProposedResolution resolution,
        AcceptanceRecord acceptance,
        String duplicateOf,
        String transferredTo,
        String endReason,
        Instant withVendorSince,
        List<TicketAction> legalActions,
        boolean mayAccept,
        boolean mayWithdraw,
        boolean mayRelease,
        boolean mayComplete,
        boolean withCustomer,
        boolean mayHandBack,
        long version) {

    /** The higher level that this kind of work belongs to, or {@code null} where nobody has to hand it on. */
    public SupportLevel suggestedLevel() {
        boolean worked = state == TicketState.NEW || state == TicketState.IN_PROGRESS;
        return worked && belongsTo != null && belongsTo.compareTo(level) > 0 ? belongsTo : null;
    }

    /** Somebody by name; {@code account} is {@code null} for a contact, whose mail address is given instead. */
    public record Person(String account, String name, String email) {}

    /** A proposed solution. */
    public record ProposedResolution(int ordinal, String text, String proposedBy, Instant proposedAt) {}

    /** The customer's signature. */
    public record AcceptanceRecord(String acceptedBy, Instant acceptedAt, AcceptanceManner manner, String comment, long authorisation) {}
}
