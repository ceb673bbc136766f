package org.countersign.escalation.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What is to be expected of a rule for a ticket as it stands.
 *
 * @param occasion which time it is, where a rule may apply again
 * @param due {@code null} unless it is to come at a known instant
 * @param reason why there is no due instant, or no need; {@code null} when there is one
 */
public record Outlook(EscalationState state, int occasion, Instant due, String reason) {

    /** The ticket is at its end. */
    public static final String ENDED = "ENDED";
    /** A solution is proposed and the customer has the word. */
    public static final String RESOLVED = "RESOLVED";
    /** The target was met. */
    public static final String MET = "MET";
    /** Somebody has the ticket. */
    public static final String ASSIGNED = "ASSIGNED";
    /** The contract does not ask it for a ticket like this. */
    public static final String NOT_ASKED = "NOT_ASKED";
    /** Nobody is to be called at this hour. */
    public static final String NOBODY_TO_CALL = "NOBODY_TO_CALL";
    /** It happened, but nobody was on duty to be called, and the managers were told instead. */
    public static final String NOBODY_ON_DUTY = "NOBODY_ON_DUTY";
    /** It happened, but whom the contract names has no active account any more, and the managers were told instead. */
    public static final String MANAGER_GONE = "MANAGER_GONE";
    /** The calendar has no hours for it within ten years. */
    public static final String OUT_OF_REACH = "OUT_OF_REACH";

    static Outlook at(int occasion, Instant due) {
        // As exact as the database keeps it, so that what was read equals what was computed.
        return new Outlook(EscalationState.WAITING, occasion, due.truncatedTo(ChronoUnit.MICROS), null);
    }

    static Outlook waiting(int occasion, String reason) {
        return new Outlook(EscalationState.WAITING, occasion, null, reason);
    }

    static Outlook moot(int occasion, String reason) {
        return new Outlook(EscalationState.MOOT, occasion, null, reason);
    }

    public boolean isToCome() {
        return state == EscalationState.WAITING;
    }
}
