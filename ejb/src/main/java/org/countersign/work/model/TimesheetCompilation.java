package org.countersign.work.model;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.countersign.kernel.IsoWeek;

/**
 * Decides which work goes onto the sheet of a week: what began in the week by the contract's calendar, and what was booked late for an
 * earlier week whose sheet had been cut already. Work of an earlier week that was never cut waits for its own sheet.
 */
public final class TimesheetCompilation {

    private static final Comparator<Entry> IN_ORDER = Comparator.comparing(Entry::startedAt)
            .thenComparing(Entry::person)
            .thenComparingLong(Entry::worklogId);

    private TimesheetCompilation() {}

    /** Work as a line will tell it; {@code minutes} without travel. */
    public record Entry(
            long worklogId,
            String ticketNumber,
            long accountId,
            String person,
            Activity activity,
            Instant startedAt,
            int minutes,
            int travelMinutes,
            String note) {}

    /**
     * The entries of the sheet, by start.
     *
     * @param zone the contract's
     * @param cutBefore the weeks of the contract that were cut before this one
     * @param free entries of the contract that are on no sheet
     */
    public static List<Entry> of(IsoWeek week, ZoneId zone, Set<IsoWeek> cutBefore, List<Entry> free) {
        return free.stream()
                .filter(entry -> belongs(IsoWeek.of(entry.startedAt(), zone), week, cutBefore))
                .sorted(IN_ORDER)
                .toList();
    }

    private static boolean belongs(IsoWeek own, IsoWeek week, Set<IsoWeek> cutBefore) {
        return own.equals(week) || (own.compareTo(week) < 0 && cutBefore.contains(own));
    }
}
