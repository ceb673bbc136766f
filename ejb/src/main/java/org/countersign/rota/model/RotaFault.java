package org.countersign.rota.model;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.function.LongFunction;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * A place at which a plan is not sound.
 *
 * @param from where the place begins
 * @param until where it ends
 * @param person the account it is about, or {@code null}
 */
public record RotaFault(Kind kind, Instant from, Instant until, Long person) {

    public enum Kind {
        /** Nobody is on duty. */
        GAP,
        /** Two shifts claim the same time. */
        OVERLAP,
        /** One person would be responsible and backup. */
        SAME_PERSON,
        /** Somebody who is away would be on duty. */
        ABSENT,
        /** A shift ends where it begins, or before. */
        EMPTY_SHIFT,
        /** A shift lies outside the span of the plan. */
        OUTSIDE,
        /** People are published for a time for which nobody would be on duty any more. */
        CUT_SHORT
    }

    private static final DateTimeFormatter TIME = new DateTimeFormatterBuilder()
            .appendPattern("uuuu-MM-dd HH:mm")
            .optionalStart()
            .appendPattern(" xxx")
            .toFormatter(Locale.ROOT);

    /**
     * The refusal that names the place.
     *
     * @param zone in which the instants are written
     * @param names of accounts
     */
    public BusinessRuleViolation refusal(ZoneId zone, LongFunction<String> names) {
        String begin = written(from, zone);
        String end = written(until, zone);
        String who = person == null ? "" : names.apply(person);
        return switch (kind) {
            case GAP -> BusinessRuleViolation.invalid("shifts", "rota-gap", begin, end);
            case OVERLAP -> BusinessRuleViolation.invalid("shifts", "rota-overlap", begin, end);
            case SAME_PERSON -> BusinessRuleViolation.invalid("shifts", "rota-same-person", begin, end, who);
            case ABSENT -> BusinessRuleViolation.invalid("shifts", "rota-absent", begin, end, who);
            case EMPTY_SHIFT -> BusinessRuleViolation.invalid("shifts", "rota-shift-empty", begin, end);
            case OUTSIDE -> BusinessRuleViolation.invalid("shifts", "rota-outside", begin, end);
            case CUT_SHORT -> BusinessRuleViolation.invalid("until", "rota-cut-short", begin, end);
        };
    }

    /** An instant on the zone's clock, with the offset that tells the two hours of an autumn night apart. */
    public static String written(Instant instant, ZoneId zone) {
        return TIME.format(instant.atZone(zone));
    }
}
