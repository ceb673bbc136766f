package org.countersign.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceHours;
import org.junit.jupiter.api.Test;

class DueBadgesTest {

    private static final ZoneId UTC = ZoneId.of("UTC");

    /** Mondays to Fridays, 08:00 to 16:00 UTC. */
    private static final ServiceCalendar OFFICE = ServiceCalendar.weekly(
            UTC,
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
            ServiceHours.of("08:00", "16:00"));

    private static final Instant FRIDAY_15 = Instant.parse("2026-11-20T15:00:00Z");
    private static final Instant MONDAY_10 = Instant.parse("2026-11-23T10:00:00Z");

    @Test
    void the_time_left_is_service_time_without_the_weekend() {
        DueBadge badge = badge(MONDAY_10, null, true, FRIDAY_15);
        assertThat(badge.standing()).isEqualTo("running");
        assertThat(badge.text()).isEqualTo("3 h left");
    }

    @Test
    void less_than_an_hour_is_soon() {
        DueBadge badge = badge(MONDAY_10, null, true, Instant.parse("2026-11-23T09:15:00Z"));
        assertThat(badge.standing()).isEqualTo("soon");
        assertThat(badge.text()).isEqualTo("45 min left");
    }

    @Test
    void what_is_overdue_says_by_how_much_service_time() {
        DueBadge badge = badge(FRIDAY_15, null, true, MONDAY_10);
        assertThat(badge.standing()).isEqualTo("overdue");
        assertThat(badge.text()).isEqualTo("overdue by 3 h");
    }

    @Test
    void a_target_met_in_time_and_one_met_late_differ() {
        assertThat(badge(MONDAY_10, FRIDAY_15, true, MONDAY_10).standing()).isEqualTo("met");
        assertThat(badge(FRIDAY_15, MONDAY_10, true, MONDAY_10).standing()).isEqualTo("missed");
    }

    @Test
    void a_target_without_a_due_instant_is_halted_while_the_ticket_is_open() {
        assertThat(badge(null, null, true, MONDAY_10).standing()).isEqualTo("halted");
    }

    @Test
    void a_ticket_that_ended_owes_nothing() {
        assertThat(badge(FRIDAY_15, null, false, MONDAY_10).standing()).isEqualTo("none");
    }

    @Test
    void of_a_ticket_that_waits_only_the_due_instant_is_told() {
        DueBadge badge = DueBadges.badge(OFFICE, MONDAY_10, null, true, true, FRIDAY_15, UTC, Locale.ENGLISH);
        assertThat(badge.text()).contains("due").contains("10:00").doesNotContain("left");
    }

    @Test
    void the_tooltip_tells_the_readers_zone_and_the_contracts() {
        DueBadge badge = DueBadges.badge(
                OFFICE, MONDAY_10, null, true, false, FRIDAY_15, ZoneId.of("Europe/Budapest"), Locale.ENGLISH);
        assertThat(badge.tooltip()).contains("Europe/Budapest, UTC+01:00").contains("UTC, UTC").contains("11:00").contains("10:00");
    }

    private static DueBadge badge(Instant due, Instant met, boolean open, Instant now) {
        return DueBadges.badge(OFFICE, due, met, open, false, now, UTC, Locale.ENGLISH);
    }
}
