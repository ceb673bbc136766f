package org.countersign.notification.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The mails there are, each with the facts that its text may speak of. The texts are in the bundles {@code org.countersign.notification.mails}
 * under {@link #key()}. Every text may also use {@code name} (of the recipient), {@code sender}, and, for a mail about a ticket, {@code ticket}.
 */
public enum MailTemplate {
    TICKET_REGISTERED("summary", "priority", "responseDue", "resolutionDue", "link"),
    /** {@code reason} is a text, what the report waits for. */
    TICKET_HELD("summary", "reason", "link"),
    /** To fixed contacts (M97). */
    TICKET_APPROVAL_ASKED("summary", "reporter", "link"),
    TICKET_RELEASED("summary", "priority", "responseDue", "resolutionDue", "link"),
    TICKET_ASSIGNED_STAFF("summary", "priority", "responseDue", "resolutionDue", "link"),
    TICKET_STARTED("summary", "assignee", "link"),
    /** {@code until} is missing where nobody knows when the work goes on. */
    TICKET_ON_HOLD("summary", "reason", "note", "until", "link"),
    TICKET_RESUMED("summary", "resolutionDue", "link"),
    TICKET_RESUMED_STAFF("summary", "resolutionDue", "link"),
    RESOLUTION_PROPOSED("summary", "resolution", "link"),
    RESOLUTION_ACCEPTED("summary", "contact", "link"),
    RESOLUTION_ACCEPTED_STAFF("summary", "contact", "link"),
    RESOLUTION_REJECTED("summary", "contact", "reason", "resolutionDue", "link"),
    RESOLUTION_REJECTED_STAFF("summary", "contact", "reason", "resolutionDue", "link"),
    TICKET_WITHDRAWN("summary", "contact", "reason", "link"),
    TICKET_WITHDRAWN_STAFF("summary", "contact", "reason", "link"),
    TICKET_DUPLICATE("summary", "original", "link"),
    TICKET_TRANSFERRED("summary", "to", "reason", "link"),
    TICKET_DECLINED("summary", "reason", "link"),
    BOARD_MESSAGE("summary", "author", "text", "link"),
    BOARD_MESSAGE_STAFF("summary", "author", "text", "link"),
    /** {@code week} as ISO 8601 names it. */
    TIMESHEET_AWAITING("contract", "week", "link"),
    /** With the PDF attached; {@code period} as people name it, e.g. {@code 2026-10}. */
    SERVICE_REPORT("contract", "period", "link"),
    /** To fixed contacts; {@code month} as ISO 8601 names it, {@code total} an amount with its currency. */
    CREDITS_PROPOSED("contract", "month", "entries", "total", "link"),
    /** To managers; {@code amount} with its currency. */
    CREDIT_DISPUTED_STAFF("contract", "month", "clause", "amount", "contact", "reason", "link"),
    /** To fixed contacts, who have the word again; both amounts with their currency. */
    CREDIT_SETTLED("contract", "month", "clause", "amountBefore", "amount", "reason", "link"),
    /** {@code missing} is a text, one missing thing a line. */
    MINIMUM_INFORMATION("subject", "missing"),
    /** {@code reason} is a text. */
    MAIL_REFUSED("subject", "reason"),
    /** To the responsible on duty. */
    CALL_OUT("summary", "contract", "reason", "backupDue", "acknowledge", "link"),
    /** To the backup, when the responsible did not acknowledge in time. */
    CALL_OUT_BACKUP("summary", "contract", "reason", "acknowledge", "link"),
    /** To fixed contacts: the level that the ticket came to is worked by the customer's own staff (M19). */
    TICKET_PUT_TO_CUSTOMER("summary", "reason", "link"),
    /** To the people of a role (M44, M58); {@code when} is a text, and level and manager are there when they changed. */
    ESCALATED_STAFF("summary", "contract", "when", "rule", "lacking", "priority", "level", "manager", "resolutionDue", "link"),
    /** To the person who answers for the ticket from now on. */
    MANAGER_NAMED("summary", "contract", "rule", "priority", "resolutionDue", "link"),
    /** To the one who is to agree; the second span may be missing. */
    SWAP_ASKED("rota", "person", "from", "until", "backFrom", "backUntil", "link"),
    SWAP_DECIDED("rota", "person", "decision", "from", "until", "link"),
    /** To managers; {@code contracts} are those that the rota covers. */
    ROTA_ENDS("rota", "until", "contracts", "link"),
    /** To the person, and to the managers. */
    CERTIFICATION_EXPIRES("person", "certification", "issuer", "number", "expiresOn", "link"),
    /** To a vendor: what it is asked. {@code contract} is the underpinning contract's number; it, reference and due instants may be missing. */
    VENDOR_CASE_OPENED("vendorCase", "contract", "reference", "subject", "priority", "responseDue", "resolutionDue", "text"),
    /** To a vendor, in the desk's words. */
    VENDOR_CASE_TOLD("vendorCase", "contract", "reference", "subject", "text"),
    /** To a vendor: we withdraw the case. Why is no business of the vendor's. */
    VENDOR_CASE_WITHDRAWN("vendorCase", "contract", "reference", "subject"),
    /**
     * To the owner of a case that ended with its ticket; {@code end} is the state in which the ticket ended. {@code mailed} is the vendor's
     * address where it was told, {@code tell} its name where somebody has to tell it.
     */
    VENDOR_CASE_ENDED_STAFF("vendorCase", "vendor", "reference", "subject", "end", "why", "mailed", "tell", "link"),
    /** What a vendor says, to those of the desk who wait for it. */
    VENDOR_ANSWER_STAFF("vendorCase", "vendor", "reference", "subject", "text", "link"),
    /** To who sees to a vendor case from now on. */
    VENDOR_CASE_HANDED_STAFF("vendorCase", "vendor", "reference", "subject", "link"),
    /** To a vendor that is late; {@code reason} is a constant, {@code reference} the vendor's own, which may be missing, as may {@code due}. */
    VENDOR_CHASER("vendorCase", "reference", "subject", "opened", "due", "reason"),
    /** To the owner of the case; {@code mailed} is the vendor's address where it was written to. */
    VENDOR_CHASER_STAFF("vendorCase", "vendor", "reference", "subject", "opened", "due", "reason", "mailed", "next", "link");

    private final List<String> facts;

    MailTemplate(String... facts) {
        this.facts = List.copyOf(Arrays.asList(facts));
    }

    /** The names of the facts, all of which a request must give; a value may be {@code null}. */
    public List<String> facts() {
        return facts;
    }

    /** Whether it comes of a registration, so that there cannot be an earlier mail about its ticket or vendor case. */
    public boolean isFirst() {
        return this == TICKET_REGISTERED || this == TICKET_HELD || this == TICKET_APPROVAL_ASKED || this == VENDOR_CASE_OPENED;
    }

    /**
     * Whether somebody of the desk wrote it to the recipient. It says so: a vendor's own desk would put aside what a machine sent (RFC 3834).
     */
    public boolean isPersonal() {
        return this == VENDOR_CASE_OPENED || this == VENDOR_CASE_TOLD;
    }

    /** The key of its texts and its stable name, e.g. {@code ticket-registered}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
