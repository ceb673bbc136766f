package org.countersign.replay.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.countersign.customer.model.OutageCause;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.penalty.service.OutageLog;
import org.countersign.penalty.service.RecordOutage;
import org.countersign.replay.model.ReplayRequested;
import org.countersign.replay.model.ReplayState;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TargetResult;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.service.TicketHandling;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Past tickets under another agreement, in the database. The clock stands on Monday, 10:00 in Budapest, when they come in. */
@OnEachDatabase
class ReplayTest {

    private static final Instant MONDAY = Instant.parse("2026-11-16T00:00:00Z");
    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private String contract;

    @BeforeEach
    void a_customer() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "P" + customers++);
        contract = "DESK-" + customer.code();
        String agent = customer.code().toLowerCase(Locale.ROOT) + "-agent";
        wiring.calledBy(agent);
        CallContext.enter("manager", "192.0.2.1");
    }

    @AfterEach
    void nobody_calls() {
        CallContext.leave();
    }

    /** A P3 ticket: a response within 3 hours and a resolution within 24. */
    private Ticket solvedAfter(Duration serviceTime) {
        wiring.clock().moveTo(Instant.parse("2026-11-16T09:00:00Z"));
        Ticket ticket = database.inTransaction(() -> customer.ticket(wiring, "Printer stuck"));
        wiring.clock().advance(serviceTime);
        database.inTransaction(() -> wiring.get(TicketHandling.class).resolve(ticket.number(), "Restarted", null));
        return ticket;
    }

    private Ticket read(Ticket ticket) {
        return database.inNewTransaction(() -> wiring.get(Tickets.class).byId(ticket.id()).orElseThrow());
    }

    private String agreement() {
        return database.inTransaction(() -> {
            ContractAgreements agreements = wiring.get(ContractAgreements.class);
            return agreements.print(agreements.version(contract, null).agreement());
        });
    }

    private long request(String agreement, String hours, String key) {
        return request(agreement, hours, key, Instant.parse("2026-11-20T12:00:00Z"));
    }

    private long request(String agreement, String hours, String key, Instant now) {
        wiring.clock().moveTo(now);
        return database.inTransaction(() -> wiring.get(ReplayRequests.class)
                .request(new RequestReplay(contract, MONDAY, MONDAY.plus(Duration.ofDays(1)), agreement, hours, key)));
    }

    private long replayed(String agreement, String hours) {
        long id = request(agreement, hours, null);
        blocks(id).forEach(this::replay);
        return id;
    }

    private List<Long> blocks(long id) {
        return database.inTransaction(() -> wiring.get(ReplayWork.class).blocks(id));
    }

    private int replay(long block) {
        return database.inTransaction(() -> wiring.get(ReplayWork.class).replay(block));
    }

    private ReplayDetails found(long id) {
        return database.inTransaction(() -> wiring.get(ReplayQueries.class).find(id));
    }

    private ReplayDetails.Line line(long id, ServiceTarget target) {
        return found(id).lines().stream().filter(line -> line.target() == target && line.priority() == Priority.P3).findFirst().orElseThrow();
    }

    private List<ChangedTarget> changed(long id) {
        return database.inTransaction(() -> wiring.get(ReplayQueries.class).changed(id, null, null, null)).items();
    }

    @Test
    void tighter_targets_show_the_breaches_that_would_have_been() {
        solvedAfter(Duration.ofHours(1));
        Ticket slow = solvedAfter(Duration.ofHours(2));

        long id = replayed(agreement().replace("PT3H", "PT1H30M"), null);

        assertThat(line(id, ServiceTarget.RESPONSE).was()).isEqualTo(new ReplayDetails.Figures(2, 0, 0));
        assertThat(line(id, ServiceTarget.RESPONSE).would()).isEqualTo(new ReplayDetails.Figures(1, 1, 0));
        assertThat(line(id, ServiceTarget.RESPONSE).would().compliance()).isEqualTo(50.0);
        assertThat(line(id, ServiceTarget.RESOLUTION).would()).isEqualTo(line(id, ServiceTarget.RESOLUTION).was());
        assertThat(changed(id)).singleElement().satisfies(target -> {
            assertThat(target.ticket()).isEqualTo(slow.number());
            assertThat(target.was()).isEqualTo(TargetResult.MET);
            assertThat(target.would()).isEqualTo(TargetResult.MISSED);
            assertThat(target.wasDue()).isEqualTo("2026-11-16T12:00:00Z");
            assertThat(target.wouldDue()).isEqualTo("2026-11-16T10:30:00Z");
        });
        ReplayRow row = found(id).replay();
        assertThat(row.state()).isEqualTo(ReplayState.DONE);
        assertThat(row.tickets()).isEqualTo(2);
        assertThat(row.changed()).isEqualTo(1);
        assertThat(row.changes()).isEqualTo("targets[0].priorities.P3.response: PT3H → PT1H30M");
        assertThat(wiring.events().fired(ReplayRequested.class)).hasSize(1);
    }

    @Test
    void the_same_agreement_gives_what_was() {
        solvedAfter(Duration.ofHours(1));
        long id = replayed(agreement(), null);
        assertThat(changed(id)).isEmpty();
        assertThat(found(id).lines()).allSatisfy(line -> assertThat(line.would()).isEqualTo(line.was()));
        assertThat(found(id).replay().changes()).isEmpty();
    }

    @Test
    void other_hours_move_what_would_have_been_and_nothing_else() {
        Ticket ticket = read(solvedAfter(Duration.ofHours(2)));
        String early = "zone: Europe/Budapest\nhours: {MONDAY: [['08:00', '10:30']], TUESDAY: [['08:00', '16:00']]}\n";
        long id = replayed(agreement().replace("PT3H", "PT1H"), early);
        // Half an hour on Monday, the rest on Tuesday: solved in time, since Monday afternoon does not count.
        assertThat(line(id, ServiceTarget.RESPONSE).would()).isEqualTo(new ReplayDetails.Figures(1, 0, 0));
        assertThat(found(id).hours()).contains("Europe/Budapest");
        assertThat(read(ticket).version()).isEqualTo(ticket.version());
    }

    @Test
    void another_matrix_moves_tickets_to_another_priority() {
        solvedAfter(Duration.ofHours(2));
        long id = replayed(agreement().replaceFirst("MEDIUM: P3", "MEDIUM: P1"), null);
        assertThat(found(id).lines()).filteredOn(line -> line.target() == ServiceTarget.RESPONSE).satisfiesExactly(
                line -> {
                    assertThat(line.priority()).isEqualTo(Priority.P1);
                    assertThat(line.was()).isEqualTo(ReplayDetails.Figures.NONE);
                    assertThat(line.would()).isEqualTo(new ReplayDetails.Figures(0, 1, 0));
                },
                line -> {
                    assertThat(line.priority()).isEqualTo(Priority.P3);
                    assertThat(line.was()).isEqualTo(new ReplayDetails.Figures(1, 0, 0));
                });
        assertThat(changed(id)).extracting(ChangedTarget::wouldPriority).containsOnly(Priority.P1);
    }

    @Test
    void what_services_owe_for_their_availability_is_told_then_and_now() {
        agree(AVAILABILITY);
        wiring.clock().moveTo(Instant.parse("2026-11-20T12:00:00Z"));
        outage("2026-11-18T10:00:00Z", "2026-11-18T12:00:00Z", OutageCause.FAULT);
        outage("2026-11-19T10:00:00Z", "2026-11-19T15:00:00Z", OutageCause.THIRD_PARTY);

        long november = asked("2026-10-31T23:00:00Z", "2026-11-30T23:00:00Z", "2026-12-02T08:00:00Z");

        // 2 of 720 hours are 0.28 %, with the other five 0.97 %.
        assertThat(found(november).credits()).singleElement().satisfies(credit -> {
            assertThat(credit.month()).isEqualTo(YearMonth.parse("2026-11"));
            assertThat(credit.was()).isEqualTo(money("100.00", "100.00"));
            assertThat(credit.would()).isEqualTo(money("250.00", "250.00"));
        });
        assertThat(found(asked("2026-11-02T23:00:00Z", "2026-11-30T23:00:00Z", "2026-12-02T08:00:00Z")).credits())
                .as("a month that is not in the period as a whole")
                .isEmpty();
        assertThat(found(asked("2026-10-31T23:00:00Z", "2026-12-31T23:00:00Z", "2026-11-28T08:00:00Z")).credits())
                .as("a month that is not over")
                .isEmpty();
    }

    private static final String AVAILABILITY =
            """
            services: [{name: Mail, criticality: NORMAL}]
            availability: [{service: Mail, target: 99.9, measured: ALWAYS, excludes: [THIRD_PARTY]}]
            penalties:
              currency: EUR
              base: 1000
              clauses: [{code: UPTIME, measure: AVAILABILITY, tiers: [{below: 99.9, percent: 10}, {below: 99.5, percent: 25}]}]
            """;

    private static ReplayDetails.Money money(String amount, String forAvailability) {
        return new ReplayDetails.Money(new BigDecimal(amount), new BigDecimal(forAvailability), "EUR");
    }

    /** In force from October on. */
    private void agree(String clauses) {
        wiring.clock().moveTo(Instant.parse("2026-10-20T08:00:00Z"));
        String text = agreement() + clauses;
        database.inTransaction(() -> wiring.get(ContractAgreements.class).record(contract, text, null, "Szabó Anna", null, null));
    }

    private void outage(String start, String end, OutageCause cause) {
        database.inTransaction(() -> wiring.get(OutageLog.class)
                .record(contract, new RecordOutage("Mail", Instant.parse(start), Instant.parse(end), cause, "Disk full", null)));
    }

    /** A replay that excludes nothing, without its tickets. */
    private long asked(String from, String to, String now) {
        wiring.clock().moveTo(Instant.parse(now));
        String text = agreement().replace("THIRD_PARTY", "FORCE_MAJEURE");
        return database.inTransaction(() -> wiring.get(ReplayRequests.class)
                .request(new RequestReplay(contract, Instant.parse(from), Instant.parse(to), text, null, null)));
    }

    @Test
    void a_draft_that_is_not_valid_is_refused_with_its_place_before_anything_is_written() {
        assertThatThrownBy(() -> request(agreement().replace("PT24H", "PT24D"), null, null))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refused -> assertThat(refused.field()).isEqualTo("targets[0].priorities.P3.resolution"));
        assertThatThrownBy(() -> request(agreement().replace("HOURS-" + customer.code(), "NOWHERE"), null, null))
                .hasMessageStartingWith("calendar-unknown");
        assertThatThrownBy(() -> request(agreement(), "zone: Europe/Budapest\nhours: {MONDAY: [['10:00', '08:00']]}", null))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refused -> assertThat(refused.field()).startsWith("calendar.hours.MONDAY"));
        assertThatThrownBy(() -> request(agreement(), "zone: [", null))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.field()).isEqualTo("hours"));
        assertThatThrownBy(() -> request(agreement(), "zone: Europe/Budapest\nhours: {}", null)).hasMessageStartingWith("calendar-never-opens");
        assertThat(database.inTransaction(() -> wiring.get(ReplayQueries.class).list(contract, null, null)).items()).isEmpty();
    }

    @Test
    void a_period_has_to_be_one_of_the_past() {
        wiring.clock().moveTo(Instant.parse("2026-11-10T12:00:00Z"));
        assertThatThrownBy(() -> period(MONDAY, MONDAY.plusSeconds(1))).hasMessageStartingWith("replay-not-past");
        assertThatThrownBy(() -> period(MONDAY, MONDAY)).hasMessageStartingWith("period-ends-before-start");
        assertThatThrownBy(() -> period(MONDAY.minus(Duration.ofDays(800)), MONDAY)).hasMessageStartingWith("replay-too-long");
        assertThatThrownBy(() -> period(null, MONDAY)).hasMessageStartingWith("required");
    }

    private void period(Instant from, Instant to) {
        String text = agreement();
        database.inTransaction(() -> wiring.get(ReplayRequests.class).request(new RequestReplay(contract, from, to, text, null, null)));
    }

    @Test
    void a_block_is_done_once_and_an_interrupted_replay_goes_on_with_the_rest() {
        List<Ticket> tickets = new ArrayList<>();
        for (int i = 0; i < 201; i++) {
            tickets.add(database.inTransaction(() -> customer.ticket(wiring, "Printer stuck")));
        }
        // An hour and a half after they came: nobody has answered, which is in time as it was, and would be too late.
        long id = request(agreement().replace("PT3H", "PT1H"), null, null, Instant.parse("2026-11-16T10:30:00Z"));
        List<Long> planned = blocks(id);
        assertThat(planned).hasSize(2);
        replay(planned.get(0));
        assertThat(found(id).replay().state()).isEqualTo(ReplayState.RUNNING);
        assertThat(replay(planned.get(0))).as("once more").isZero();
        assertThat(blocks(id)).containsExactly(planned.get(1));
        replay(planned.get(1));
        assertThat(found(id).replay().tickets()).isEqualTo(201);
        assertThat(line(id, ServiceTarget.RESPONSE).would()).isEqualTo(new ReplayDetails.Figures(0, 201, 0));
        assertThat(pages(id)).containsExactlyElementsOf(tickets.stream().map(Ticket::number).toList());
    }

    /** The tickets that changed sides in their response, read page by page. */
    private List<String> pages(long id) {
        List<String> numbers = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            var page = database.inTransaction(() -> wiring.get(ReplayQueries.class).changed(id, ServiceTarget.RESPONSE, 100, from));
            page.items().forEach(target -> numbers.add(target.ticket()));
            after = page.next();
        } while (after != null);
        return numbers;
    }

    @Test
    void a_second_click_is_not_a_second_question() {
        long first = request(agreement(), null, "abc");
        assertThat(request(agreement(), null, "abc")).isEqualTo(first);
        assertThat(request(agreement(), null, "abd")).isNotEqualTo(first);
    }

    @Test
    void a_block_costs_the_same_few_reads_however_many_tickets_it_has() {
        database.inTransaction(() -> customer.ticket(wiring, "One"));
        long one = request(agreement(), null, null);
        List<Long> small = blocks(one);
        long few = reads(small.get(0));
        for (int i = 0; i < 20; i++) {
            database.inTransaction(() -> {
                wiring.clock().moveTo(Instant.parse("2026-11-16T09:00:00Z"));
                customer.ticket(wiring, "Another");
            });
        }
        long many = request(agreement(), null, null);
        assertThat(reads(blocks(many).get(0))).isEqualTo(few);
    }

    private long reads(long block) {
        return database.statements().during(() -> replay(block)).stream().filter(sql -> sql.startsWith("SELECT")).count();
    }

    @Test
    void nothing_that_a_replay_found_can_be_changed() {
        assertThatThrownBy(() -> database.executeAsApplication("UPDATE replay_figure SET met = 0")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication("DELETE FROM replay_change")).isInstanceOf(SQLException.class);
    }
}
