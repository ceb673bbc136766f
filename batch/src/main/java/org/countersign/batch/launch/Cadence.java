package org.countersign.batch.launch;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import org.countersign.kernel.IsoWeek;

/** When the system starts a job by itself, by the clock of the contract's zone. */
public enum Cadence {
    /** Never. */
    NONE,
    /** Mondays at 02:00, for the week before. */
    WEEKLY,
    /** On the first of the month at 03:00, for the month before. */
    MONTHLY;

    private static final LocalTime WEEKLY_AT = LocalTime.of(2, 0);
    private static final LocalTime MONTHLY_AT = LocalTime.of(3, 0);

    /**
     * A period that is over.
     *
     * @param name as its parameter has it, e.g. {@code 2026-W47} or {@code 2026-10}
     * @param dueAt when the job for it was due
     */
    public record Period(String parameter, String name, Instant dueAt) {}

    /** The latest period whose job was due at {@code now}. */
    public Optional<Period> latest(Instant now, ZoneId zone) {
        ZonedDateTime local = now.atZone(zone);
        return switch (this) {
            case NONE -> Optional.empty();
            case WEEKLY -> {
                LocalDateTime due = local.toLocalDate()
                        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .atTime(WEEKLY_AT);
                if (due.atZone(zone).toInstant().isAfter(now)) {
                    due = due.minusWeeks(1);
                }
                IsoWeek week = IsoWeek.of(due.toLocalDate()).previous();
                yield Optional.of(new Period("week", week.toString(), due.atZone(zone).toInstant()));
            }
            case MONTHLY -> {
                LocalDateTime due = local.toLocalDate().withDayOfMonth(1).atTime(MONTHLY_AT);
                if (due.atZone(zone).toInstant().isAfter(now)) {
                    due = due.minusMonths(1);
                }
                YearMonth month = YearMonth.from(due).minusMonths(1);
                yield Optional.of(new Period("month", month.toString(), due.atZone(zone).toInstant()));
            }
        };
    }
}
