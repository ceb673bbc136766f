package org.countersign.serviceclock.model;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceCalendarTest {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");
    private static final ServiceHours MORNING = ServiceHours.of("08:30", "12:00");
    private static final ServiceHours AFTERNOON = ServiceHours.of("13:00", "17:00");
    private static final ServiceCalendar OFFICE = ServiceCalendar.weekly(BUDAPEST, List.of(MONDAY, FRIDAY), MORNING, AFTERNOON);

    @Test
    void a_calendar_is_read_from_its_exchange_form_and_printed_in_order() {
        ServiceCalendar calendar = ServiceCalendar.of(PlainJson.object("""
                {"exceptions": {"2026-12-25": [], "2026-12-12": [["08:30", "17:00"]]},
                 "hours": {"FRIDAY": [["13:00", "17:00"], ["08:30", "12:00"]], "SUNDAY": [], "MONDAY": [["20:00", "24:00"]]},
                 "zone": "Europe/Budapest"}"""));

        assertThat(calendar.hoursOn(LocalDate.parse("2026-06-19"))).containsExactly(MORNING, AFTERNOON);
        assertThat(calendar.toMap()).hasToString("{zone=Europe/Budapest, "
                + "hours={MONDAY=[[20:00, 24:00]], FRIDAY=[[08:30, 12:00], [13:00, 17:00]]}, "
                + "exceptions={2026-12-12=[[08:30, 17:00]], 2026-12-25=[]}}");
        assertThat(ServiceCalendar.of(calendar.toMap())).isEqualTo(calendar);
    }

    @Test
    void exceptions_may_be_left_out() {
        assertThat(ServiceCalendar.of(Map.of("zone", "UTC", "hours", Map.of())).exceptions()).isEmpty();
    }

    @Test
    void an_exception_replaces_the_hours_of_its_date_only() {
        LocalDate monday = LocalDate.parse("2026-06-15");
        LocalDate saturday = LocalDate.parse("2026-06-20");
        ServiceCalendar calendar = OFFICE.withException(monday).withException(saturday, MORNING);

        assertThat(calendar.hoursOn(monday)).isEmpty();
        assertThat(calendar.hoursOn(monday.plusWeeks(1))).containsExactly(MORNING, AFTERNOON);
        assertThat(calendar.hoursOn(saturday)).containsExactly(MORNING);
        assertThat(OFFICE.hoursOn(monday)).containsExactly(MORNING, AFTERNOON);
    }

    @Test
    void around_the_clock_is_seven_days_from_midnight_to_midnight() {
        ServiceCalendar calendar = ServiceCalendar.aroundTheClock(BUDAPEST);

        assertThat(calendar.hours()).hasSize(7).allSatisfy((day, windows) ->
                assertThat(windows).hasToString("[00:00-24:00]"));
        assertThat(calendar.isOpen(Instant.parse("2026-12-31T22:59:59.999Z"))).isTrue();
    }

    @Test
    void a_window_includes_its_opening_and_excludes_its_closing() {
        assertThat(OFFICE.isOpen(Instant.parse("2026-06-15T06:29:59Z"))).isFalse();
        assertThat(OFFICE.isOpen(Instant.parse("2026-06-15T06:30:00Z"))).isTrue();
        assertThat(OFFICE.isOpen(Instant.parse("2026-06-15T09:59:59Z"))).isTrue();
        assertThat(OFFICE.isOpen(Instant.parse("2026-06-15T10:00:00Z"))).isFalse();
    }

    @Test
    void windows_may_touch() {
        ServiceCalendar calendar = ServiceCalendar.weekly(BUDAPEST, List.of(SUNDAY),
                ServiceHours.of("12:00", "24:00"), ServiceHours.of("00:00", "12:00"));

        assertThat(calendar.hours().get(SUNDAY)).hasToString("[00:00-12:00, 12:00-24:00]");
    }

    @Test
    void a_calendar_does_not_change_with_what_it_was_made_from() {
        List<ServiceHours> windows = new ArrayList<>(List.of(MORNING));
        Map<DayOfWeek, List<ServiceHours>> week = new EnumMap<>(Map.of(MONDAY, windows));
        ServiceCalendar calendar = new ServiceCalendar(BUDAPEST, week, new HashMap<>());
        windows.add(AFTERNOON);
        week.put(SATURDAY, windows);

        assertThat(calendar).isEqualTo(ServiceCalendar.weekly(BUDAPEST, List.of(MONDAY), MORNING));
        assertThatThrownBy(() -> calendar.hours().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> calendar.exceptions().put(LocalDate.EPOCH, List.of()))
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> calendar.hours().get(MONDAY).clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'hours':{}} | calendar.zone | calendar-zone-missing",
        "{'zone':7,'hours':{}} | calendar.zone | calendar-zone-missing",
        "{'zone':'Europe/Atlantis','hours':{}} | calendar.zone | calendar-zone-unknown",
        "{'zone':'','hours':{}} | calendar.zone | calendar-zone-unknown",
        "{'zone':'UTC'} | calendar.hours | calendar-malformed",
        "{'zone':'UTC','hours':[]} | calendar.hours | calendar-malformed",
        "{'zone':'UTC','hours':{},'exceptions':null} | calendar.exceptions | calendar-malformed",
        "{'zone':'UTC','hours':{},'exeptions':{}} | calendar.exeptions | calendar-member-unknown",
        "{'zone':'UTC','hours':{'Monday':[]}} | calendar.hours.Monday | calendar-day-unknown",
        "{'zone':'UTC','hours':{'MONDAY':'09:00-17:00'}} | calendar.hours.MONDAY | service-hours-malformed",
        "{'zone':'UTC','hours':{'MONDAY':[['09:00']]}} | calendar.hours.MONDAY[0] | service-hours-malformed",
        "{'zone':'UTC','hours':{'MONDAY':[['09:00','12:00'],['13:00','14:00','15:00']]}} | calendar.hours.MONDAY[1] | service-hours-malformed",
        "{'zone':'UTC','hours':{'MONDAY':[['9:00','17:00']]}} | calendar.hours.MONDAY[0][0] | service-hours-time-malformed",
        "{'zone':'UTC','hours':{'MONDAY':[['09:00','24:01']]}} | calendar.hours.MONDAY[0][1] | service-hours-time-malformed",
        "{'zone':'UTC','hours':{'MONDAY':[['24:00','24:00']]}} | calendar.hours.MONDAY[0][0] | service-hours-time-malformed",
        "{'zone':'UTC','hours':{'MONDAY':[['09:00',17]]}} | calendar.hours.MONDAY[0][1] | service-hours-time-malformed",
        "{'zone':'UTC','hours':{'MONDAY':[['09:00','17:60']]}} | calendar.hours.MONDAY[0][1] | service-hours-time-malformed",
        "{'zone':'UTC','hours':{'MONDAY':[['22:00','06:00']]}} | calendar.hours.MONDAY[0] | service-hours-end-before-start",
        "{'zone':'UTC','hours':{'MONDAY':[['09:00','09:00']]}} | calendar.hours.MONDAY[0] | service-hours-end-before-start",
        "{'zone':'UTC','hours':{'MONDAY':[['09:00','00:00']]}} | calendar.hours.MONDAY[0] | service-hours-end-before-start",
        "{'zone':'UTC','hours':{'TUESDAY':[['13:00','17:00'],['08:00','13:01']]}} | calendar.hours.TUESDAY[0] | service-hours-overlap",
        "{'zone':'UTC','hours':{'TUESDAY':[['08:00','24:00'],['12:00','13:00']]}} | calendar.hours.TUESDAY[1] | service-hours-overlap",
        "{'zone':'UTC','hours':{'TUESDAY':[['08:00','09:00'],['08:00','09:00']]}} | calendar.hours.TUESDAY[1] | service-hours-overlap",
        "{'zone':'UTC','hours':{},'exceptions':{'2026-02-29':[]}} | calendar.exceptions.2026-02-29 | calendar-date-malformed",
        "{'zone':'UTC','hours':{},'exceptions':{'25.12.2026':[]}} | calendar.exceptions.25.12.2026 | calendar-date-malformed",
        "{'zone':'UTC','hours':{},'exceptions':{'2026-12-24':null}} | calendar.exceptions.2026-12-24 | service-hours-malformed",
        "{'zone':'UTC','hours':{},'exceptions':{'2026-12-24':[['08:00','12:00'],['11:59','13:00']]}} | calendar.exceptions.2026-12-24[1] | service-hours-overlap"})
    void a_mistake_is_refused_where_it_stands(String form, String place, String code) {
        ServiceClockRefusal refusal = catchThrowableOfType(ServiceClockRefusal.class,
                () -> ServiceCalendar.of(PlainJson.object(form.replace('\'', '"'))));

        assertThat(refusal.place()).isEqualTo(place);
        assertThat(refusal.code()).isEqualTo(code);
        assertThat(refusal).hasMessageContaining(place).hasMessageContaining(refusal.value());
    }

    @Test
    void more_windows_a_day_than_a_desk_can_have_are_refused() {
        List<List<String>> windows = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            windows.add(List.of("%02d:00".formatted(i), "%02d:30".formatted(i)));
        }
        Map<String, Object> form = Map.of("zone", "UTC", "hours", Map.of("MONDAY", windows));
        assertThat(ServiceCalendar.of(form).hours().get(MONDAY)).hasSize(24);

        windows.add(List.of("23:30", "23:40"));
        assertThat(catchThrowableOfType(ServiceClockRefusal.class, () -> ServiceCalendar.of(form)).code())
                .isEqualTo("service-hours-too-many");
        assertThatThrownBy(() -> new ServiceCalendar(BUDAPEST, Map.of(MONDAY, Collections.nCopies(25, MORNING)), Map.of()))
                .isInstanceOf(ServiceClockRefusal.class).hasMessageContaining("service-hours-too-many");
    }

    @Test
    void hours_are_whole_minutes() {
        assertThatThrownBy(() -> new ServiceHours(LocalTime.parse("08:30:15"), LocalTime.NOON))
                .isInstanceOf(ServiceClockRefusal.class).hasMessageContaining("service-hours-time-malformed");
        assertThatThrownBy(() -> new ServiceHours(LocalTime.NOON, LocalTime.NOON))
                .isInstanceOf(ServiceClockRefusal.class).hasMessageContaining("service-hours-end-before-start");
    }
}
