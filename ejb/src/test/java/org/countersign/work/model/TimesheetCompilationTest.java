package org.countersign.work.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.countersign.kernel.IsoWeek;
import org.junit.jupiter.api.Test;

class TimesheetCompilationTest {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    private static final IsoWeek W46 = IsoWeek.parse("2026-W46");
    private static final IsoWeek W47 = IsoWeek.parse("2026-W47");

    private static TimesheetCompilation.Entry entry(long id, String start) {
        return new TimesheetCompilation.Entry(id, "T1", 7, "Ágnes", Activity.ANALYSIS, Instant.parse(start), 30, 0, null);
    }

    private static List<Long> ids(List<TimesheetCompilation.Entry> entries) {
        return entries.stream().map(TimesheetCompilation.Entry::worklogId).toList();
    }

    @Test
    void the_week_begins_and_ends_by_the_clock_of_the_contract() {
        List<TimesheetCompilation.Entry> free = List.of(
                entry(1, "2026-11-15T22:59:00Z"),
                entry(2, "2026-11-15T23:00:00Z"),
                entry(3, "2026-11-22T22:59:00Z"),
                entry(4, "2026-11-22T23:00:00Z"));
        assertThat(ids(TimesheetCompilation.of(W47, BUDAPEST, Set.of(), free))).containsExactly(2L, 3L);
    }

    @Test
    void work_booked_late_for_a_cut_week_goes_onto_the_next_sheet() {
        List<TimesheetCompilation.Entry> free = List.of(entry(2, "2026-11-17T10:00:00Z"), entry(1, "2026-11-10T10:00:00Z"));
        assertThat(ids(TimesheetCompilation.of(W47, BUDAPEST, Set.of(W46), free))).containsExactly(1L, 2L);
    }

    @Test
    void work_of_a_week_that_was_never_cut_waits_for_its_own_sheet() {
        List<TimesheetCompilation.Entry> free = List.of(entry(1, "2026-11-10T10:00:00Z"), entry(2, "2026-11-17T10:00:00Z"));
        assertThat(ids(TimesheetCompilation.of(W47, BUDAPEST, Set.of(), free))).containsExactly(2L);
        assertThat(ids(TimesheetCompilation.of(W46, BUDAPEST, Set.of(), free))).containsExactly(1L);
    }

    @Test
    void work_of_a_later_week_is_never_on_an_earlier_sheet() {
        assertThat(TimesheetCompilation.of(W46, BUDAPEST, Set.of(W47), List.of(entry(1, "2026-11-17T10:00:00Z")))).isEmpty();
    }

    @Test
    void lines_stand_in_the_order_of_their_start_then_person_then_entry() {
        List<TimesheetCompilation.Entry> free = List.of(
                entry(3, "2026-11-17T10:00:00Z"), entry(2, "2026-11-17T10:00:00Z"), entry(1, "2026-11-18T10:00:00Z"));
        assertThat(ids(TimesheetCompilation.of(W47, BUDAPEST, Set.of(), free))).containsExactly(2L, 3L, 1L);
    }
}
