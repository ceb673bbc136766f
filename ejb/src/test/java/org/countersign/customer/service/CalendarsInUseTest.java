package org.countersign.customer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.customer.model.ContractVersion;
import org.countersign.customer.model.Customers;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleAgreement;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Hours that are recorded anew, and what contracts promise within them. */
@OnEachDatabase
class CalendarsInUseTest {

    private static final List<List<String>> OFFICE_DAY = List.of(List.of("08:00", "16:00"));

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private ServiceCalendars calendars;
    private ContractAgreements agreements;

    @BeforeEach
    void a_contract_with_office_hours() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "K" + customers++);
        calendars = wiring.get(ServiceCalendars.class);
        agreements = wiring.get(ContractAgreements.class);
    }

    private String calendar() {
        return "HOURS-" + customer.code();
    }

    private String contract() {
        return "DESK-" + customer.code();
    }

    private int record(Map<String, ?> hours, Map<String, ?> exceptions, LocalDate from) {
        Map<String, Object> form = new LinkedHashMap<>(Map.of("zone", "Europe/Budapest", "hours", hours));
        form.put("exceptions", exceptions);
        return database.inTransaction(() -> calendars.record(calendar(), form, from, null));
    }

    private int agree(String promised, String instead, Duration later) {
        return database.inTransaction(() -> agreements.record(
                contract(),
                agreements.print(agreements.version(contract(), null).agreement()).replace(promised, instead),
                wiring.clock().instant().plus(later),
                "Szabó Anna",
                null,
                null));
    }

    private static void assertRefused(ThrowingCallable attempt, String... words) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
            assertThat(refused.code()).isEqualTo("calendar-breaks-agreement");
            assertThat(refused.field()).isEqualTo("calendar.hours");
            assertThat(Texts.of(Texts.LANGUAGES.get(0), refused)).contains(words);
        });
    }

    @Test
    void hours_that_end_after_one_open_day_are_refused_with_contract_and_target() {
        assertRefused(
                () -> record(Map.of(), Map.of("2026-12-01", OFFICE_DAY), null),
                contract(), "P1", "First response", "PT1H");
        assertThat(database.inTransaction(() -> calendars.versions(calendar()))).hasSize(1);
    }

    @Test
    void so_are_hours_so_few_that_a_promise_takes_longer_than_ten_years() {
        assertRefused(
                () -> record(Map.of("MONDAY", List.of(List.of("08:00", "08:01"))), Map.of(), null),
                contract(), "P2", "Resolution", "PT16H");
        assertThat(record(Map.of("MONDAY", OFFICE_DAY), Map.of(), null)).isEqualTo(2);
    }

    @Test
    void hours_to_come_are_looked_at_from_their_first_day_on() {
        assertRefused(
                () -> record(Map.of("MONDAY", List.of(List.of("08:00", "08:01"))), Map.of(), LocalDate.parse("2027-06-01")),
                contract(), "P2", "Resolution");
    }

    @Test
    void what_is_agreed_for_later_counts_and_what_is_no_longer_in_force_does_not() {
        assertThat(agree("PT40H", "PT1000H", Duration.ofDays(30))).isEqualTo(2);
        Map<String, ?> anHourAWeek = Map.of("MONDAY", List.of(List.of("08:00", "09:00")));
        assertRefused(() -> record(anHourAWeek, Map.of(), null), contract(), "P5", "Resolution", "PT1000H", "version 2");

        wiring.clock().advance(Duration.ofDays(31));
        assertThat(agree("PT1000H", "PT50H", Duration.ZERO)).isEqualTo(3);
        assertThatCode(() -> record(anHourAWeek, Map.of(), null)).doesNotThrowAnyException();
    }

    @Test
    void times_of_escalations_are_within_reach_too() {
        String withRule = "\nescalation:\n- {rule: ALONE, unassigned: PT2000H, then: {callOut: true}}\n";
        database.inTransaction(() -> agreements.record(
                contract(), agreements.print(agreements.version(contract(), null).agreement()) + withRule, null, "Szabó Anna", null, null));
        assertRefused(
                () -> record(Map.of("MONDAY", List.of(List.of("08:00", "09:00"))), Map.of(), null),
                contract(), "escalation[0].unassigned", "PT2000H");
    }

    @Test
    void every_contract_is_named_and_none_costs_a_statement_of_its_own() {
        String second = another();
        List<String> few = database.statements().during(() -> record(Map.of("MONDAY", OFFICE_DAY), Map.of(), null));
        String third = another();
        List<String> more = database.statements().during(() -> record(Map.of("TUESDAY", OFFICE_DAY), Map.of(), null));
        assertThat(more).hasSameSizeAs(few);

        assertRefused(() -> record(Map.of(), Map.of("2026-12-01", OFFICE_DAY), null), contract(), second, third);
    }

    /** One more contract in the same hours. */
    private String another() {
        SampleCustomer other = SampleCustomer.store(database, wiring, "K" + customers++);
        database.inTransaction(() -> {
            Customers all = wiring.get(Customers.class);
            all.add(new ContractVersion(
                    other.contractId(), 2, SampleCustomer.SINCE, all.calendarByCode(calendar()).orElseThrow().id(), "the customer",
                    SampleCustomer.SINCE, all.print(SampleAgreement.of(calendar(), SampleAgreement.hourly())), "the test", SampleCustomer.SINCE));
        });
        return "DESK-" + other.code();
    }

    @Test
    void a_first_day_or_an_exception_that_no_calendar_reaches_is_refused() {
        for (String day : List.of("+999999999-12-31", "+10000-01-01", "9999-12-31", "2101-01-01", "1969-12-31", "-0001-01-01")) {
            assertThatThrownBy(() -> record(Map.of("MONDAY", OFFICE_DAY), Map.of(), LocalDate.parse(day)))
                    .as(day)
                    .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                        assertThat(refused.code()).isEqualTo("year-out-of-reach");
                        assertThat(refused.field()).isEqualTo("validFrom");
                    });
        }
        for (String day : List.of("+999999999-12-31", "-0001-01-01", "0000-01-01")) {
            assertThatThrownBy(() -> record(Map.of("MONDAY", OFFICE_DAY), Map.of(day, List.of()), null))
                    .as(day)
                    .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                        assertThat(refused.code()).isEqualTo("calendar-date-malformed");
                        assertThat(refused.field()).isEqualTo("calendar.exceptions." + day);
                    });
        }
        assertThat(record(Map.of("MONDAY", OFFICE_DAY), Map.of("2099-12-31", List.of()), LocalDate.parse("2100-12-31"))).isEqualTo(2);
    }

    @Test
    void a_refusal_says_in_the_readers_language_which_day_it_is_about() {
        List<List<String>> overlapping = List.of(List.of("08:00", "12:00"), List.of("11:00", "13:00"));
        assertSentences(
                () -> record(Map.of("MONDAY", overlapping), Map.of(), null), "Monday", "hétfő", "maandag", "segunda-feira");
        assertSentences(
                () -> record(Map.of("MONDAY", OFFICE_DAY), Map.of("2026-12-24", overlapping), null),
                "2026-12-24", "2026-12-24", "2026-12-24", "2026-12-24");
        assertSentences(
                () -> record(Map.of("MONDAY", List.of(List.of("12:00", "08:00"))), Map.of(), null), "Monday", "hétfő", "maandag", "segunda-feira");
        assertSentences(
                () -> record(Map.of("MONDAY", List.of(List.of("8", "12:00"))), Map.of(), null), "Monday", "hétfő", "maandag", "segunda-feira");
    }

    @Test
    void a_promise_out_of_reach_is_named_in_the_readers_language() {
        assertSentences(
                () -> agree("PT40H", "PT99999H", Duration.ZERO),
                "P5, Resolution", "P5, Megoldás", "P5, Oplossing", "P5, Resolução");
    }

    private static void assertSentences(ThrowingCallable attempt, String... words) {
        assertThatThrownBy(attempt).isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
            for (int i = 0; i < words.length; i++) {
                assertThat(Texts.of(Texts.LANGUAGES.get(i), refused)).contains(words[i]);
            }
        });
    }
}
