package org.countersign.customer.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.countersign.customer.model.CustomerEvent.CalendarRecorded;
import org.countersign.customer.model.PublicHolidays;
import org.countersign.customer.model.RecordedHours;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What the table of holidays says now, and calendars that were recorded under another one. */
@OnEachDatabase
class HolidayTablesTest {

    private static final Map<String, ?> OFFICE = Map.of("MONDAY", List.of(List.of("08:00", "16:00")));

    private static int calendarsSoFar;

    @Parameter
    TestDatabase database;

    private final TreeSet<LocalDate> table = new TreeSet<>();
    private Wiring wiring;
    private ServiceCalendars calendars;
    private String code;

    @BeforeEach
    void a_calendar_with_holidays() {
        wiring = new Wiring(database).bind(PublicHolidays.class, new PublicHolidays() {
            @Override
            public boolean knows(String region) {
                return region.equals("HU");
            }

            @Override
            public List<LocalDate> restDays(String region, int firstYear, int lastYear) {
                return table.stream().filter(day -> day.getYear() >= firstYear && day.getYear() <= lastYear).toList();
            }
        });
        calendars = wiring.get(ServiceCalendars.class);
        code = "TABLE-" + calendarsSoFar++;
        table.add(LocalDate.parse("2026-12-25"));
        record(OFFICE, null);
        wiring.events().forget();
    }

    private void record(Map<String, ?> hours, LocalDate from) {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("zone", "Europe/Budapest", "hours", hours, "holidays", "HU"));
        database.inTransaction(() -> calendars.record(code, form, from, null));
    }

    private List<RecordedHours> versions() {
        return database.inTransaction(() -> calendars.versions(code));
    }

    private boolean follow() {
        return database.inTransaction(() -> calendars.followHolidays(code));
    }

    @Test
    void a_calendar_follows_a_changed_table_from_today_on_and_once() {
        assertThat(follow()).as("nothing changed").isFalse();

        table.add(LocalDate.parse("2026-12-28"));
        assertThat(follow()).isTrue();

        assertThat(versions()).hasSize(2).last().satisfies(version -> {
            assertThat(version.validFrom()).isEqualTo("2026-11-16");
            assertThat(version.hours().holidays()).containsExactly(LocalDate.parse("2026-12-25"), LocalDate.parse("2026-12-28"));
            assertThat(version.hours().written().hours()).isEqualTo(versions().get(0).hours().written().hours());
        });
        assertThat(wiring.events().fired(CalendarRecorded.class)).singleElement()
                .satisfies(event -> assertThat(event.changes()).contains("2026-12-28"));
        assertThat(follow()).isFalse();
        assertThat(versions()).hasSize(2);
    }

    @Test
    void days_that_are_past_stay_as_they_were_known() {
        table.add(LocalDate.parse("2026-11-09"));
        assertThat(follow()).isFalse();
    }

    @Test
    void hours_to_come_stay_hours_to_come() {
        Map<String, ?> more = Map.of("MONDAY", List.of(List.of("08:00", "20:00")));
        record(more, LocalDate.parse("2027-01-01"));
        table.add(LocalDate.parse("2027-03-15"));

        assertThat(follow()).isTrue();

        assertThat(versions()).extracting(RecordedHours::number, version -> version.validFrom().toString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(1, "2026-11-16"),
                        org.assertj.core.groups.Tuple.tuple(2, "2027-01-01"),
                        org.assertj.core.groups.Tuple.tuple(3, "2026-11-16"),
                        org.assertj.core.groups.Tuple.tuple(4, "2027-01-01"));
        assertThat(RecordedHours.together(versions()).hoursOn(LocalDate.parse("2026-11-23")).get(0).closes()).isEqualTo("16:00");
        assertThat(RecordedHours.together(versions()).hoursOn(LocalDate.parse("2027-03-08")).get(0).closes()).isEqualTo("20:00");
        assertThat(RecordedHours.together(versions()).hoursOn(LocalDate.parse("2027-03-15"))).isEmpty();
        assertThat(follow()).isFalse();
    }

    @Test
    void the_dates_written_down_are_carried_on_before_they_run_out() {
        for (int year = 2026; year <= 2060; year++) {
            table.add(LocalDate.of(year, 12, 25));
        }
        assertThat(follow()).isTrue();
        assertThat(versions().get(1).hours().holidays()).last().isEqualTo(LocalDate.parse("2038-12-25"));
        wiring.clock().advance(java.time.Duration.ofDays(366));
        assertThat(follow()).as("a year later there is enough of them").isFalse();
        wiring.clock().advance(java.time.Duration.ofDays(2 * 366));
        assertThat(follow()).isTrue();
        assertThat(versions().get(2).hours().holidays()).last().isEqualTo(LocalDate.parse("2041-12-25"));
    }

    @Test
    void a_calendar_without_a_region_is_let_be() {
        database.inTransaction(() -> calendars.record(code + "-X", Map.of("zone", "Europe/Budapest", "hours", OFFICE), null, null));
        assertThat(database.inTransaction(() -> calendars.followHolidays(code + "-X"))).isFalse();
    }
}
