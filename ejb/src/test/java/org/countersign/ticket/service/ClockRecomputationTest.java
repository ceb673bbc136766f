package org.countersign.ticket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.countersign.audit.model.AuditEntry;
import org.countersign.audit.service.AuditRecorder;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.CalendarHours;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.CustomerEvent.AgreementRecorded;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.PublicHolidays;
import org.countersign.customer.model.RecordedHours;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.customer.service.ServiceCalendars;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.Texts;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.TargetClock;
import org.countersign.ticket.model.TargetResult;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.TicketClockMoved;
import org.countersign.ticket.model.Tickets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Changes of contracts and calendars, and what they do to open tickets, in the database. */
@OnEachDatabase
class ClockRecomputationTest {

    private static int customers;

    @Parameter
    TestDatabase database;

    private final TreeSet<LocalDate> holidays = new TreeSet<>();
    private Wiring wiring;
    private SampleCustomer customer;
    private String contract;
    private ClockRecomputation clocks;
    private ContractAgreements agreements;
    private ServiceCalendars calendars;

    @BeforeEach
    void a_customer() {
        wiring = new Wiring(database).bind(PublicHolidays.class, new PublicHolidays() {
            @Override
            public boolean knows(String region) {
                return region.equals("HU");
            }

            @Override
            public List<LocalDate> restDays(String region, int firstYear, int lastYear) {
                return List.copyOf(holidays);
            }
        });
        customer = SampleCustomer.store(database, wiring, "R" + customers++);
        contract = "DESK-" + customer.code();
        clocks = wiring.get(ClockRecomputation.class);
        agreements = wiring.get(ContractAgreements.class);
        calendars = wiring.get(ServiceCalendars.class);
    }

    /** A P3 ticket of Monday 10:00 in Budapest: three days of eight hours, so due on Thursday at 10:00. */
    private Ticket ticket() {
        return database.inTransaction(() -> customer.ticket(wiring, "Printer stuck"));
    }

    private Ticket read(Ticket ticket) {
        return database.inTransaction(() -> {
            Ticket found = wiring.get(Tickets.class).byId(ticket.id()).orElseThrow();
            found.clock(customer.terms(wiring));
            return found;
        });
    }

    private int recompute() {
        return database.inTransaction(() -> clocks.blocks(customer.contractId()).stream()
                .mapToInt(block -> clocks.recompute(customer.contractId(), block))
                .sum());
    }

    private List<TicketClockMoved> moved() {
        return wiring.events().fired().stream().filter(TicketClockMoved.class::isInstance).map(TicketClockMoved.class::cast).toList();
    }

    private String text() {
        return database.inTransaction(() -> agreements.print(agreements.version(contract, null).agreement()));
    }

    private int agree(String text, Instant from, Long seen) {
        return database.inTransaction(() -> agreements.record(contract, text, from, "Szabó Anna", null, seen));
    }

    private int record(Map<String, ?> form, LocalDate from) {
        return database.inTransaction(() -> calendars.record("HOURS-" + customer.code(), form, from, null));
    }

    private Map<String, Object> hours() {
        return new java.util.LinkedHashMap<>(
                database.inTransaction(() -> calendars.latest("HOURS-" + customer.code()).hours().toForm()));
    }

    @Test
    void a_new_version_moves_open_tickets_once_and_says_what_moved_and_why() {
        Ticket ticket = ticket();
        assertThat(ticket.resolutionDue()).isEqualTo("2026-11-19T09:00:00Z");
        assertThat(agree(text().replace("PT24H", "PT16H"), null, 1L)).isEqualTo(2);

        assertThat(recompute()).isEqualTo(1);

        assertThat(read(ticket).resolutionDue()).isEqualTo("2026-11-18T09:00:00Z");
        assertThat(read(ticket).contractVersion()).isEqualTo(2);
        assertThat(moved()).singleElement().satisfies(event -> {
            assertThat(event.why()).isEqualTo("CONTRACT_VERSION 1 → 2");
            assertThat(event.moved()).isEqualTo("resolutionDue: 2026-11-19T09:00:00Z → 2026-11-18T09:00:00Z");
            assertThat(event.contractId()).isEqualTo(customer.contractId());
        });
        List<String> again = database.statements().during(() -> assertThat(recompute()).isZero());
        assertThat(again).noneMatch(sql -> sql.startsWith("UPDATE") || sql.startsWith("INSERT"));
        assertThat(moved()).hasSize(1);
    }

    @Test
    void a_ticket_that_was_being_registered_while_the_blocks_were_planned_is_reached_too() throws java.sql.SQLException {
        agree(text().replace("PT24H", "PT16H"), null, 1L);
        List<ClockRecomputation.Block> planned = database.inTransaction(() -> clocks.blocks(customer.contractId()));
        Ticket ticket = ticket();
        // Its transaction had read the version before.
        database.executeAsOwner("UPDATE ticket SET contract_version = 1 WHERE number = ?", ticket.number());

        database.inTransaction(() -> planned.forEach(block -> clocks.recompute(customer.contractId(), block)));

        assertThat(read(ticket).contractVersion()).isEqualTo(2);
    }

    @Test
    void what_the_version_changed_goes_into_the_contracts_chain() {
        agree(text().replace("PT24H", "PT16H"), null, null);
        AgreementRecorded told = wiring.events().fired().stream()
                .filter(AgreementRecorded.class::isInstance)
                .map(AgreementRecorded.class::cast)
                .findFirst()
                .orElseThrow();
        assertThat(told.changes()).isEqualTo("targets[0].priorities.P3.resolution: PT24H → PT16H");
        assertThat(told.agreedBy()).isEqualTo("Szabó Anna");
        assertThat(told.contractId()).isEqualTo(customer.contractId());
    }

    /** F70: and the history of the ticket says what moved and why, once. */
    @Test
    void a_changed_holiday_table_moves_open_deadlines_and_no_pause_is_lost() {
        wiring.events().observeBy(wiring.get(AuditRecorder.class));
        Ticket ticket = ticket();
        hold(ticket, Duration.ofHours(1), Duration.ofHours(3));
        assertThat(read(ticket).resolutionDue()).isEqualTo("2026-11-19T11:00:00Z");
        Map<String, Object> form = hours();
        form.put("holidays", "HU");
        record(form, LocalDate.parse("2026-01-01"));
        recompute();
        assertThat(read(ticket).resolutionDue()).as("no holiday in sight").isEqualTo("2026-11-19T11:00:00Z");

        holidays.add(LocalDate.parse("2026-11-18"));
        assertThat(record(form, LocalDate.parse("2026-01-01"))).isEqualTo(3);
        assertThat(recompute()).isEqualTo(1);

        assertThat(read(ticket).resolutionDue()).isEqualTo("2026-11-20T11:00:00Z");
        assertThat(moved()).singleElement().satisfies(event -> {
            assertThat(event.why()).isEqualTo("CALENDAR HOURS-" + customer.code() + " 2 → 3");
            assertThat(event.moved()).contains("resolutionDue: 2026-11-19T11:00:00Z → 2026-11-20T11:00:00Z");
        });
        assertThat(audited(ticket)).singleElement().satisfies(entry -> {
            assertThat(entry.contractId()).isEqualTo(customer.contractId());
            assertThat(facts(entry).getString("why")).isEqualTo("CALENDAR HOURS-" + customer.code() + " 2 → 3");
            assertThat(facts(entry).getString("moved")).isEqualTo("resolutionDue: 2026-11-19T11:00:00Z → 2026-11-20T11:00:00Z");
        });

        assertThat(recompute()).isZero();
        assertThat(database.inTransaction(() -> find(ticket).recompute(terms()))).as("from the log once more").isEmpty();
        assertThat(read(ticket).resolutionDue()).isEqualTo("2026-11-20T11:00:00Z");
        assertThat(audited(ticket)).hasSize(1);
    }

    /** What the audit trail has about moved targets of a ticket. */
    private List<AuditEntry> audited(Ticket ticket) {
        return database.inTransaction(() -> database.entityManager()
                .createQuery("select e from AuditEntry e where e.action = 'TicketClockMoved' and e.subjectId = :number", AuditEntry.class)
                .setParameter("number", ticket.number())
                .getResultList());
    }

    private static JsonObject facts(AuditEntry entry) {
        try (JsonReader reader = Json.createReader(new StringReader(entry.facts()))) {
            return reader.readObject();
        }
    }

    private void hold(Ticket ticket, Duration after, Duration lasting) {
        wiring.clock().advance(after);
        database.inTransaction(() -> find(ticket).hold(Hold.open(HoldReason.AWAITING_CUSTOMER, null), terms(), wiring.clock().instant()));
        wiring.clock().advance(lasting.minus(after));
        database.inTransaction(() -> find(ticket).resume(terms(), wiring.clock().instant()));
    }

    private Ticket find(Ticket ticket) {
        return wiring.get(Tickets.class).byId(ticket.id()).orElseThrow();
    }

    private ContractTerms terms() {
        return customer.terms(wiring);
    }

    @Test
    void hours_that_change_from_a_date_on_count_from_that_date() {
        Ticket ticket = ticket();
        Map<String, Object> form = hours();
        form.put("hours", Map.of("WEDNESDAY", List.of(List.of("08:00", "24:00")), "FRIDAY", List.of(List.of("08:00", "16:00"))));
        record(form, LocalDate.parse("2026-11-18"));
        recompute();
        // Six hours on Monday and eight on Tuesday as before; the ten left on Wednesday, which now lasts to midnight.
        assertThat(read(ticket).resolutionDue()).isEqualTo("2026-11-18T17:00:00Z");
    }

    @Test
    void a_version_that_comes_into_force_later_moves_nothing_before() {
        Ticket ticket = ticket();
        Instant tomorrow = wiring.clock().instant().plus(Duration.ofDays(1));
        agree(text().replace("PT24H", "PT16H"), tomorrow, null);
        assertThat(recompute()).isZero();
        wiring.clock().advance(Duration.ofDays(1));
        assertThat(recompute()).isEqualTo(1);
        assertThat(read(ticket).contractVersion()).isEqualTo(2);
    }

    @Test
    void versions_follow_each_other_and_nobody_overwrites_what_he_did_not_see() {
        agree(text().replace("PT24H", "PT16H"), null, 1L);
        assertThatThrownBy(() -> agree(text().replace("PT16H", "PT20H"), null, 1L))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("changed-meanwhile"));
        assertThatThrownBy(() -> agree(text().replace("PT16H", "PT20H"), Instant.parse("2026-02-01T00:00:00Z"), null))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("version-before-predecessor"));
        List<AgreedVersion> versions = database.inTransaction(() -> agreements.versions(contract));
        assertThat(versions).extracting(AgreedVersion::number).containsExactly(1, 2);
        assertThat(database.inTransaction(() -> agreements.changes(contract, 2)))
                .containsExactly("targets[0].priorities.P3.resolution: PT24H → PT16H");
    }

    @Test
    void a_target_that_can_never_be_met_is_refused_with_its_place() {
        assertThatThrownBy(() -> agree(text().replace("PT24H", "PT99999H"), null, null))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo("target-out-of-reach");
                    assertThat(refused.field()).isEqualTo("targets[0].priorities.P3.resolution");
                });
    }

    @Test
    void a_calendar_that_never_opens_and_one_of_another_zone_are_refused() {
        Map<String, Object> closed = hours();
        closed.put("hours", Map.of());
        assertThatThrownBy(() -> record(closed, null)).isInstanceOfSatisfying(
                BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("calendar-never-opens"));
        Map<String, Object> moved = hours();
        moved.put("zone", "Europe/Lisbon");
        assertThatThrownBy(() -> record(moved, null)).isInstanceOfSatisfying(
                BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("calendar-zone-changed"));
        Map<String, Object> unknown = hours();
        unknown.put("holidays", "ATLANTIS");
        assertThatThrownBy(() -> record(unknown, null)).isInstanceOfSatisfying(
                BusinessRuleViolation.class, refused -> assertThat(refused.field()).isEqualTo("calendar.holidays"));
    }

    @Test
    void a_target_that_the_calendar_gives_no_time_for_keeps_nobody_from_working() {
        Ticket ticket = ticket();
        Ticket solved = ticket();
        wiring.clock().advance(Duration.ofHours(2));
        database.inTransaction(() -> find(solved).start(customer.agentId(), terms(), wiring.clock().instant()));
        // Past every check: no hours at all are left.
        database.inTransaction(() -> {
            Customers all = wiring.get(Customers.class);
            CalendarHours few = new CalendarHours(
                    new ServiceCalendar(ZoneId.of("Europe/Budapest"), Map.of(), Map.of()), null, List.of());
            all.addHours(
                    all.calendarByCode("HOURS-" + customer.code()).orElseThrow().id(),
                    new RecordedHours(2, LocalDate.parse("2026-11-17"), few), "the test", wiring.clock().instant());
        });

        assertThat(recompute()).isEqualTo(2);

        assertThat(read(ticket).resolutionDue()).isNull();
        assertThat(read(ticket).responseDue()).as("still within the hours of the first day").isEqualTo("2026-11-16T12:00:00Z");
        TargetClock target = read(ticket).clock(database.inTransaction(this::terms)).target(ServiceTarget.RESOLUTION).orElseThrow();
        assertThat(target.haltedBecause()).isEqualTo(TargetClock.OUT_OF_REACH);
        assertThat(target.result(wiring.clock().instant())).isEqualTo(TargetResult.RUNNING);
        ExplainedClock.Target told = ExplainedClock.of(read(ticket), database.inTransaction(this::terms), wiring.clock().instant()).targets().get(1);
        assertThat(told.due()).isNull();
        assertThat(told.haltedBecause()).isEqualTo("OUT_OF_REACH");
        assertThat(told.consumed()).isEqualTo(Duration.ofHours(2));
        assertThat(told.runsAgain().when()).isEqualTo("OUT_OF_REACH");
        for (Locale language : Texts.LANGUAGES) {
            assertThat(Texts.find(language, "segment.OUT_OF_REACH")).as(language + "").isPresent();
            assertThat(Texts.find(language, "runs-again.OUT_OF_REACH")).as(language + "").isPresent();
        }
        assertThat(ticket().resolutionDue()).as("a new one is taken all the same").isNull();
        hold(ticket, Duration.ofHours(1), Duration.ofHours(2));
        database.inTransaction(() -> find(ticket).wroteToCustomer(terms(), wiring.clock().instant()));
        assertThat(read(ticket).clock(database.inTransaction(this::terms)).target(ServiceTarget.RESPONSE).orElseThrow().decidingDue())
                .contains(Instant.parse("2026-11-16T12:00:00Z"));
    }

    @Test
    void a_step_on_a_ticket_that_is_behind_brings_it_up_to_date_first() {
        Ticket ticket = ticket();
        agree(text().replace("PT24H", "PT16H"), null, null);
        wiring.calledBy(customer.code().toLowerCase(java.util.Locale.ROOT) + "-agent");
        database.inTransaction(() -> CallContext.runAsSystem(null, () -> wiring.get(TicketHandling.class).start(ticket.number(), null)));
        assertThat(moved()).hasSize(1);
        assertThat(read(ticket).resolutionDue()).isEqualTo("2026-11-18T09:00:00Z");
    }
}
