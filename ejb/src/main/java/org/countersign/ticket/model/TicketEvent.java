package org.countersign.ticket.model;

import java.time.Instant;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.model.QueueOrder;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.DomainEvent;

/** What happens to a ticket. */
public interface TicketEvent extends DomainEvent {

    TicketRef ticket();

    @Override
    default Long contractId() {
        return ticket().contractId();
    }

    @Override
    default String subjectType() {
        return "ticket";
    }

    @Override
    default String subjectId() {
        return ticket().number();
    }

    /**
     * A report became a ticket; {@code state} is NEW or HELD.
     *
     * @param reporter the contact of that id, whom the mail goes to, or {@code null}
     * @param responseDue {@code null} while the ticket is held
     * @param resolutionDue {@code null} while the ticket is held
     * @param acknowledged whether the reporter is told by mail: not where the report's own mail asks for silence (RFC 3834)
     * @param category code, or {@code null}
     * @param missing what the contract demands and the report lacks, or {@code null}
     * @param direct whether the contract has reports of that category open at this level, instead of where others enter
     */
    record TicketRegistered(
            TicketRef ticket,
            TicketState state,
            TicketKind kind,
            Priority priority,
            Channel channel,
            Long contactId,
            ContactCard reporter,
            String summary,
            Instant responseDue,
            Instant resolutionDue,
            String holdReason,
            boolean acknowledged,
            SupportLevel level,
            String category,
            boolean direct,
            String missing)
            implements TicketEvent {}

    /**
     * Something was added to an incomplete report.
     *
     * @param added what of the content that the contract demands
     * @param missing what of it is missing still, or {@code null} when the report is complete
     * @param holdReason why the report still waits, or {@code null} when it enters the queue
     */
    record ReportSupplemented(
            TicketRef ticket, String added, String missing, boolean byCustomer, String holdReason, SupportLevel level, String category)
            implements TicketEvent {}

    /** A held ticket entered the queue. */
    record TicketReleased(TicketRef ticket, String by) implements TicketEvent {}

    /** What the ticket is was judged anew. */
    record TicketAssessed(TicketRef ticket, TicketKind kind, Impact impact, Urgency urgency, Priority from, Priority to) implements TicketEvent {}

    /**
     * Somebody of the desk said what kind of work it is.
     *
     * @param from code of the category before, or {@code null}
     * @param to code of the category
     * @param title of the category
     * @param belongsTo the level that works on it, or {@code null}
     */
    record TicketCategorised(TicketRef ticket, String from, String to, String title, SupportLevel belongsTo) implements TicketEvent {}

    /**
     * The due instants, or the priority, moved because the contract or its calendar changed.
     *
     * @param why {@code CONTRACT_VERSION} or {@code CALENDAR}, with the numbers, e.g. {@code CONTRACT_VERSION 1 → 2}
     * @param moved what moved from and to, one line each
     */
    record TicketClockMoved(TicketRef ticket, String why, String moved) implements TicketEvent {}

    record TicketAssigned(TicketRef ticket, String from, String to) implements TicketEvent {}

    /**
     * The ticket was taken while others waited that it should not have passed.
     *
     * @param overtaking id of the record
     * @param queue {@code <contract>/<level>}
     * @param order in which the contract said that tickets are taken
     * @param overtaken how many were passed
     * @param first number of the one of them that came first
     */
    record TicketOvertook(
            TicketRef ticket, long overtaking, String queue, QueueOrder order, long overtaken, String first, String reason)
            implements TicketEvent {}

    /** Handling started (M90). */
    record WorkStarted(TicketRef ticket, String assignee) implements TicketEvent {}

    /** @param until when the ticket goes on by itself, or {@code null} when somebody resumes it */
    record TicketPutOnHold(TicketRef ticket, HoldReason reason, String note, Instant until) implements TicketEvent {}

    /** Work goes on: somebody resumed it, or the end of the hold has come. */
    record TicketResumed(TicketRef ticket) implements TicketEvent {}

    record TicketEscalated(TicketRef ticket, SupportLevel from, SupportLevel to, String reason) implements TicketEvent {}

    /** The level that the ticket came to is worked by the customer's own staff (M19); they have it now. */
    record TicketPutToCustomer(TicketRef ticket, SupportLevel level, String reason) implements TicketEvent {}

    /** The customer's own staff gave it back, or the desk took it back; {@code to} is the level of the provider that has it now. */
    record TicketHandedBack(TicketRef ticket, SupportLevel from, SupportLevel to, boolean byCustomer) implements TicketEvent {}

    /** A named person answers for the ticket from now on (M44); {@code from} is who did before, or {@code null}. */
    record ManagerNamed(TicketRef ticket, String from, String to, String reason) implements TicketEvent {}

    record ResolutionProposed(TicketRef ticket, long resolutionId, int ordinal, String text) implements TicketEvent {}

    record ResolutionAccepted(TicketRef ticket, long resolutionId, long contactId, long authorisationId, AcceptanceManner manner)
            implements TicketEvent {}

    record ResolutionRejected(TicketRef ticket, long resolutionId, long contactId, String reason) implements TicketEvent {}

    record TicketWithdrawn(TicketRef ticket, long contactId, String reason) implements TicketEvent {}

    record TicketMarkedDuplicate(TicketRef ticket, String of) implements TicketEvent {}

    record TicketTransferred(TicketRef ticket, String to, String reason) implements TicketEvent {}

    record TicketDeclined(TicketRef ticket, String reason) implements TicketEvent {}

    /** Something was written on the board. The text itself stays on the board: {@code messageId} names it. */
    record MessagePosted(TicketRef ticket, long messageId, Visibility visibility, Channel channel, boolean byCustomer) implements TicketEvent {}

    record FileAttached(TicketRef ticket, long attachmentId, String name, long sizeBytes, String sha256) implements TicketEvent {}
}
