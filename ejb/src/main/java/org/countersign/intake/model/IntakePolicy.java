package org.countersign.intake.model;

import org.countersign.customer.model.UnprovenMail;

/**
 * Decides what a readable message leads to, from what was found out about it. The strongest ground comes first: a machine, no mailbox, a flood,
 * a vendor, a stranger, a ticket's number in the wrong hands, too little to go on.
 */
public final class IntakePolicy {

    private IntakePolicy() {}

    /** What the message says about a ticket. */
    public enum Reference {
        /** It names none that there is. */
        NONE,
        /** One of the sender's organisation on which something is still to do. */
        OPEN,
        /** One of the sender's organisation that has ended. */
        ENDED,
        /** One of another organisation. */
        FOREIGN
    }

    /** What the message says about a vendor case. */
    public enum VendorMention {
        /** Nothing, and no vendor wrote it; or a contact of the customer's did, who is no vendor here. */
        NONE,
        /** The vendor of a running case names it. */
        OPEN,
        /** The vendor of a case that has ended names it. */
        ENDED,
        /** A vendor names no case of its own. */
        UNNAMED,
        /** Somebody else names a case. */
        STRANGER
    }

    /** What is to be done. */
    public enum Action {
        /** Nothing but keeping and showing it. */
        KEEP,
        /** Keep it, and ask the sender for what is missing. */
        ASK,
        /** Write it onto the ticket's board. */
        APPEND,
        /** Record it as the vendor's answer to its case, which no customer sees. */
        ANSWER,
        /** Make a ticket of it. */
        REGISTER
    }

    /**
     * What was found out.
     *
     * @param screening what the sender is
     * @param mailboxKnown whether a mailbox of ours is among the recipients
     * @param senderKnown whether the author is a contact of the customer whose mailbox it is
     * @param vendor what it says about a vendor case, and whether its vendor does
     * @param proven whether our mail server or a reply token vouches for the author
     * @param empty whether there is neither subject nor text nor file; a vendor's subject, which names the case, says nothing
     * @param mustBeFixed whether the contract takes reports of fixed contacts only, and the author is none
     * @param unproven what the contract lets an unproven mail open
     * @param tooManyMessages whether the sender has sent more than anybody may
     * @param tooManyReports whether the sender has been answered as often as anybody is
     */
    public record Situation(
            SenderScreening.Finding screening,
            boolean mailboxKnown,
            boolean senderKnown,
            Reference reference,
            VendorMention vendor,
            boolean proven,
            boolean empty,
            boolean mustBeFixed,
            UnprovenMail unproven,
            boolean tooManyMessages,
            boolean tooManyReports) {}

    /**
     * The judgement.
     *
     * @param reason {@code null} for a plain success
     */
    public record Judgement(Action action, IntakeOutcome outcome, IntakeReason reason) {

        /** Why a new ticket has to wait, as a stable code; {@code null} when it goes straight into the queue. */
        public String holdReason() {
            return action == Action.REGISTER && outcome == IntakeOutcome.HELD_UNAUTHORISED ? reason.name() : null;
        }
    }

    public static Judgement judge(Situation situation) {
        Judgement machine = machine(situation.screening());
        if (machine != null) {
            return machine;
        }
        if (!situation.mailboxKnown()) {
            return keep(IntakeOutcome.REFUSED, IntakeReason.MAILBOX_UNKNOWN);
        }
        if (situation.tooManyMessages()) {
            return keep(IntakeOutcome.QUARANTINED, IntakeReason.TOO_MANY_MESSAGES);
        }
        if (situation.vendor() != VendorMention.NONE) {
            return vendor(situation);
        }
        if (!situation.senderKnown()) {
            return keep(IntakeOutcome.REFUSED, IntakeReason.SENDER_UNKNOWN);
        }
        return switch (situation.reference()) {
            case FOREIGN -> keep(IntakeOutcome.QUARANTINED, IntakeReason.TICKET_OF_ANOTHER_ORGANISATION);
            case OPEN -> situation.proven()
                    ? new Judgement(Action.APPEND, IntakeOutcome.MESSAGE_APPENDED, null)
                    : keep(IntakeOutcome.QUARANTINED, IntakeReason.SENDER_NOT_PROVEN);
            case ENDED -> situation.proven()
                    ? report(situation, IntakeReason.TICKET_ENDED)
                    : keep(IntakeOutcome.QUARANTINED, IntakeReason.SENDER_NOT_PROVEN);
            case NONE -> report(situation, null);
        };
    }

    private static Judgement machine(SenderScreening.Finding finding) {
        return switch (finding) {
            case PERSON -> null;
            case LOOP -> keep(IntakeOutcome.LOOP, IntakeReason.MAIL_LOOP);
            case OWN_ADDRESS -> keep(IntakeOutcome.LOOP, IntakeReason.OWN_ADDRESS);
            case BOUNCE -> keep(IntakeOutcome.AUTOMATIC_REPLY, IntakeReason.DELIVERY_REPORT);
            case AUTOMATIC_REPLY -> keep(IntakeOutcome.AUTOMATIC_REPLY, IntakeReason.AUTOMATIC_MESSAGE);
            case NULL_RETURN_PATH -> keep(IntakeOutcome.AUTOMATIC_REPLY, IntakeReason.NULL_RETURN_PATH);
            case NO_SENDER -> keep(IntakeOutcome.REFUSED, IntakeReason.SENDER_MISSING);
        };
    }

    /** What a vendor writes never becomes a ticket. */
    private static Judgement vendor(Situation situation) {
        if (situation.vendor() == VendorMention.STRANGER) {
            return keep(IntakeOutcome.QUARANTINED, IntakeReason.NOT_THE_VENDOR);
        }
        if (!situation.proven()) {
            return keep(IntakeOutcome.QUARANTINED, IntakeReason.SENDER_NOT_PROVEN);
        }
        return switch (situation.vendor()) {
            case OPEN -> situation.empty()
                    ? keep(IntakeOutcome.QUARANTINED, IntakeReason.MESSAGE_EMPTY)
                    : new Judgement(Action.ANSWER, IntakeOutcome.MESSAGE_APPENDED, IntakeReason.VENDOR_ANSWERED);
            case ENDED -> keep(IntakeOutcome.QUARANTINED, IntakeReason.VENDOR_CASE_OVER);
            default -> keep(IntakeOutcome.QUARANTINED, IntakeReason.VENDOR_CASE_UNKNOWN);
        };
    }

    /** A report that shall become a ticket of its own. */
    private static Judgement report(Situation situation, IntakeReason because) {
        boolean trusted = situation.proven() || situation.unproven() == UnprovenMail.OPEN;
        if (!trusted && situation.unproven() == UnprovenMail.QUARANTINE) {
            return keep(IntakeOutcome.QUARANTINED, IntakeReason.SENDER_NOT_PROVEN);
        }
        if (situation.tooManyReports()) {
            return keep(IntakeOutcome.LOOP, IntakeReason.TOO_MANY_REPORTS);
        }
        if (situation.empty()) {
            return new Judgement(Action.ASK, IntakeOutcome.HELD_INCOMPLETE, IntakeReason.MESSAGE_EMPTY);
        }
        // A fixed contact who agrees vouches for the sender too, so that question comes first.
        if (situation.mustBeFixed()) {
            return new Judgement(Action.REGISTER, IntakeOutcome.HELD_UNAUTHORISED, IntakeReason.AWAITING_FIXED_CONTACT);
        }
        return trusted
                ? new Judgement(Action.REGISTER, IntakeOutcome.TICKET_CREATED, because)
                : new Judgement(Action.REGISTER, IntakeOutcome.HELD_UNAUTHORISED, IntakeReason.SENDER_NOT_PROVEN);
    }

    private static Judgement keep(IntakeOutcome outcome, IntakeReason reason) {
        return new Judgement(Action.KEEP, outcome, reason);
    }
}
