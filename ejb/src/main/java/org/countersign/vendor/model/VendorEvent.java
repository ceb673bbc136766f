package org.countersign.vendor.model;

import java.time.Instant;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.model.TicketState;

/** What happens to vendors and their cases. */
public interface VendorEvent extends DomainEvent {

    /** The vendor's code. */
    String vendor();

    /** A vendor is new or another than before; {@code changes} one line per member. */
    record VendorRecorded(String vendor, String changes) implements VendorEvent {

        @Override
        public Long contractId() {
            return null;
        }

        @Override
        public String subjectType() {
            return "vendor";
        }

        @Override
        public String subjectId() {
            return vendor;
        }
    }

    /** Something about a case; it stands in the history of the ticket. What was told and answered stays with the case. */
    interface OnCase extends VendorEvent {

        TicketRef ticket();

        /** The case's number. */
        String number();

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
    }

    /**
     * @param withVendorSinceBefore {@code null} unless the ticket had another running case
     * @param mailedTo the vendor's address, or {@code null} where it is told by other means
     */
    record VendorCaseOpened(
            TicketRef ticket, String number, String vendor, String subject, String reference, Priority priority, Instant responseDue,
            Instant resolutionDue, Instant withVendorSinceBefore, String mailedTo, Letter letter)
            implements OnCase {}

    /**
     * What a mail about the case says.
     *
     * @param ownerId who sees to the case
     * @param contract number of the underpinning contract, or {@code null}
     * @param reference the vendor's own, or {@code null}
     * @param text in somebody's words, or {@code null}
     */
    record Letter(long ownerId, String vendorName, String language, String contract, String subject, String reference, String text) {}

    record VendorReferenceRecorded(TicketRef ticket, String number, String vendor, String before, String after) implements OnCase {}

    /** @param letter what mails say of the case */
    record VendorCaseHanded(TicketRef ticket, String number, String vendor, String before, String after, Letter letter) implements OnCase {}

    /** @param mailedTo the vendor's address, or {@code null} where it is told by other means */
    record VendorTold(
            TicketRef ticket, String number, String vendor, int entry, VendorCaseState before, VendorCaseState after, Instant resolutionDue,
            String mailedTo, Letter letter)
            implements OnCase {}

    /** @param mailedFrom the address from which it answered by mail, or {@code null} where somebody recorded it */
    record VendorAnswered(
            TicketRef ticket, String number, String vendor, int entry, VendorCaseState before, VendorCaseState after, String mailedFrom,
            Letter letter)
            implements OnCase {}

    /**
     * The vendor is reminded.
     *
     * @param chaser which it is, from 1 on
     * @param entry its place in the correspondence
     * @param mailedTo the vendor's address, or {@code null} where it takes no mail
     * @param next when the next one goes out, or {@code null}
     * @param parties whom to write to
     */
    record VendorChased(
            TicketRef ticket, String number, String vendor, int chaser, int entry, ChaserReason reason, String mailedTo, Instant next,
            ChasedParties parties)
            implements OnCase {}

    /** What mails about a chaser speak of. */
    record ChasedParties(
            long ownerId, String vendorName, VendorAddress vendor, String subject, String reference, Instant openedAt, Instant due) {}

    /**
     * What the vendor owes is due at other instants, because its hours were recorded anew, or a version of them was withdrawn.
     *
     * @param why {@code CALENDAR}, with its code and version; after a version that was withdrawn, the number of the withdrawal, as tickets
     *     name it, e.g. {@code CALENDAR NL-OFFICE 2 → 3}
     * @param moved what moved from and to, one line each
     */
    record VendorClockMoved(TicketRef ticket, String number, String vendor, String why, String moved) implements OnCase {}

    record VendorCaseSolved(TicketRef ticket, String number, String vendor, VendorCaseState before, String ending) implements OnCase {}

    /**
     * @param ending why, which is not for the vendor
     * @param endedWith in which state the ticket ended that took the case with it, or {@code null} where the desk withdrew the case
     * @param mailedTo the vendor's address, or {@code null} where it is told by other means
     */
    record VendorCaseWithdrawn(
            TicketRef ticket, String number, String vendor, VendorCaseState before, TicketState endedWith, String ending, String mailedTo,
            Letter letter)
            implements OnCase {}
}
