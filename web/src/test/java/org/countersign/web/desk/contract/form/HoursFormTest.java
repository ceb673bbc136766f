package org.countersign.web.desk.contract.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.model.CalendarHours;
import org.countersign.customer.model.PublicHolidays;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceHours;
import org.junit.jupiter.api.Test;

class HoursFormTest {

    private static final PublicHolidays TABLE = new PublicHolidays() {
        @Override
        public boolean knows(String region) {
            return region.equals("HU");
        }

        @Override
        public List<LocalDate> restDays(String region, int firstYear, int lastYear) {
            return List.of(LocalDate.of(2026, 12, 25));
        }
    };

    private final CalendarHours agreed = read(Map.of(
            "zone", "Europe/Budapest",
            "hours", Map.of(
                    "MONDAY", List.of(List.of("08:30", "12:00"), List.of("13:00", "17:00")), "SUNDAY", List.of(List.of("00:00", "24:00"))),
            "exceptions", Map.of("2026-12-24", List.of(List.of("08:00", "12:00")), "2026-12-31", List.of()),
            "holidays", "HU"));

    private final HoursForm form = HoursForm.of(agreed, Locale.ENGLISH);

    @Test
    void what_nobody_touches_stays_as_it_was() {
        assertThat(read(form.toMap())).isEqualTo(agreed);
    }

    @Test
    void hours_are_shown_as_people_write_them() {
        assertThat(form.getDays()).extracting(HoursForm.Day::getLabel).startsWith("Monday").endsWith("Sunday");
        assertThat(form.getDays()).extracting(HoursForm.Day::getWindows).containsExactly("08:30–12:00, 13:00–17:00", "", "", "", "", "", "00:00–24:00");
        assertThat(form.getExceptions()).isEqualTo("2026-12-24 08:00–12:00\n2026-12-31");
        assertThat(form.getRegion()).isEqualTo("HU");
        assertThat(form.isFresh()).as("it keeps its zone").isFalse();
    }

    @Test
    void hours_may_be_typed_in_short() {
        form.getDays().get(1).setWindows("8-12; 13.30 — 17:00");
        form.setExceptions("\n 2026-12-12: 9-13 \n\n2026-12-31\n");
        form.setRegion(" hu ");
        ServiceCalendar written = read(form.toMap()).written();
        assertThat(written.hours().get(DayOfWeek.TUESDAY)).containsExactly(ServiceHours.of("08:00", "12:00"), ServiceHours.of("13:30", "17:00"));
        assertThat(written.exceptions())
                .containsOnly(Map.entry(LocalDate.of(2026, 12, 12), List.of(ServiceHours.of("09:00", "13:00"))), Map.entry(LocalDate.of(2026, 12, 31), List.of()));
    }

    @Test
    void every_refusal_names_the_input_in_words_of_the_form() {
        form.getDays().get(2).setWindows("morning");
        assertThat(refused()).extracting(BusinessRuleViolation::field, BusinessRuleViolation::code).containsExactly("day:2:windows", "calendar.form.windows");
        form.getDays().get(2).setWindows("8-25");
        assertThat(refused()).extracting(BusinessRuleViolation::field, BusinessRuleViolation::code).containsExactly("day:2:windows", "calendar.form.time");
        form.getDays().get(2).setWindows("8.5-17");
        assertThat(refused()).as("half past eight, or five past").extracting(BusinessRuleViolation::code).isEqualTo("calendar.form.time");
        form.getDays().get(2).setWindows("17-8");
        assertThat(refused()).extracting(BusinessRuleViolation::field, BusinessRuleViolation::code)
                .containsExactly("day:2:windows", "calendar.form.end-before-start");
        form.getDays().get(2).setWindows("8-12, 11-17");
        assertThat(refused()).extracting(BusinessRuleViolation::field, BusinessRuleViolation::code).containsExactly("day:2:windows", "calendar.form.overlap");
        form.getDays().get(2).setWindows("");
        form.setExceptions("24 December");
        assertThat(refused()).extracting(BusinessRuleViolation::field, BusinessRuleViolation::code).containsExactly("exceptions", "calendar.form.day");
        form.setExceptions("2026-02-30");
        assertThat(refused()).extracting(BusinessRuleViolation::field, BusinessRuleViolation::code).containsExactly("exceptions", "calendar-date-malformed");
        form.setExceptions("2026-12-12 9-13\n2026-12-12");
        assertThat(refused()).extracting(BusinessRuleViolation::field, BusinessRuleViolation::code).containsExactly("exceptions", "calendar.form.twice");
        form.setExceptions("2026-12-12 13-9");
        assertThat(refused()).extracting(BusinessRuleViolation::field, BusinessRuleViolation::code)
                .containsExactly("exceptions", "calendar.form.end-before-start");
        form.setExceptions("");
        form.setRegion("XX");
        assertThat(refused().field()).isEqualTo("region");
        BusinessRuleViolation whole = form.atInput(BusinessRuleViolation.invalid("calendar.hours", "calendar-never-opens", "2026-12-01"));
        assertThat(whole.field()).as("that of no single day").isNull();
    }

    @Test
    void a_new_calendar_names_its_zone() {
        HoursForm fresh = HoursForm.fresh(ZoneId.of("Europe/Lisbon"), new Locale("pt"));
        assertThat(fresh.getZones()).contains("Europe/Lisbon", "America/Sao_Paulo").doesNotContain("Etc/GMT+1");
        assertThat(read(fresh.toMap()).written().zone()).isEqualTo(ZoneId.of("Europe/Lisbon"));
        assertThat(read(fresh.toMap()).written().hours()).containsOnlyKeys(
                DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        fresh.setZone("Europe/Nowhere");
        BusinessRuleViolation refused = (BusinessRuleViolation) catchThrowable(() -> read(fresh.toMap()));
        assertThat(fresh.atInput(refused).field()).isEqualTo("zone");
    }

    private BusinessRuleViolation refused() {
        return form.atInput((BusinessRuleViolation) catchThrowable(() -> read(form.toMap())));
    }

    private static CalendarHours read(Map<String, ?> hours) {
        return CalendarHours.read(hours, TABLE, 2026, 2026);
    }
}
