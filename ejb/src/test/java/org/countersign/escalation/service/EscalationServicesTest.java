package org.countersign.escalation.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.countersign.customer.model.QueueOrder;
import org.countersign.escalation.model.Escalation;
import org.countersign.escalation.model.EscalationEvent.EscalationFired;
import org.countersign.escalation.model.EscalationState;
import org.countersign.escalation.model.Outlook;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountAdministration;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.rota.model.RotaEvent.CallOutAcknowledged;
import org.countersign.rota.model.RotaEvent.CallOutOver;
import org.countersign.rota.model.RotaEvent.PersonCalled;
import org.countersign.rota.service.CallOutSweep;
import org.countersign.rota.service.CallOutView;
import org.countersign.rota.service.CallOuts;
import org.countersign.rota.service.PublishRota;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.ManagerNamed;
import org.countersign.ticket.model.TicketEvent.TicketEscalated;
import org.countersign.ticket.model.TicketEvent.TicketOvertook;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.service.ClockRecomputation;
import org.countersign.ticket.service.TicketEscalation;
import org.countersign.ticket.service.TicketHandling;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Escalations through their services, on the database. It is Monday, 10:00 in Budapest; service is given from 08:00 to 16:00. */
@OnEachDatabase
class EscalationServicesTest {

    private static final String HALF = "{rule: HALF-TIME, at: {percent: 50, of: RESOLUTION}, then: {level: L2}}";
    private static final String TOLD = "{rule: TOLD, at: {percent: 75, of: RESOLUTION}, then: {notify: [MANAGER]}}";

    @Parameter
    TestDatabase database;

    private EscalationFixture desk;

    @BeforeEach
    void a_desk() throws SQLException {
        desk = new EscalationFixture(database);
    }

    private Ticket read(TicketRef ticket) {
        return desk.inTransaction(() -> desk.node.wiring.get(Tickets.class).byId(ticket.id()).orElseThrow());
    }

    @Test
    void what_is_due_fires_once_and_what_is_not_waits() {
        desk.agree(HALF, TOLD);
        TicketRef ticket = desk.ticket();
        assertThat(desk.of(ticket)).extracting(Escalation::rule, Escalation::state, Escalation::dueAt)
                .containsExactly(
                        tuple("HALF-TIME", EscalationState.WAITING, Instant.parse("2026-11-17T13:00:00Z")),
                        tuple("TOLD", EscalationState.WAITING, Instant.parse("2026-11-18T11:00:00Z")));
        desk.passHours(27);
        assertThat(desk.node.sweep()).isZero();

        desk.passHours(1);
        assertThat(desk.node.sweep()).isEqualTo(1);
        assertThat(desk.node.sweep()).isZero();

        assertThat(read(ticket).level()).isEqualTo(SupportLevel.L2);
        assertThat(desk.node.fired()).singleElement().satisfies(event -> {
            assertThat(event.rule()).isEqualTo("HALF-TIME");
            assertThat(event.raisedTo()).isEqualTo(SupportLevel.L2);
            assertThat(event.ordinal()).isEqualTo(1);
            assertThat(event.facts().keySet()).containsExactly("ordinal", "rule", "due", "raisedTo", "notified", "manager", "callOut", "lacking");
        });
        assertThat(desk.node.wiring.events().fired(TicketEscalated.class)).extracting(TicketEscalated::reason).containsExactly("HALF-TIME");
        desk.passHours(22);
        assertThat(desk.node.sweep()).isEqualTo(1);
        assertThat(desk.of(ticket)).extracting(Escalation::ordinal).containsExactly(1, 2);
    }

    @Test
    void a_paused_clock_fires_nothing_and_goes_on_where_it_was() {
        desk.agree(HALF);
        TicketRef ticket = desk.ticket();
        desk.passHours(1);
        desk.handle(steps -> steps.hold(ticket.number(), Hold.open(HoldReason.AWAITING_CUSTOMER, null), null));
        assertThat(desk.only(ticket)).satisfies(waiting -> {
            assertThat(waiting.dueAt()).isNull();
            assertThat(waiting.nextAttemptAt()).isNull();
            assertThat(waiting.reason()).isEqualTo("AWAITING_CUSTOMER");
        });
        desk.passHours(24 * 7);
        assertThat(desk.node.sweep()).isZero();
        desk.handle(steps -> steps.resume(ticket.number(), null));
        assertThat(desk.only(ticket).dueAt()).isEqualTo("2026-11-24T13:00:00Z");
        desk.passHours(27);
        assertThat(desk.node.sweep()).isEqualTo(1);
    }

    @Test
    void a_hold_until_a_date_moves_what_is_due_to_a_known_instant() {
        desk.agree(HALF);
        TicketRef ticket = desk.ticket();
        desk.passHours(1);
        Instant wednesday = Instant.parse("2026-11-18T09:00:00Z");
        desk.handle(steps -> steps.hold(ticket.number(), new Hold(HoldReason.AGREED_DATE, null, wednesday), null));
        assertThat(desk.only(ticket).dueAt()).as("an hour of twelve was used").isEqualTo("2026-11-19T12:00:00Z");
        desk.handle(steps -> steps.resume(ticket.number(), null));
        assertThat(desk.only(ticket).dueAt()).isEqualTo("2026-11-17T13:00:00Z");
    }

    /** F57. */
    @Test
    void two_nodes_that_sweep_at_once_escalate_once() throws Exception {
        desk.agree(HALF, TOLD);
        List<TicketRef> tickets = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            tickets.add(desk.ticket());
        }
        desk.passHours(24 * 7);
        EscalationFixture.Node other = desk.secondNode();
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> turns = new ArrayList<>();
            for (EscalationFixture.Node node : List.of(desk.node, other)) {
                turns.add(nodes.submit(() -> {
                    together.await(30, TimeUnit.SECONDS);
                    // As its timer would: a turn passes over what the other node has in hand at that moment.
                    return node.sweep() + node.sweep() + node.sweep();
                }));
            }
            int fired = 0;
            for (Future<Integer> turn : turns) {
                fired += turn.get(60, TimeUnit.SECONDS);
            }
            fired += desk.node.sweep();
            assertThat(fired).isEqualTo(120);
        } finally {
            nodes.shutdownNow();
        }
        List<EscalationFired> all = new ArrayList<>(desk.node.fired());
        all.addAll(other.fired());
        assertThat(all).extracting(EscalationFired::escalationId).hasSize(120).doesNotHaveDuplicates();
        for (TicketRef ticket : tickets) {
            assertThat(desk.of(ticket)).extracting(Escalation::state).containsOnly(EscalationState.FIRED);
            assertThat(desk.of(ticket)).extracting(Escalation::ordinal).containsExactlyInAnyOrder(1, 2);
            assertThat(read(ticket).level()).isEqualTo(SupportLevel.L2);
        }
    }

    @Test
    void a_ticket_that_somebody_works_on_at_this_moment_is_left_to_the_next_turn() throws Exception {
        desk.agree(HALF);
        TicketRef ticket = desk.ticket();
        desk.passHours(24 * 7);
        EscalationFixture.Node other = desk.secondNode();
        ExecutorService nodes = Executors.newSingleThreadExecutor();
        try {
            int meanwhile = database.inNewTransaction(() -> {
                assertThat(desk.node.wiring.get(TicketEscalation.class).takeInHand(List.of(ticket.id()))).containsExactly(ticket.id());
                try {
                    return nodes.submit(other::sweep).get(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(meanwhile).isZero();
        } finally {
            nodes.shutdownNow();
        }
        assertThat(other.sweep()).isEqualTo(1);
    }

    @Test
    void what_is_told_of_a_ticket_before_anything_of_it_is_written_does_not_get_in_the_way_of_the_sweep() throws Exception {
        desk.agree("{rule: NOBODY, unassigned: PT1H, then: {notify: [MANAGER]}}");
        TicketRef ticket = desk.ticket();
        desk.passHours(2);
        EscalationFixture.Node other = desk.secondNode();
        ExecutorService nodes = Executors.newSingleThreadExecutor();
        try {
            desk.handle(steps -> {
                desk.node.wiring.events().fire(new TicketOvertook(ticket, 1, "DESK/L1", QueueOrder.PRIORITY, 1, "CS-1", null));
                try {
                    assertThat(nodes.submit(other::sweep).get(30, TimeUnit.SECONDS)).isEqualTo(1);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                steps.start(ticket.number(), null);
            });
        } finally {
            nodes.shutdownNow();
        }
        assertThat(desk.of(ticket)).extracting(Escalation::state).containsExactly(EscalationState.FIRED);
        assertThat(read(ticket).state()).isEqualTo(TicketState.IN_PROGRESS);
    }

    /** F68. */
    @Test
    void a_clock_set_back_or_forward_fires_nothing_twice_and_the_order_is_kept_by_number() {
        desk.agree(HALF, TOLD, "{rule: LATE, after: {time: PT1H, of: RESOLUTION}, then: {notify: [MANAGER]}}");
        TicketRef ticket = desk.ticket();
        desk.passHours(28);
        assertThat(desk.node.sweep()).isEqualTo(1);

        desk.passHours(-1);
        assertThat(desk.node.sweep()).isZero();
        desk.handle(steps -> steps.start(ticket.number(), null));
        assertThat(desk.node.sweep()).as("planned anew while the clock is back").isZero();
        desk.passHours(1);
        assertThat(desk.node.sweep()).isZero();

        desk.passHours(24);
        assertThat(desk.node.sweep()).isEqualTo(1);
        desk.passHours(-24);
        assertThat(desk.node.sweep()).isZero();
        desk.handle(steps -> steps.hold(ticket.number(), Hold.open(HoldReason.AWAITING_CUSTOMER, null), null));
        desk.handle(steps -> steps.resume(ticket.number(), null));
        desk.passHours(24);
        assertThat(desk.node.sweep()).isZero();
        desk.passHours(24 * 5);
        assertThat(desk.node.sweep()).isEqualTo(1);
        assertThat(desk.node.sweep()).isZero();
        assertThat(desk.of(ticket)).extracting(Escalation::rule, Escalation::ordinal)
                .containsExactly(tuple("HALF-TIME", 1), tuple("TOLD", 2), tuple("LATE", 3));
    }

    @Test
    void one_that_fails_is_tried_again_later_and_holds_up_no_other() {
        desk.agree(HALF);
        TicketRef bad = desk.ticket();
        List<TicketRef> others = List.of(desk.ticket(), desk.ticket(), desk.ticket());
        boolean[] broken = {true};
        desk.node.wiring.events().observe((DomainEvent event) -> {
            if (broken[0] && event instanceof EscalationFired fired && fired.ticket().id() == bad.id()) {
                throw new IllegalStateException("The disk is full");
            }
        });
        desk.passHours(28);

        assertThat(desk.node.sweep()).isEqualTo(3);
        assertThat(others).allSatisfy(ticket -> assertThat(desk.only(ticket).isFired()).isTrue());
        assertThat(read(bad).level()).as("nothing of it stays").isEqualTo(SupportLevel.L1);
        assertThat(desk.only(bad)).satisfies(failed -> {
            assertThat(failed.isWaiting()).isTrue();
            assertThat(failed.attempts()).isEqualTo(1);
            assertThat(failed.lastError()).contains("The disk is full");
        });
        assertThat(desk.node.sweep()).as("it rests").isZero();
        assertThat(desk.only(bad).attempts()).isEqualTo(1);

        broken[0] = false;
        desk.pass(Duration.ofMinutes(1));
        assertThat(desk.node.sweep()).isEqualTo(1);
        assertThat(desk.only(bad).lastError()).isNull();
    }

    @Test
    void a_ticket_that_has_moved_on_is_not_escalated_and_the_row_says_why() {
        desk.agree(HALF, "{rule: ALONE, unassigned: PT1H, then: {notify: [MANAGER]}}");
        TicketRef resolved = desk.ticket();
        TicketRef ended = desk.ticket();
        TicketRef taken = desk.ticket();
        desk.handle(steps -> steps.resolve(resolved.number(), "Turned it off and on", null));
        desk.handle(steps -> steps.transfer(ended.number(), "The manufacturer", "Not ours", null));
        desk.handle(steps -> steps.start(taken.number(), null));
        desk.passHours(24 * 7);

        assertThat(desk.node.sweep()).isEqualTo(1);

        assertThat(desk.of(resolved)).extracting(Escalation::reason).containsOnly(Outlook.RESOLVED);
        assertThat(desk.of(ended)).extracting(Escalation::reason).containsOnly(Outlook.ENDED);
        assertThat(desk.of(taken)).extracting(Escalation::rule, Escalation::state, Escalation::reason)
                .containsExactlyInAnyOrder(
                        tuple("HALF-TIME", EscalationState.FIRED, null), tuple("ALONE", EscalationState.WAITING, null));
    }

    @Test
    void who_takes_a_ticket_in_the_last_moment_is_not_escalated_over() throws SQLException {
        desk.agree("{rule: ALONE, unassigned: PT1H, then: {notify: [MANAGER]}}");
        TicketRef ticket = desk.ticket();
        desk.passHours(2);
        // Past the application, so that the row still says it was due.
        database.executeAsOwner("UPDATE ticket SET unassigned_since = NULL, assignee_id = ? WHERE id = ?", desk.customer.agentId(), ticket.id());

        assertThat(desk.node.sweep()).isZero();

        assertThat(desk.only(ticket)).satisfies(moot -> {
            assertThat(moot.state()).isEqualTo(EscalationState.MOOT);
            assertThat(moot.reason()).isEqualTo(Outlook.ASSIGNED);
            assertThat(moot.settledAt()).isNotNull();
        });
    }

    @Test
    void what_the_customers_own_staff_gives_back_and_nobody_takes_is_escalated_once_more() {
        desk.agree("{rule: ALONE, unassigned: PT1H, then: {notify: [MANAGER]}}\nlevels: {L2: CUSTOMER}");
        TicketRef ticket = desk.ticket();
        desk.passHours(1);
        assertThat(desk.node.sweep()).isEqualTo(1);
        desk.handle(steps -> steps.escalate(ticket.number(), SupportLevel.L2, "Yours", null));
        desk.passHours(1);
        assertThat(desk.node.sweep()).as("while the customer has it").isZero();

        desk.handle(steps -> steps.resume(ticket.number(), null));
        assertThat(read(ticket).level()).isEqualTo(SupportLevel.L1);
        assertThat(desk.node.sweep()).isZero();
        desk.passHours(1);
        assertThat(desk.node.sweep()).isEqualTo(1);
        assertThat(desk.node.sweep()).isZero();
        assertThat(desk.of(ticket)).extracting(Escalation::ordinal).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void a_named_person_of_the_staff_answers_for_the_ticket() {
        desk.agree("{rule: PROJECT, at: {percent: 100, of: RESPONSE}, then: {manager: " + desk.rota.manager() + "}}");
        TicketRef ticket = desk.ticket();
        desk.passHours(4);

        assertThat(desk.node.sweep()).isEqualTo(1);

        assertThat(desk.node.wiring.events().fired(ManagerNamed.class)).extracting(ManagerNamed::from, ManagerNamed::to, ManagerNamed::reason)
                .containsExactly(tuple(null, desk.rota.manager(), "PROJECT"));
        assertThat(desk.as("-agent", () -> desk.node.wiring.get(org.countersign.ticket.service.TicketQueries.class).find(ticket.number()))
                        .manager().account())
                .isEqualTo(desk.rota.manager());
    }

    @Test
    void whom_nobody_knows_and_what_no_calendar_can_give_is_refused_with_its_place() {
        assertThatThrownBy(() -> desk.agree(HALF, "{rule: X, rejected: 2, then: {manager: nobody}}"))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo("escalation-person-unknown");
                    assertThat(refused.field()).isEqualTo("escalation[1].then.manager");
                });
        assertThatThrownBy(() -> desk.agree("{rule: X, after: {time: PT90000H, of: RESPONSE}, then: {level: L2}}"))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo("target-out-of-reach");
                    assertThat(refused.field()).isEqualTo("escalation[0].after.time");
                });
        String contact = desk.customer.code().toLowerCase(Locale.ROOT) + "-contact";
        assertThatThrownBy(() -> desk.agree("{rule: X, rejected: 2, then: {manager: " + contact + "}}"))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("escalation-person-unknown"));
    }

    @Test
    void what_is_open_follows_a_new_version_of_the_contract_even_when_no_instant_of_the_ticket_moves() {
        TicketRef ticket = desk.ticket();
        assertThat(desk.of(ticket)).isEmpty();
        desk.agree(HALF, TOLD);
        assertThat(recompute()).as("no target moved").isZero();
        assertThat(desk.of(ticket)).extracting(Escalation::rule).containsExactly("HALF-TIME", "TOLD");

        desk.agree(HALF.replace("50", "25"));
        recompute();
        assertThat(desk.of(ticket)).extracting(Escalation::rule, Escalation::state, Escalation::dueAt)
                .containsExactlyInAnyOrder(
                        tuple("HALF-TIME", EscalationState.WAITING, Instant.parse("2026-11-16T15:00:00Z")),
                        tuple("TOLD", EscalationState.MOOT, null));
        desk.agree();
        recompute();
        assertThat(desk.of(ticket)).extracting(Escalation::reason).containsOnly(Outlook.NOT_ASKED);
    }

    @Test
    void a_ticket_that_is_behind_is_judged_by_what_is_agreed_now() {
        desk.agree(HALF);
        TicketRef ticket = desk.ticket();
        desk.agree(HALF.replace("50", "75"));
        desk.passHours(28);

        assertThat(desk.node.sweep()).isZero();
        assertThat(desk.only(ticket).dueAt()).isEqualTo("2026-11-18T11:00:00Z");
    }

    private int recompute() {
        ClockRecomputation clocks = desk.node.wiring.get(ClockRecomputation.class);
        long contract = desk.customer.contractId();
        return desk.inTransaction(
                () -> clocks.blocks(contract).stream().mapToInt(block -> clocks.recompute(contract, block)).sum());
    }

    @Test
    void a_new_ticket_outside_the_service_hours_calls_who_is_on_duty() {
        cover(true);
        TicketRef day = desk.ticket();
        desk.passHours(10);
        TicketRef night = desk.ticket();
        TicketRef taken = desk.ticket();
        desk.handle(steps -> steps.start(taken.number(), null));

        assertThat(desk.node.sweep()).isEqualTo(1);

        assertThat(desk.of(day)).isEmpty();
        assertThat(desk.only(taken).reason()).isEqualTo(Outlook.ASSIGNED);
        assertThat(desk.node.wiring.events().fired(PersonCalled.class)).singleElement().satisfies(call -> {
            assertThat(call.ticket()).isEqualTo(night.number());
            assertThat(call.person()).isEqualTo(desk.rota.name(1));
            assertThat(call.backup()).isFalse();
        });
        assertThat(desk.node.fired()).singleElement().satisfies(event -> {
            assertThat(event.rule()).isEqualTo("AFTER-HOURS");
            assertThat(event.callOut()).isNotNull();
        });
    }

    @Test
    void without_a_rota_nothing_is_kept_and_without_anybody_on_duty_the_managers_are_told() {
        desk.passHours(10);
        assertThat(desk.of(desk.ticket())).isEmpty();
        cover(true);
        desk.passHours(24);
        TicketRef ticket = desk.ticket();
        assertThat(desk.node.sweep()).isEqualTo(1);
        assertThat(desk.node.fired()).singleElement().satisfies(event -> {
            assertThat(event.roles()).containsExactly(Role.MANAGER);
            assertThat(event.callOut()).isNull();
            assertThat(event.lacking()).isEqualTo(Outlook.NOBODY_ON_DUTY);
        });
        assertThat(desk.only(ticket)).satisfies(row -> {
            assertThat(row.isFired()).isTrue();
            assertThat(row.reason()).isEqualTo(Outlook.NOBODY_ON_DUTY);
        });
        desk.handle(steps -> steps.assess(ticket.number(), null, Impact.HIGH, null, null));
        assertThat(desk.node.sweep()).as("it was that moment's").isZero();
    }

    @Test
    void a_call_that_the_service_hours_have_overtaken_is_made_no_more() {
        cover(true);
        desk.passHours(10);
        TicketRef ticket = desk.ticket();
        desk.passHours(13);
        assertThat(desk.node.sweep()).isZero();
        assertThat(desk.only(ticket).reason()).isEqualTo(Outlook.NOBODY_TO_CALL);
    }

    @Test
    void a_rule_that_finds_nobody_to_do_what_it_asks_tells_the_managers() {
        desk.agree(
                "{rule: CALL, at: {percent: 50, of: RESPONSE}, then: {callOut: true}}",
                "{rule: NAME, at: {percent: 60, of: RESPONSE}, then: {manager: " + desk.rota.name(2) + ", notify: [QUALITY]}}");
        TicketRef ticket = desk.ticket();
        desk.as("-agent", () -> {
            desk.node.wiring.calledBy(desk.rota.manager()).get(AccountAdministration.class).deactivate(desk.rota.name(2));
            return null;
        });
        desk.passHours(3);

        assertThat(desk.node.sweep()).isEqualTo(2);

        assertThat(desk.node.fired()).extracting(EscalationFired::rule, EscalationFired::roles, EscalationFired::lacking)
                .containsExactly(
                        tuple("CALL", List.of(Role.MANAGER), Outlook.NOBODY_ON_DUTY),
                        tuple("NAME", List.of(Role.QUALITY, Role.MANAGER), Outlook.MANAGER_GONE));
        assertThat(desk.of(ticket)).extracting(Escalation::reason).containsExactly(Outlook.NOBODY_ON_DUTY, Outlook.MANAGER_GONE);
    }

    @Test
    void a_later_rule_calls_again_when_neither_of_the_two_has_answered() {
        cover(false);
        desk.agree(
                "{rule: ONE, at: {percent: 50, of: RESPONSE}, then: {callOut: true}}",
                "{rule: TWO, at: {percent: 60, of: RESPONSE}, then: {callOut: true}}",
                "{rule: THREE, at: {percent: 100, of: RESPONSE}, then: {callOut: true}}");
        TicketRef ticket = desk.ticket();
        desk.pass(Duration.ofMinutes(90));
        assertThat(desk.node.sweep()).isEqualTo(1);
        desk.pass(Duration.ofMinutes(15));
        assertThat(backups()).isEqualTo(1);
        desk.pass(Duration.ofMinutes(5));
        assertThat(desk.node.sweep()).as("the backup still has time").isEqualTo(1);
        assertThat(desk.node.wiring.events().fired(PersonCalled.class)).hasSize(2);
        desk.passHours(2);

        assertThat(desk.node.sweep()).isEqualTo(1);

        List<Long> calls = desk.node.fired().stream().map(EscalationFired::callOut).toList();
        assertThat(calls.get(1)).isEqualTo(calls.get(0));
        assertThat(calls.get(2)).isNotNull().isNotEqualTo(calls.get(0));
        assertThat(desk.node.wiring.events().fired(PersonCalled.class)).extracting(PersonCalled::person, PersonCalled::backup)
                .containsExactly(tuple(desk.rota.name(0), false), tuple(desk.rota.name(1), true), tuple(desk.rota.name(0), false));
        assertThat(desk.node.wiring.events().fired(CallOutOver.class)).extracting(CallOutOver::callOutId).containsExactly(calls.get(0));
        assertThat(desk.as("-agent", () -> desk.node.wiring.get(CallOuts.class).ofTicket(ticket.number())))
                .filteredOn(call -> call.overAt() == null).hasSize(1);
    }

    @Test
    void nobody_is_called_in_vain_for_a_ticket_that_somebody_has_taken_or_that_has_ended() {
        cover(true);
        desk.passHours(10);
        TicketRef byTheCalled = desk.ticket();
        TicketRef byAnother = desk.ticket();
        TicketRef ended = desk.ticket();
        TicketRef open = desk.ticket();
        assertThat(desk.node.sweep()).isEqualTo(4);

        desk.inTransaction(() -> {
            desk.node.wiring.calledBy(desk.rota.name(1)).get(TicketHandling.class).start(byTheCalled.number(), null);
            return null;
        });
        desk.handle(steps -> steps.start(byAnother.number(), null));
        desk.handle(steps -> steps.transfer(ended.number(), "The manufacturer", "Not ours", null));
        desk.pass(Duration.ofMinutes(15));

        assertThat(backups()).as("the open ticket's").isEqualTo(1);
        assertThat(desk.node.wiring.events().fired(CallOutAcknowledged.class)).singleElement().satisfies(taken -> {
            assertThat(taken.ticket()).isEqualTo(byTheCalled.number());
            assertThat(taken.by()).isEqualTo(desk.rota.name(1));
        });
        assertThat(desk.node.wiring.events().fired(CallOutOver.class)).extracting(CallOutOver::ticket)
                .containsExactly(byAnother.number(), ended.number());
        assertThat(desk.node.wiring.events().fired(PersonCalled.class)).filteredOn(PersonCalled::backup).extracting(PersonCalled::ticket)
                .containsExactly(open.number());
        CallOutView over = desk.as("-agent", () -> desk.node.wiring.get(CallOuts.class).ofTicket(ended.number())).get(0);
        assertThat(over.overAt()).isNotNull();
        assertThat(over.acknowledgeable()).isFalse();
        assertThatThrownBy(() -> desk.inTransaction(() -> {
            desk.node.wiring.calledBy(desk.rota.name(1)).get(CallOuts.class).acknowledge(over.id());
            return null;
        })).isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("call-out-over"));
    }

    private int backups() {
        return database.inNewTransaction(() -> desk.node.wiring.get(CallOutSweep.class).callBackups());
    }

    private void cover(boolean afterHoursOnly) {
        PublishRota plan = desk.rota.threeShifts();
        desk.rota.publish(new PublishRota(
                plan.code(), plan.name(), plan.zone(), List.of(new PublishRota.Covered(desk.contract(), null, afterHoursOnly)), plan.from(),
                plan.until(), plan.shifts()));
    }

    @Test
    void a_report_costs_one_insert_more_with_rules_and_nothing_without() {
        desk.ticket();
        List<String> without = database.statements().during(desk::ticket);
        desk.agree(HALF, TOLD);
        desk.ticket();
        List<String> with = database.statements().during(desk::ticket);
        assertThat(without).noneMatch(sql -> sql.toLowerCase(Locale.ROOT).contains("escalation"));
        assertThat(with).hasSize(without.size() + 1);
        assertThat(with).filteredOn(sql -> sql.toLowerCase(Locale.ROOT).contains("escalation")).singleElement().asString()
                .startsWithIgnoringCase("INSERT INTO ESCALATION");
    }

    @Test
    void what_is_due_together_is_read_and_written_together() {
        desk.agree(HALF);
        int few = statementsOfSweep(3);
        int many = statementsOfSweep(EscalationWork.BLOCK - 1);
        assertThat(desk.node.fired()).hasSize(3 + EscalationWork.BLOCK - 1);
        assertThat(many).isEqualTo(few);
    }

    private int statementsOfSweep(int tickets) {
        for (int i = 0; i < tickets; i++) {
            desk.ticket();
        }
        desk.passHours(24 * 3);
        return database.statements().count(() -> desk.node.sweep());
    }

    @Test
    void two_rules_of_one_ticket_that_are_due_together_both_happen_and_the_next_level_is_watched_anew() {
        desk.agree(
                HALF.replace("L2", "L3"), HALF.replace("HALF-TIME", "FIRST").replace("50", "40"),
                "{rule: ALONE, unassigned: PT100H, then: {notify: [MANAGER]}}");
        TicketRef ticket = desk.ticket();
        desk.passHours(24 * 3);

        assertThat(desk.node.sweep()).isEqualTo(2);

        assertThat(read(ticket).level()).isEqualTo(SupportLevel.L3);
        assertThat(desk.of(ticket)).extracting(Escalation::rule, Escalation::ordinal, Escalation::occasion)
                .containsExactlyInAnyOrder(tuple("FIRST", 1, 1), tuple("HALF-TIME", 2, 1), tuple("ALONE", null, 3));
        assertThat(desk.node.fired()).extracting(EscalationFired::rule).containsExactly("FIRST", "HALF-TIME");
    }

    @Test
    void the_database_keeps_an_escalation_from_being_told_twice() {
        desk.agree(HALF);
        TicketRef ticket = desk.ticket();
        assertThatThrownBy(() -> database.executeAsApplication(
                        "INSERT INTO escalation (id, ticket_id, contract_id, contract_version, calendar_revision, rule, occasion, state,"
                                + " attempts, version) VALUES (1, ?, ?, 1, 1, 'HALF-TIME', 1, 'WAITING', 0, 1)",
                        ticket.id(), ticket.contractId()))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication("DELETE FROM escalation")).isInstanceOf(SQLException.class);
    }
}
