package org.countersign.ticket.model;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What somebody asks for who puts a ticket on hold.
 *
 * @param note for the customer, or {@code null}
 * @param until when the ticket goes on by itself, e.g. a date agreed with the customer, or {@code null} when somebody resumes it
 */
public record Hold(HoldReason reason, String note, Instant until) {

    /** The longest wait, in years. */
    private static final int LONGEST = 2;

    public Hold {
        // As exact as the database keeps it, so that what was read equals what was asked for.
        until = until == null ? null : until.truncatedTo(ChronoUnit.MICROS);
    }

    /** A hold until somebody resumes it. */
    public static Hold open(HoldReason reason, String note) {
        return new Hold(reason, note, null);
    }

    /**
     * @throws BusinessRuleViolation {@code required}; {@code hold-reason-reserved}; {@code hold-until-past}, {@code hold-until-too-far}
     */
    void requireSound(Instant now) {
        if (reason == null) {
            throw BusinessRuleViolation.invalid("reason", "required");
        }
        if (reason == HoldReason.AWAITING_ACCEPTANCE || reason == HoldReason.HELD) {
            throw BusinessRuleViolation.invalid("reason", "hold-reason-reserved", reason);
        }
        if (until == null) {
            return;
        }
        if (!until.isAfter(now)) {
            throw BusinessRuleViolation.invalid("until", "hold-until-past", until);
        }
        Instant latest = now.atOffset(ZoneOffset.UTC).plusYears(LONGEST).toInstant();
        if (until.isAfter(latest)) {
            throw BusinessRuleViolation.invalid("until", "hold-until-too-far", until, latest);
        }
    }
}
