package org.countersign.intake.model;

import java.util.Locale;

/** Why a message has its outcome; {@link #code()} has a text in the bundles. */
public enum IntakeReason {
    /** None of its recipients is a mailbox of ours. */
    MAILBOX_UNKNOWN,
    /** It has no author. */
    SENDER_MISSING,
    /** The author is no contact of the customer whose mailbox it is (M113). */
    SENDER_UNKNOWN,
    /** Neither our mail server nor a reply token vouches for the author. */
    SENDER_NOT_PROVEN,
    /** It names a ticket of another organisation. */
    TICKET_OF_ANOTHER_ORGANISATION,
    /** The author is no fixed contact (M97). */
    AWAITING_FIXED_CONTACT,
    /** Neither subject nor text nor file. */
    MESSAGE_EMPTY,
    /** More messages of one sender than the limit. */
    TOO_MANY_MESSAGES,
    /** More reports of one sender, or more of them on one topic, than anybody is answered. */
    TOO_MANY_REPORTS,
    AUTOMATIC_MESSAGE,
    DELIVERY_REPORT,
    NULL_RETURN_PATH,
    OWN_ADDRESS,
    MAIL_LOOP,
    /** It made a new ticket because the one it names has ended. */
    TICKET_ENDED,
    /** The vendor's answer to its case. */
    VENDOR_ANSWERED,
    /** It names a vendor case, and its author is not the vendor. */
    NOT_THE_VENDOR,
    /** A vendor wrote it, and it names no case of that vendor. */
    VENDOR_CASE_UNKNOWN,
    /** The vendor case that it names has ended. */
    VENDOR_CASE_OVER,
    /** Processing it failed again and again: a fault of ours. */
    PROCESSING_FAILED,
    /** A person refused it. */
    REFUSED_BY_DESK;

    /** Stable code in kebab case, e.g. {@code sender-not-proven}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
