package org.countersign.customer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.CustomerEvent.CalendarWithdrawn;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.RecordedHours;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.service.ClockRecomputation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A version of a calendar that is recorded for later and withdrawn before it begins. */
@OnEachDatabase
class PlannedCalendarTest {

    /** A Wednesday; the calendar counts in the hours of Budapest. */
    private static final LocalDate PLANNED = LocalDate.parse("2026-11-18");

    private static final LocalDate WEDNESDAY_AFTER = LocalDate.parse("2026-11-25");

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private String calendar;
    private ServiceCalendars calendars;

    @BeforeEach
    void a_calendar_with_hours_that_begin_on_wednesday() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "PC" + customers++);
        calendar = "HOURS-" + customer.code();
        calendars = wiring.get(ServiceCalendars.class);
        assertThat(record("MONDAY", "08:00", "16:00", PLANNED)).isEqualTo(2);
    }

    @Test
    void what_was_withdrawn_never_counts_and_what_counted_before_goes_on() {
        assertThat(terms().calendar().hoursOn(WEDNESDAY_AFTER)).isEmpty();
        withdraw(2);

        assertThat(terms().calendar().hoursOn(WEDNESDAY_AFTER)).isNotEmpty();
        assertThat(in(() -> calendars.versions(calendar))).extracting(RecordedHours::number).containsExactly(1);
        assertThat(in(() -> calendars.latest(calendar)).number()).isEqualTo(1);
        assertThat(in(() -> calendars.planned(calendar))).isEmpty();
        assertThat(in(() -> calendars.year(calendar, 2026))).anySatisfy(day -> {
            assertThat(day.date()).isEqualTo(WEDNESDAY_AFTER);
            assertThat(day.windows()).isNotEmpty();
        });
    }

    @Test
    void what_was_computed_by_it_can_be_computed_again() {
        assertThat(terms().calendarRevision()).isEqualTo(2);
        withdraw(2);

        assertThat(terms().calendarRevision()).as("another recording").isEqualTo(3);
        assertThat(asOf(2).hoursOn(WEDNESDAY_AFTER)).isEmpty();
        assertThat(asOf(3).hoursOn(WEDNESDAY_AFTER)).isNotEmpty();
        // Read by a node that knows nothing yet.
        Customers fresh = new Wiring(database).get(Customers.class);
        assertThat(in(() -> fresh.termsOfVersion(customer.contractId(), 1, 2).orElseThrow()).calendar().hoursOn(WEDNESDAY_AFTER)).isEmpty();
    }

    @Test
    void open_tickets_follow() {
        ClockRecomputation clocks = wiring.get(ClockRecomputation.class);
        Ticket ticket = in(() -> customer.ticket(wiring, "Printer stuck"));
        Supplier<Integer> recompute = () -> in(() -> clocks.blocks(customer.contractId()).stream()
                .mapToInt(block -> clocks.recompute(customer.contractId(), block))
                .sum());
        Instant late = resolutionDue(ticket);
        assertThat(late).as("Monday, Tuesday, and the Monday after").isEqualTo("2026-11-30T09:00:00Z");
        withdraw(2);

        assertThat(recompute.get()).isEqualTo(1);
        assertThat(resolutionDue(ticket)).isEqualTo("2026-11-19T09:00:00Z");
    }

    private Instant resolutionDue(Ticket ticket) {
        return database.inNewTransaction(() -> wiring.get(Tickets.class).byId(ticket.id()).orElseThrow().resolutionDue());
    }

    @Test
    void the_record_keeps_what_it_said_and_who_withdrew_it_and_its_number_is_not_given_again() {
        withdraw(2);

        assertThat(wiring.events().fired(CalendarWithdrawn.class)).singleElement().satisfies(told -> {
            assertThat(told.subjectId()).isEqualTo(calendar);
            assertThat(told.version()).isEqualTo(2);
            assertThat(told.validFrom()).isEqualTo(PLANNED);
            assertThat(told.stays()).isEqualTo(1);
            assertThat(told.changes()).contains("hours.WEDNESDAY");
        });
        assertThat(in(() -> calendars.withdrawn(calendar))).singleElement().satisfies(kept -> {
            assertThat(kept.version().number()).isEqualTo(2);
            assertThat(kept.version().hours().written().hours()).hasSize(1);
            assertThat(kept.withdrawnAt()).isEqualTo(wiring.clock().instant());
            assertThat(kept.withdrawnBy()).isNotBlank();
            assertThat(kept.withdrawal()).as("what tickets name that follow").isEqualTo(terms().calendarRevision()).isEqualTo(3);
        });
        int next = in(() -> calendars.record(calendar, form("MONDAY", "08:00", "15:00"), PLANNED, 1L));
        assertThat(next).isGreaterThan(2);
        assertThat(in(() -> calendars.planned(calendar))).isPresent();
        refused("changed-meanwhile", () -> in(() -> calendars.record(calendar, form("MONDAY", "08:00", "14:00"), PLANNED, 2L)));
    }

    @Test
    void only_the_latest_goes_only_once_and_only_before_its_day() {
        refused("calendar-version-first", () -> withdraw(1));
        refused("not-found", () -> withdraw(7));
        int later = record("MONDAY", "08:00", "12:00", PLANNED.plusDays(7));
        refused("version-followed", () -> withdraw(2));
        withdraw(later);
        refused("version-withdrawn", () -> withdraw(later));
        // In Budapest the day begins an hour before it does in UTC.
        wiring.clock().moveTo(Instant.parse("2026-11-17T23:00:00Z"));
        refused("version-begun", () -> withdraw(2));
    }

    @Test
    void what_is_agreed_and_needs_the_version_keeps_it() {
        record("MONDAY", "08:00", "09:00", null);
        int planned = record("MONDAY", "08:00", "16:00", PLANNED);
        agree("PT1000H");

        assertThatThrownBy(() -> withdraw(planned)).isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("calendar-breaks-agreement");
            assertThat(Texts.of(Texts.LANGUAGES.get(0), refusal)).contains("DESK-" + customer.code(), "PT1000H");
        });
        assertThat(in(() -> calendars.planned(calendar))).isPresent();
    }

    @Test
    void a_version_that_a_later_one_overtakes_begins_only_when_that_one_is_withdrawn() {
        int overtaking = record("MONDAY", "08:00", "12:00", PLANNED.minusDays(1));
        assertThat(beginning()).containsExactly(overtaking);
        assertThat(in(() -> calendars.planned(calendar)).orElseThrow().number()).isEqualTo(overtaking);
        assertThat(in(() -> calendars.revived(calendar))).extracting(RecordedHours::number).containsExactly(2);
        withdraw(overtaking);

        assertThat(beginning()).containsExactly(2);
        assertThat(in(() -> calendars.revived(calendar))).as("before version 2 is none that could").isEmpty();
        assertThat(wiring.events().fired(CalendarWithdrawn.class)).singleElement().satisfies(told -> {
            assertThat(told.stays()).isEqualTo(1);
            assertThat(told.changes()).contains("version 2 begins: – → " + PLANNED, "hours.WEDNESDAY");
        });
    }

    private List<Integer> beginning() {
        List<RecordedHours> versions = in(() -> calendars.versions(calendar));
        return versions.stream().filter(version -> version.begins(versions)).map(RecordedHours::number).toList();
    }

    @Test
    void a_version_that_begins_after_all_must_give_what_is_agreed() {
        // For a while between hours that would do, so that only its first day tells.
        record("MONDAY", "08:00", "09:00", PLANNED.plusYears(2));
        record("MONDAY", "08:00", "16:00", PLANNED.plusYears(15));
        int overtaking = record("MONDAY", "08:00", "15:00", PLANNED.plusDays(7));
        agree("PT600H");

        assertThat(in(() -> calendars.revived(calendar))).extracting(RecordedHours::number).containsExactly(3, 4);
        refused("calendar-breaks-agreement", () -> withdraw(overtaking));
    }

    @Test
    void the_database_knows_one_withdrawal_of_a_version_and_none_of_the_first() {
        withdraw(2);
        String again = "INSERT INTO calendar_version (id, calendar_id, number, valid_from, definition, recorded_by, recorded_at, withdraws)"
                + " SELECT -id, calendar_id, number + 1, valid_from, definition, recorded_by, recorded_at, %s FROM calendar_version"
                + " WHERE withdraws = 2 AND calendar_id = (SELECT id FROM service_calendar WHERE code = ?)";
        for (String withdrawn : List.of("2", "1", "9")) {
            assertThatThrownBy(() -> database.executeAsApplication(again.formatted(withdrawn), calendar))
                    .as(withdrawn)
                    .isInstanceOf(SQLException.class);
        }
    }

    private void agree(String longest) {
        ContractAgreements agreements = wiring.get(ContractAgreements.class);
        String text = in(() -> agreements.print(agreements.version("DESK-" + customer.code(), null).agreement()));
        in(() -> agreements.record(
                "DESK-" + customer.code(), text.replace("PT40H", longest), wiring.clock().instant().plus(Duration.ofDays(10)), "Szabó Anna",
                null, null));
    }

    private ContractTerms terms() {
        return in(() -> customer.terms(wiring));
    }

    private ServiceCalendar asOf(int revision) {
        return in(() -> wiring.get(Customers.class).agreedThen(customer.contractId(), 1, revision).orElseThrow()).calendar();
    }

    private int record(String day, String opens, String closes, LocalDate from) {
        return in(() -> calendars.record(calendar, form(day, opens, closes), from, null));
    }

    private static Map<String, ?> form(String day, String opens, String closes) {
        return Map.of("zone", "Europe/Budapest", "hours", Map.of(day, List.of(List.of(opens, closes))));
    }

    private void withdraw(int number) {
        database.inTransaction(() -> calendars.withdraw(calendar, number));
    }

    private <T> T in(Supplier<T> work) {
        return database.inTransaction(work);
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
