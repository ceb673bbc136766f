package org.countersign.rota.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.identity.service.AccountAdministration;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.ReplyAddresses;
import org.countersign.notification.model.SenderAddresses;
import org.countersign.notification.service.ConfiguredSender;
import org.countersign.notification.service.NumberedReplyAddresses;
import org.countersign.notification.service.RotaNotifications;
import org.countersign.rota.model.CallOutLog;
import org.countersign.rota.model.OnCallDuty;
import org.countersign.rota.model.RotaCovers;
import org.countersign.rota.model.RotaEvent.AbsenceWithdrawn;
import org.countersign.rota.model.RotaEvent.PersonCalled;
import org.countersign.rota.model.RotaEvent.RotaCoverageChanged;
import org.countersign.rota.model.RotaEvent.RotaEnds;
import org.countersign.rota.model.RotaEvent.RotaPublished;
import org.countersign.rota.model.RotaEvent.SwapAsked;
import org.countersign.rota.model.RotaEvent.SwapDecided;
import org.countersign.rota.model.Rotas;
import org.countersign.rota.model.SwapState;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.countersign.ticket.model.Ticket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Rotas through their services, on the database. */
@OnEachDatabase
class RotaServicesTest {

    private static final int A = 0;
    private static final int B = 1;
    private static final int C = 2;

    @Parameter
    TestDatabase database;

    private RotaFixture rota;

    @BeforeEach
    void a_fixture() throws SQLException {
        rota = new RotaFixture(database);
    }

    @Test
    void a_published_plan_answers_for_each_instant() {
        rota.publish(rota.threeShifts());

        assertThat(rota.onDuty(rota.h(0))).containsExactly(A, B);
        assertThat(rota.onDuty(rota.h(8).minusNanos(1000))).containsExactly(A, B);
        assertThat(rota.onDuty(rota.h(8))).containsExactly(B, C);
        assertThat(rota.onDuty(rota.h(23))).containsExactly(C, A);
        refused("nobody-on-duty", () -> rota.onDuty(rota.h(24)));
    }

    @Test
    void what_is_not_sound_is_refused_and_nothing_is_kept() throws SQLException {
        refused("rota-gap", () -> rota.publish(rota.plan(0, 24, rota.shift(0, 8, A, B), rota.shift(9, 24, B, C))));
        refused("rota-overlap", () -> rota.publish(rota.plan(0, 24, rota.shift(0, 9, A, B), rota.shift(8, 24, B, C))));
        refused("rota-same-person", () -> rota.publish(rota.plan(0, 24, rota.shift(0, 24, A, A))));
        refused("rota-ends-in-past", () -> rota.publish(rota.plan(-24, 0, rota.shift(-24, 0, A, B))));
        assertThat(rota.asManager(() -> rota.get(Rotas.class).all())).isEmpty();

        rota.publish(rota.threeShifts());
        refused("rota-gap", () -> rota.publish(rota.plan(30, 48, rota.shift(30, 48, A, B))));
        assertThat(rota.onDuty(rota.h(23))).containsExactly(C, A);
    }

    @Test
    void the_database_refuses_one_person_twice_and_two_shifts_at_one_instant() {
        rota.publish(rota.threeShifts());
        assertThatThrownBy(() -> database.executeAsApplication("UPDATE rota_shift SET backup_id = responsible_id"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication("UPDATE rota_shift SET starts_at = ?", rota.now()))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void a_revision_says_anew_what_comes_and_the_past_stays() {
        rota.publish(rota.threeShifts());
        rota.wiring().clock().advance(Duration.ofHours(10));

        refused("rota-past", () -> rota.publish(rota.plan(-2, 24, rota.shift(-2, 24, A, C))));
        // Hours count from the new present: two of the running shift's are gone.
        rota.publish(rota.plan(-2, 24, rota.shift(-2, 1, B, C), rota.shift(1, 24, A, C)));

        assertThat(rota.onDuty(rota.h(-10))).containsExactly(A, B);
        assertThat(rota.onDuty(rota.h(0))).containsExactly(B, C);
        assertThat(rota.onDuty(rota.h(1))).containsExactly(A, C);
        assertThat(rota.onDuty(rota.h(23))).containsExactly(A, C);
        assertThat(rota.wiring().events().fired(RotaPublished.class)).hasSize(2).last().satisfies(event -> {
            assertThat(event.revision()).isEqualTo(2);
            assertThat(event.planHash()).hasSize(64);
        });
    }

    @Test
    void a_plan_that_somebody_else_revised_meanwhile_is_stale() {
        rota.publish(rota.threeShifts());
        long seen = rota.asManager(() -> rota.get(RotaQueries.class).rota("ROTA", null, null).version());
        rota.publish(rota.plan(0, 48, rota.shift(0, 48, A, B)));

        refused("changed-meanwhile", () -> rota.asManager(() -> rota.get(RotaPlanning.class).publish(rota.threeShifts(), seen)));
    }

    @Test
    void a_new_rota_does_not_take_the_place_of_one_with_its_code() {
        open(rota.threeShifts());
        open(rota.threeShifts());
        assertThat(rota.wiring().events().fired(RotaPublished.class)).as("two clicks").hasSize(1);

        refused("rota-exists", () -> open(rota.plan(0, 48, rota.shift(0, 48, C, A))));
        assertThat(rota.onDuty(rota.h(1))).containsExactly(A, B);
        refused("rota-gap", () -> open(new PublishRota(
                "OTHER", "Other", "Europe/Budapest", List.of(), rota.h(0), rota.h(2), List.of(rota.shift(0, 1, A, B)))));
    }

    private void open(PublishRota plan) {
        rota.asManager(() -> {
            rota.get(RotaPlanning.class).open(plan);
            return null;
        });
    }

    @Test
    void a_lapsed_rota_begins_anew() {
        rota.publish(rota.threeShifts());
        rota.wiring().clock().advance(Duration.ofHours(30));
        refused("rota-past", () -> rota.publish(rota.plan(-10, 24, rota.shift(-10, 24, A, B))));

        rota.publish(rota.plan(0, 24, rota.shift(0, 24, B, A)));

        assertThat(rota.onDuty(rota.h(1))).containsExactly(B, A);
        refused("not-found", () -> rota.onDuty(rota.h(-1)));
    }

    @Test
    void while_contracts_are_covered_a_plan_that_has_run_out_goes_on_at_once() {
        rota.publish(rota.threeShifts());
        rota.wiring().clock().advance(Duration.ofHours(30));
        PublishRota late = rota.plan(10, 24, rota.shift(10, 24, B, A));

        assertThatThrownBy(() -> rota.publish(late)).isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("rota-gap");
            assertThat(org.countersign.kernel.Texts.of(java.util.Locale.ENGLISH, refusal))
                    .isEqualTo("From 2026-11-17 16:00 +01:00 to 2026-11-18 02:00 +01:00 nobody would be on duty.");
        });
        refused("rota-gap", () -> rota.publish(rota.covering(late, (List<PublishRota.Covered>) null)));
        assertThat(rota.asManager(() -> rota.get(RotaPlanning.class).check(late)))
                .extracting(problem -> problem.refusal().code(), RotaProblem::from, RotaProblem::until)
                .containsExactly(org.assertj.core.api.Assertions.tuple("rota-gap", rota.h(0), rota.h(10)));

        rota.publish(rota.plan(0, 24, rota.shift(0, 24, B, A)));
        assertThat(rota.onDuty(rota.h(1))).containsExactly(B, A);
        rota.wiring().clock().advance(Duration.ofHours(30));
        rota.publish(rota.covering(rota.plan(10, 24, rota.shift(10, 24, B, A))));
    }

    @Test
    void a_contract_that_no_rota_covered_is_covered_from_the_first_shift_on() {
        rota.publish(rota.plan(10, 24, rota.shift(10, 24, A, B)));
        assertThat(since()).isEqualTo(rota.h(10));
        refused("not-found", () -> rota.onDuty(rota.h(1)));
        assertThat(rota.wiring().events().fired(RotaCoverageChanged.class))
                .extracting(RotaCoverageChanged::after)
                .containsExactly("PT20M from " + rota.h(10));
        assertThat(isCovered(rota.h(9))).isFalse();
        assertThat(isCovered(rota.h(10))).isTrue();

        rota.publish(rota.covering(rota.plan(5, 24, rota.shift(5, 24, A, B)), (List<PublishRota.Covered>) null));
        assertThat(since()).as("it begins earlier").isEqualTo(rota.h(5));
        assertThat(rota.onDuty(rota.h(5))).containsExactly(A, B);

        rota.wiring().clock().advance(Duration.ofHours(4));
        rota.publish(rota.covering(rota.plan(3, 20, rota.shift(3, 20, A, C)), new PublishRota.Covered(rota.contract(), Duration.ofMinutes(5), false)));
        assertThat(since()).as("it is to begin in another way").isEqualTo(rota.h(1));
        assertThat(rota.asManager(() -> rota.get(RotaQueries.class).coverOf(rota.contract())).before()).isEmpty();
        rota.publish(rota.covering(rota.plan(3, 20, rota.shift(3, 20, A, C))));
        assertThat(rota.asManager(() -> rota.get(RotaQueries.class).coverOf(rota.contract())).now()).isNull();
    }

    private boolean isCovered(Instant at) {
        return rota.asManager(() -> rota.get(RotaCovers.class).coverOf(rota.customer().contractId(), at)).isPresent();
    }

    private Instant since() {
        return rota.asManager(() -> rota.get(RotaQueries.class).coverOf(rota.contract())).now().since();
    }

    @Test
    void a_plan_that_ends_before_the_published_one_would_leave_contracts_alone_and_is_refused() {
        rota.publish(rota.threeShifts());
        PublishRota shorter = rota.plan(0, 20, rota.shift(0, 20, A, B));

        assertThatThrownBy(() -> rota.publish(shorter)).isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
            assertThat(refusal.code()).isEqualTo("rota-cut-short");
            assertThat(refusal.arguments()).containsExactly("2026-11-17 06:00 +01:00", "2026-11-17 10:00 +01:00");
        });
        refused("rota-cut-short", () -> rota.publish(rota.covering(shorter, (List<PublishRota.Covered>) null)));
        assertThat(rota.asManager(() -> rota.get(RotaPlanning.class).check(shorter)))
                .extracting(problem -> problem.refusal().code())
                .containsExactly("rota-cut-short");
        assertThat(rota.onDuty(rota.h(23))).containsExactly(C, A);

        rota.publish(rota.covering(shorter));
        assertThat(rota.asManager(() -> rota.get(RotaQueries.class).rota("ROTA", null, null)).until()).isEqualTo(rota.h(20));
    }

    @Test
    void since_when_nobody_is_on_duty_is_said_where_the_plan_has_run_out() {
        rota.publish(rota.threeShifts());
        refused("not-found", () -> rota.onDuty(rota.h(-1)));
        rota.wiring().clock().advance(Duration.ofHours(30));

        assertThatThrownBy(() -> rota.asManager(() -> rota.get(RotaQueries.class).onDuty(rota.contract(), null)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("nobody-on-duty");
                    assertThat(refusal.kind()).isEqualTo(BusinessRuleViolation.Kind.CONFLICT);
                    assertThat(org.countersign.kernel.Texts.of(java.util.Locale.ENGLISH, refusal)).isEqualTo("From 2026-11-17 10:00 +01:00 on nobody is on"
                            + " duty for the contract " + rota.contract() + ": the plan of the rota The rota ends there.");
                });
        refused("nobody-on-duty", () -> rota.onDuty(rota.h(-6)));
        assertThat(rota.onDuty(rota.h(-7))).containsExactly(C, A);
    }

    @Test
    void the_managers_are_told_once_of_a_plan_that_ends_within_a_fortnight_on_two_nodes_too() throws Exception {
        rota.wiring().bind(SenderAddresses.class, new ConfiguredSender()).bind(ReplyAddresses.class, new NumberedReplyAddresses());
        rota.wiring().events().observeBy(rota.get(RotaNotifications.class));
        rota.publish(rota.plan(0, 24 * 15, rota.shift(0, 24 * 15, A, B)));
        assertThat(list(null).get(0).ending()).isFalse();
        assertThat(tell()).isZero();

        rota.wiring().clock().advance(Duration.ofDays(1));
        assertThat(list("the ROT")).containsExactly(new RotaRow("ROTA", "The rota", rota.h(24 * 14), true));
        assertThat(list("other")).isEmpty();
        assertThat(rota.asManager(() -> rota.get(RotaQueries.class).coverOf(rota.contract())).isEnding()).isTrue();
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        try {
            Future<Integer> one = nodes.submit(this::tell);
            Future<Integer> other = nodes.submit(this::tell);
            assertThat(one.get(60, TimeUnit.SECONDS) + other.get(60, TimeUnit.SECONDS)).isEqualTo(1);
        } finally {
            nodes.shutdownNow();
        }
        assertThat(tell()).isZero();
        assertThat(rota.wiring().events().fired(RotaEnds.class))
                .containsExactly(new RotaEnds("ROTA", "The rota", rota.h(24 * 14), rota.contract()));
        assertThat(told()).containsOnlyOnce(rota.manager() + "@desk.example");

        rota.publish(rota.plan(0, 24 * 20, rota.shift(0, 24 * 20, A, B)));
        assertThat(tell()).as("it goes on").isZero();
        rota.publish(rota.covering(rota.plan(0, 24, rota.shift(0, 24, A, B))));
        assertThat(tell()).as("it covers nothing").isZero();
        assertThat(list(null).get(0).ending()).isFalse();
    }

    private List<RotaRow> list(String text) {
        return rota.asManager(() -> rota.get(RotaQueries.class).list(text, null, null)).items();
    }

    private int tell() {
        return database.inNewTransaction(() -> rota.get(RotaEndSweep.class).tell());
    }

    private List<String> told() {
        return database.inTransaction(() -> database.entityManager()
                .createQuery("select m.recipient from OutboxMessage m where m.template = :template", String.class)
                .setParameter("template", MailTemplate.ROTA_ENDS)
                .getResultList());
    }

    @Test
    void the_past_of_a_rota_that_had_run_out_is_answered_for_ever() {
        rota.publish(rota.threeShifts());
        rota.wiring().clock().advance(Duration.ofHours(30));
        assertThat(rota.onDuty(rota.h(-7))).as("before it goes on").containsExactly(C, A);
        rota.publish(rota.plan(0, 24, rota.shift(0, 24, B, A)));

        assertThat(rota.onDuty(rota.h(-30))).as("the first instant of the first span").containsExactly(A, B);
        assertThat(rota.onDuty(rota.h(-7))).as("its last hour").containsExactly(C, A);
        refused("not-found", () -> rota.onDuty(rota.h(-6)));
        refused("not-found", () -> rota.onDuty(rota.h(-1)));
        assertThat(rota.onDuty(rota.h(0))).containsExactly(B, A);
        RotaView all = rota.asManager(() -> rota.get(RotaQueries.class).rota("ROTA", rota.h(-30), null));
        assertThat(all.shifts()).extracting(ShiftView::from, ShiftView::until).containsExactly(
                org.assertj.core.api.Assertions.tuple(rota.h(-30), rota.h(-22)),
                org.assertj.core.api.Assertions.tuple(rota.h(-22), rota.h(-14)),
                org.assertj.core.api.Assertions.tuple(rota.h(-14), rota.h(-6)),
                org.assertj.core.api.Assertions.tuple(rota.h(0), rota.h(24)));
    }

    @Test
    void what_is_between_two_spans_stays_nobodys_when_the_next_one_is_moved_forward_or_somebody_is_away() {
        rota.publish(rota.threeShifts());
        rota.wiring().clock().advance(Duration.ofHours(30));
        rota.publish(rota.covering(rota.plan(10, 24, rota.shift(10, 24, B, A))));
        rota.publish(rota.plan(10, 24, rota.shift(10, 24, B, A)));
        absent(A, 10, 12, rota.name(C));
        refused("not-found", () -> rota.onDuty(rota.h(1)));
        assertThat(rota.onDuty(rota.h(10))).containsExactly(B, C);

        rota.publish(rota.plan(5, 24, rota.shift(5, 24, B, C)));

        refused("not-found", () -> rota.onDuty(rota.h(-1)));
        refused("not-found", () -> rota.onDuty(rota.h(4)));
        assertThat(rota.onDuty(rota.h(5))).containsExactly(B, C);
        assertThat(rota.onDuty(rota.h(-7))).containsExactly(C, A);
    }

    @Test
    void a_plan_that_goes_on_where_the_one_before_ended_leaves_nobody_out() {
        rota.publish(rota.threeShifts());
        rota.wiring().clock().advance(Duration.ofHours(25));
        rota.publish(rota.plan(-1, 24, rota.shift(-1, 24, B, A)));
        assertThat(rota.onDuty(rota.h(-2))).containsExactly(C, A);
        assertThat(rota.onDuty(rota.h(-1))).containsExactly(B, A);
        assertThat(rota.asManager(() -> rota.get(RotaQueries.class).rota("ROTA", rota.h(-2), rota.h(1))).shifts())
                .extracting(ShiftView::until)
                .containsExactly(rota.h(-1), rota.h(24));
    }

    @Test
    void a_contract_has_one_rota() {
        rota.publish(rota.threeShifts());
        PublishRota other = rota.threeShifts();
        refused("contract-covered-elsewhere", () -> rota.publish(new PublishRota(
                "OTHER", "Other", "Europe/Budapest", other.contracts(), other.from(), other.until(), other.shifts())));
    }

    @Test
    void how_a_contract_is_covered_is_told_with_what_was_before_and_each_change_is_in_its_record() {
        rota.publish(rota.threeShifts());
        rota.wiring().clock().advance(Duration.ofHours(1));
        covering(new PublishRota.Covered(rota.contract(), Duration.ofMinutes(20), false));
        covering(new PublishRota.Covered(rota.contract(), Duration.ofMinutes(5), true));
        rota.wiring().clock().advance(Duration.ofHours(1));
        covering();

        assertThat(rota.wiring().events().fired(RotaCoverageChanged.class))
                .extracting(RotaCoverageChanged::contractId, RotaCoverageChanged::before, RotaCoverageChanged::after)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(rota.customer().contractId(), null, "PT20M"),
                        org.assertj.core.api.Assertions.tuple(rota.customer().contractId(), "PT20M", "PT5M after hours"),
                        org.assertj.core.api.Assertions.tuple(rota.customer().contractId(), "PT5M after hours", null));
        ContractCoverView told = rota.asManager(() -> rota.get(RotaQueries.class).coverOf(rota.contract()));
        assertThat(told.now()).isNull();
        assertThat(told.onDuty()).isNull();
        assertThat(told.before()).extracting(ContractCoverView.Cover::since, ContractCoverView.Cover::until, ContractCoverView.Cover::afterHoursOnly)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(rota.h(-1), rota.h(0), true),
                        org.assertj.core.api.Assertions.tuple(rota.h(-2), rota.h(-1), false));
    }

    @Test
    void the_past_of_a_contract_is_answered_by_the_rota_that_covered_it_then() {
        rota.publish(rota.threeShifts());
        rota.wiring().clock().advance(Duration.ofHours(2));
        covering();
        PublishRota other = rota.plan(1, 24, rota.shift(1, 24, C, B));
        rota.publish(new PublishRota(
                "OTHER", "Other", "Europe/Budapest", other.contracts(), other.from(), other.until(), other.shifts()));

        assertThat(rota.onDuty(rota.h(-1))).containsExactly(A, B);
        refused("not-found", () -> rota.onDuty(rota.h(0)));
        refused("not-found", () -> rota.onDuty(rota.h(-3)));
        assertThat(rota.onDuty(rota.h(1))).containsExactly(C, B);
        ContractCoverView told = rota.asManager(() -> rota.get(RotaQueries.class).coverOf(rota.contract()));
        assertThat(told.now().rota()).isEqualTo("OTHER");
        assertThat(told.now().since()).isEqualTo(rota.h(1));
        assertThat(told.publishedUntil()).isEqualTo(rota.h(24));
        assertThat(told.before()).extracting(ContractCoverView.Cover::rota).containsExactly("ROTA");
    }

    private void covering(PublishRota.Covered... contracts) {
        rota.publish(rota.covering(rota.plan(0, 30, rota.shift(0, 30, A, B)), contracts));
    }

    @Test
    void a_swap_is_in_force_when_the_other_agrees() {
        rota.publish(rota.threeShifts());
        long swap = ask(A, C, 16, 24);
        assertThat(rota.onDuty(rota.h(17))).containsExactly(C, A);
        refused("swap-not-yours", () -> rota.as(B, () -> agree(swap)));

        rota.as(C, () -> agree(swap));

        assertThat(rota.onDuty(rota.h(17))).containsExactly(A, C);
        assertThat(rota.onDuty(rota.h(15))).containsExactly(B, C);
        refused("swap-decided", () -> rota.as(C, () -> agree(swap)));
        assertThat(rota.wiring().events().fired(SwapDecided.class)).extracting(SwapDecided::state).containsExactly(SwapState.AGREED);
    }

    @Test
    void the_same_swap_asked_twice_is_one_so_that_agreeing_does_not_undo_it() {
        rota.publish(rota.threeShifts());
        long swap = ask(A, C, 16, 24);
        assertThat(ask(A, C, 16, 24)).as("a double click").isEqualTo(swap);
        assertThat(rota.wiring().events().fired(SwapAsked.class)).hasSize(1);
        rota.asManager(() -> rota.get(RotaSwaps.class)
                .ask(new AskSwap("ROTA", rota.name(A), rota.name(C), rota.h(16), rota.h(24), null, null)));

        assertThat(rota.onDuty(rota.h(17))).containsExactly(A, C);
        assertThat(rota.asManager(() -> rota.get(RotaQueries.class).swapsAsked("ROTA"))).isEmpty();
    }

    @Test
    void only_agents_come_on_duty_by_a_swap_also_when_one_has_left_since_it_was_asked() {
        rota.publish(rota.plan(0, 24, rota.shift(0, 24, A, B)));
        refused("rota-person-unknown", () -> rota.asManager(() -> rota.get(RotaSwaps.class)
                .ask(new AskSwap("ROTA", null, rota.name(A), rota.h(1), rota.h(2), null, null))));

        long swap = ask(A, C, 1, 2);
        deactivate(C);
        refused("rota-person-unknown", () -> rota.asManager(() -> agree(swap)));
        assertThat(rota.onDuty(rota.h(1))).containsExactly(A, B);
    }

    @Test
    void an_instant_that_no_calendar_tells_is_refused() {
        rota.publish(rota.threeShifts());
        refused("time-out-of-range", () -> rota.onDuty(Instant.MAX));
        refused("time-out-of-range", () -> rota.asManager(() -> rota.get(RotaQueries.class).rota("ROTA", Instant.MIN, null)));
    }

    @Test
    void an_absence_recorded_twice_is_one() {
        rota.publish(rota.threeShifts());
        long absence = absent(A, 4, 8, rota.name(C));
        assertThat(absent(A, 4, 8, rota.name(C))).isEqualTo(absence);
        assertThat(rota.asManager(() -> rota.get(RotaAbsences.class).toCome())).hasSize(1);
    }

    @Test
    void an_absence_is_taken_back_once_and_what_others_took_over_stays_with_them() {
        rota.publish(rota.threeShifts());
        long absence = absent(A, 4, 8, rota.name(C));
        back(absence);
        back(absence);

        assertThat(rota.wiring().events().fired(AbsenceWithdrawn.class)).singleElement().satisfies(event -> {
            assertThat(event.account()).isEqualTo(rota.name(A));
            assertThat(event.absenceId()).isEqualTo(absence);
        });
        assertThat(rota.asManager(() -> rota.get(RotaAbsences.class).toCome())).isEmpty();
        assertThat(rota.onDuty(rota.h(4))).as("C took over").containsExactly(C, B);
        refused("not-found", () -> back(absence + 1_000_000));
        // Who is back can have a duty again.
        rota.publish(rota.plan(4, 24, rota.shift(4, 24, A, B)));
        assertThat(rota.onDuty(rota.h(5))).containsExactly(A, B);
    }

    @Test
    void who_comes_back_early_ends_the_absence_and_one_that_is_over_stays_as_it_was() {
        rota.publish(rota.threeShifts());
        long early = absent(A, 1, 8, rota.name(C));
        String other = rota.customer().code().toLowerCase(java.util.Locale.ROOT) + "-agent";
        long over = rota.asManager(() -> rota.get(RotaAbsences.class).record(other, rota.h(1), rota.h(2), null, null));
        rota.wiring().clock().moveTo(rota.h(2));
        refused("absence-over", () -> back(over));
        back(early);

        assertThat(rota.wiring().events().fired(AbsenceWithdrawn.class)).hasSize(1);
    }

    @Test
    void a_swap_of_nothing_of_the_past_or_with_oneself_is_refused() {
        rota.publish(rota.plan(0, 24, rota.shift(0, 24, A, B)));
        refused("swap-nothing", () -> askAnOutsider(C, 1, 2));
        refused("swap-past", () -> ask(A, B, -1, 2));
        refused("swap-nothing", () -> ask(A, B, 30, 40));
    }

    @Test
    void who_is_on_duty_can_only_be_away_when_somebody_takes_over() {
        rota.publish(rota.threeShifts());
        assertThatThrownBy(() -> absent(A, 4, 20, null))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("absence-uncovered");
                    assertThat(refusal.arguments()).startsWith("Person A", "2026-11-16 10:00 +01:00", "2026-11-16 18:00 +01:00");
                });
        refused("rota-same-person", () -> absent(A, 4, 20, rota.name(B)));

        absent(A, 4, 8, rota.name(C));

        assertThat(rota.onDuty(rota.h(3))).containsExactly(A, B);
        assertThat(rota.onDuty(rota.h(4))).containsExactly(C, B);
        assertThat(rota.onDuty(rota.h(8))).containsExactly(B, C);
        refused("rota-absent", () -> rota.publish(rota.plan(5, 24, rota.shift(5, 24, A, B))));
        refused("rota-absent", () -> absent(C, 4, 6, rota.name(A)));
    }

    @Test
    void nobody_who_is_still_to_be_on_duty_stops_being_an_agent() {
        rota.publish(rota.threeShifts());
        DutyGuard guard = rota.get(DutyGuard.class);
        rota.wiring().events().observe(event -> {
            if (event instanceof org.countersign.identity.model.AccountEvent.AccountDeactivated deactivated) {
                guard.deactivated(deactivated);
            }
        });
        refused("account-on-duty", () -> deactivate(B));
        rota.wiring().clock().advance(Duration.ofHours(25));
        deactivate(B);

        // However far away the duty is.
        String outsider = rota.customer().code().toLowerCase(java.util.Locale.ROOT) + "-agent";
        rota.publish(rota.plan(0, 24 * 500, new PublishRota.PlannedShift(rota.h(0), rota.h(24 * 400), rota.name(A), outsider),
                rota.shift(24 * 400, 24 * 500, C, A)));
        refused("account-on-duty", () -> deactivate(C));
    }

    @Test
    void a_note_of_one_shift_is_read_by_the_next() {
        rota.publish(rota.threeShifts());
        rota.wiring().clock().advance(Duration.ofHours(7));
        long note = rota.as(A, () -> rota.get(RotaHandovers.class).write("ROTA", "The disk fills up.\nWatch it."));
        refused("handover-not-on-duty", () -> rota.as(C, () -> rota.get(RotaHandovers.class).write("ROTA", "I am not here")));
        assertThat(handover()).isNull();

        rota.wiring().clock().advance(Duration.ofHours(1));
        assertThat(handover().note()).isEqualTo("The disk fills up.\nWatch it.");
        refused("handover-not-on-duty", () -> rota.as(A, () -> read(note)));
        rota.as(B, () -> read(note));
        assertThat(handover().readBy().account()).isEqualTo(rota.name(B));

        rota.wiring().clock().advance(Duration.ofHours(8));
        assertThat(handover()).isNull();
    }

    @Test
    void a_note_of_the_backup_does_not_hide_the_one_of_the_responsible_and_a_note_left_twice_is_one() {
        rota.publish(rota.threeShifts());
        rota.wiring().clock().advance(Duration.ofHours(7));
        long note = rota.as(A, () -> rota.get(RotaHandovers.class).write("ROTA", "The disk fills up."));
        assertThat(rota.as(A, () -> rota.get(RotaHandovers.class).write("ROTA", " The disk fills up. "))).isEqualTo(note);
        rota.wiring().clock().advance(Duration.ofMinutes(30));
        rota.as(B, () -> rota.get(RotaHandovers.class).write("ROTA", "All is quiet."));
        rota.wiring().clock().advance(Duration.ofMinutes(30));

        assertThat(rota.asManager(() -> rota.get(RotaQueries.class).onDutyNow("ROTA").orElseThrow()).handovers())
                .extracting(HandoverView::note)
                .containsExactly("All is quiet.", "The disk fills up.");
    }

    @Test
    void the_responsible_is_called_and_then_once_the_backup() {
        rota.publish(rota.threeShifts());
        String ticket = ticket();
        long call = call(ticket);
        assertThat(call(ticket)).as("one call at a time").isEqualTo(call);

        rota.wiring().clock().advance(Duration.ofMinutes(19));
        assertThat(sweep()).isZero();
        rota.wiring().clock().advance(Duration.ofMinutes(1));
        assertThat(sweep()).isEqualTo(1);
        assertThat(sweep()).isZero();
        rota.wiring().clock().advance(Duration.ofHours(-1));
        assertThat(sweep()).as("a clock that goes back calls nobody again").isZero();

        assertThat(rota.wiring().events().fired(PersonCalled.class))
                .extracting(PersonCalled::person, PersonCalled::backup)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(rota.name(A), false), org.assertj.core.api.Assertions.tuple(rota.name(B), true));
        refused("call-out-not-yours", () -> rota.as(C, () -> acknowledge(call)));
        rota.as(B, () -> acknowledge(call));
        rota.as(B, () -> acknowledge(call));
        refused("call-out-acknowledged", () -> rota.as(A, () -> acknowledge(call)));
        CallOutView view = rota.asManager(() -> rota.get(CallOuts.class).find(call));
        assertThat(view.acknowledgedBy().account()).isEqualTo(rota.name(B));
        assertThat(view.backupCalledAt()).isNotNull();
    }

    @Test
    void who_acknowledges_in_time_spares_the_backup() {
        rota.publish(rota.threeShifts());
        long call = call(ticket());
        rota.as(A, () -> acknowledge(call));
        rota.wiring().clock().advance(Duration.ofHours(1));
        assertThat(sweep()).isZero();
    }

    @Test
    void after_a_handover_the_backup_of_the_new_shift_is_called_and_never_who_was_called_already() {
        rota.publish(rota.plan(0, 24, rota.shift(0, 1, A, B), rota.shift(1, 24, C, A)));
        rota.wiring().clock().advance(Duration.ofMinutes(50));
        call(ticket());
        rota.wiring().clock().advance(Duration.ofMinutes(20));
        sweep();
        assertThat(rota.wiring().events().fired(PersonCalled.class)).last().satisfies(event -> {
            assertThat(event.person()).isEqualTo(rota.name(C));
            assertThat(event.backup()).isTrue();
        });
    }

    @Test
    void nobody_is_called_where_the_contract_does_not_want_it() {
        PublishRota plan = rota.threeShifts();
        rota.publish(new PublishRota(
                plan.code(), plan.name(), plan.zone(), List.of(new PublishRota.Covered(rota.contract(), null, true)), plan.from(), plan.until(),
                plan.shifts()));
        String ticket = ticket();
        // Monday, 10:00 in Budapest, is inside service hours; 20:00 is not.
        assertThat(rota.asManager(() -> rota.get(CallOuts.class).callIfCovered(rota.contract(), ticket, "P1"))).isEmpty();
        rota.wiring().clock().advance(Duration.ofHours(10));
        assertThat(rota.asManager(() -> rota.get(CallOuts.class).callIfCovered(rota.contract(), ticket, "P1"))).isPresent();
    }

    @Test
    void the_list_of_calls_costs_the_same_for_many() {
        rota.publish(rota.threeShifts());
        call(ticket());
        call(ticket());
        calls();
        int few = database.statements().count(this::calls);
        for (int i = 0; i < 6; i++) {
            call(ticket());
        }
        assertThat(calls()).hasSize(8).extracting(CallOutView::contract).containsOnly(rota.contract());
        assertThat(database.statements().count(this::calls)).isEqualTo(few);
    }

    private List<CallOutView> calls() {
        return rota.asManager(() -> rota.get(CallOuts.class).latest("ROTA"));
    }

    @Test
    void who_would_be_on_duty_in_two_rotas_at_once_is_told_and_not_refused() {
        rota.publish(rota.threeShifts());
        PublishRota plan = rota.plan(4, 24, rota.shift(4, 20, C, A), rota.shift(20, 24, A, B));
        PublishRota other = new PublishRota("OTHER", "Other", "Europe/Budapest", List.of(), plan.from(), plan.until(), plan.shifts());

        assertThat(rota.asManager(() -> rota.get(RotaPlanning.class).hints(plan))).as("the same rota").isEmpty();
        assertThat(rota.asManager(() -> rota.get(RotaPlanning.class).hints(other)))
                .extracting(hint -> org.countersign.kernel.Texts.of(java.util.Locale.ENGLISH, hint))
                .containsExactly(
                        "Person A is on duty in the rota The rota as well from 2026-11-16 14:00 +01:00 to 2026-11-16 18:00 +01:00.",
                        "Person C is on duty in the rota The rota as well from 2026-11-16 18:00 +01:00 to 2026-11-17 02:00 +01:00.");
        rota.publish(other);
        assertThat(rota.asManager(() -> rota.get(RotaPlanning.class).check(other))).isEmpty();
    }

    @Test
    void a_plan_that_does_not_name_contracts_leaves_them_covered() {
        rota.publish(rota.threeShifts());
        PublishRota plan = rota.plan(1, 24, rota.shift(1, 24, C, A));
        rota.publish(new PublishRota(plan.code(), plan.name(), plan.zone(), null, plan.from(), plan.until(), plan.shifts()));
        assertThat(rota.onDuty(rota.h(2))).containsExactly(C, A);
    }

    @Test
    void two_sweeps_at_once_call_a_backup_once() throws Exception {
        rota.publish(rota.threeShifts());
        call(ticket());
        Instant later = rota.now().plus(Duration.ofHours(1));
        CallOutLog log = rota.get(CallOutLog.class);
        ExecutorService otherNode = Executors.newSingleThreadExecutor();
        try {
            int[] claimed = new int[2];
            database.inNewTransaction(() -> {
                claimed[0] = claim(log, later);
                try {
                    claimed[1] = otherNode.submit(() -> database.inNewTransaction(() -> claim(log, later))).get(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return null;
            });
            assertThat(claimed).containsExactly(1, 0);
            assertThat(database.inNewTransaction(() -> claim(log, later))).isZero();
        } finally {
            otherNode.shutdownNow();
        }
    }

    private static int claim(CallOutLog log, Instant now) {
        var due = log.claimDue(now, 10);
        due.forEach(callOut -> callOut.callBackup(null, now));
        return due.size();
    }

    /** F58. */
    @Test
    void two_resolvers_at_a_handover_get_one_duty_each_while_the_plan_is_being_revised() throws Exception {
        rota.publish(rota.threeShifts());
        Instant handover = rota.h(8);
        Rotas rotas = rota.get(Rotas.class);
        Set<List<Long>> answers = ConcurrentHashMap.newKeySet();
        AtomicBoolean over = new AtomicBoolean();
        ExecutorService resolvers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Integer>> asked = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                asked.add(resolvers.submit(() -> {
                    int questions = 0;
                    while (!over.get() || questions < 20) {
                        OnCallDuty duty = database.inNewTransaction(
                                () -> rotas.dutyOf(rota.customer().contractId(), handover).orElseThrow());
                        answers.add(List.of(duty.responsible(), duty.backup()));
                        questions++;
                    }
                    return questions;
                }));
            }
            for (int i = 0; i < 20; i++) {
                rota.publish(rota.plan(1, 24, rota.shift(1, 8, A, B), rota.shift(8, 24, C, A)));
                rota.publish(rota.plan(1, 24, rota.shift(1, 7, A, B), rota.shift(7, 16, B, C), rota.shift(16, 24, C, A)));
            }
            over.set(true);
            for (Future<Integer> resolver : asked) {
                assertThat(resolver.get(60, TimeUnit.SECONDS)).isGreaterThanOrEqualTo(20);
            }
        } finally {
            over.set(true);
            resolvers.shutdownNow();
        }
        long[] people = rota.people();
        assertThat(Set.of(List.of(people[B], people[C]), List.of(people[C], people[A]))).containsAll(answers);
    }

    @Test
    void a_calendar_tells_its_owner_the_own_duties_and_nobody_anything_else() {
        rota.publish(rota.threeShifts());
        String secret = rota.as(A, () -> rota.get(DutyCalendars.class).open());
        String calendar = read(secret).orElseThrow();
        assertThat(calendar).contains("SUMMARY:On duty: The rota", "SUMMARY:On duty as backup: The rota", "SEQUENCE:0");
        assertThat(calendar).doesNotContain("Person B", rota.name(B), "@desk.example");
        assertThat(calendar.split("BEGIN:VEVENT")).hasSize(3);

        rota.publish(rota.plan(0, 24, rota.shift(0, 9, A, B), rota.shift(9, 16, B, C), rota.shift(16, 24, C, A)));
        String changed = read(secret).orElseThrow();
        assertThat(changed).contains("SEQUENCE:1").contains("SEQUENCE:0");
        assertThat(uids(changed)).isEqualTo(uids(calendar));

        String second = rota.as(A, () -> rota.get(DutyCalendars.class).open());
        assertThat(read(secret)).isEmpty();
        assertThat(read(second)).isPresent();
        rota.as(A, () -> {
            rota.get(DutyCalendars.class).revoke();
            return null;
        });
        assertThat(read(second)).isEmpty();
        assertThat(read("cst_guessed")).isEmpty();
    }

    @Test
    void people_take_turns_by_a_rule_with_exceptions() {
        List<PublishRota.PlannedShift> shifts = rota.asManager(() -> rota.get(RotaPlanning.class)
                .shiftsBy(new TakingTurns(
                        "Europe/Budapest", org.countersign.rota.model.RotaPattern.Change.DAILY, null, java.time.LocalTime.of(8, 0), null,
                        List.of(rota.name(A), rota.name(B), rota.name(C)), rota.h(0), rota.h(72), List.of(rota.shift(30, 40, C, A)))));
        PublishRota plan = rota.plan(0, 72, shifts.toArray(PublishRota.PlannedShift[]::new));
        assertThat(rota.asManager(() -> rota.get(RotaPlanning.class).check(plan))).isEmpty();
        rota.publish(plan);
        assertThat(rota.onDuty(rota.h(31))).containsExactly(C, A);
        assertThat(rota.onDuty(rota.h(41))).containsExactly(B, C);

        PublishRota wrong = rota.plan(0, 72, rota.shift(0, 10, A, B), rota.shift(12, 72, C, C));
        assertThat(rota.asManager(() -> rota.get(RotaPlanning.class).check(wrong)))
                .extracting(problem -> problem.refusal().code())
                .containsExactly("rota-gap", "rota-same-person");
    }

    @Test
    void an_exception_that_would_change_nothing_is_refused_by_its_number() {
        PublishRota.PlannedShift good = rota.shift(30, 40, C, A);
        Map<String, PublishRota.PlannedShift> wrong = Map.of(
                "rota-exception-reversed", rota.shift(40, 30, C, A),
                "rota-exception-outside", rota.shift(70, 80, C, A),
                "rota-exception-incomplete", new PublishRota.PlannedShift(rota.h(1), rota.h(2), rota.name(A), null));
        wrong.forEach((code, exception) -> assertThatThrownBy(() -> rota.asManager(() -> rota.get(RotaPlanning.class)
                        .shiftsBy(new TakingTurns(
                                "Europe/Budapest", org.countersign.rota.model.RotaPattern.Change.DAILY, null, java.time.LocalTime.of(8, 0), null,
                                List.of(rota.name(A), rota.name(B)), rota.h(0), rota.h(72), List.of(good, exception)))))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).isEqualTo("exceptions[1]");
                    assertThat(refused.arguments()).containsExactly(2);
                }));
    }

    private long ask(int asking, int with, int from, int until) {
        return rota.as(asking, () -> rota.get(RotaSwaps.class)
                .ask(new AskSwap("ROTA", null, rota.name(with), rota.h(from), rota.h(until), null, null)));
    }

    /** C asks an agent who has no part in the rota either. */
    private long askAnOutsider(int asking, int from, int until) {
        String outsider = rota.customer().code().toLowerCase(java.util.Locale.ROOT) + "-agent";
        return rota.as(asking, () ->
                rota.get(RotaSwaps.class).ask(new AskSwap("ROTA", null, outsider, rota.h(from), rota.h(until), null, null)));
    }

    private Object agree(long swap) {
        rota.get(RotaSwaps.class).agree("ROTA", swap);
        return null;
    }

    private Object read(long handover) {
        rota.get(RotaHandovers.class).read("ROTA", handover);
        return null;
    }

    private java.util.Optional<String> read(String secret) {
        return database.inTransaction(() -> rota.get(DutyCalendars.class).bySecret(secret));
    }

    private static List<String> uids(String calendar) {
        return calendar.lines().filter(line -> line.startsWith("UID:")).sorted().toList();
    }

    private long absent(int person, int from, int until, String cover) {
        return rota.asManager(() -> rota.get(RotaAbsences.class).record(rota.name(person), rota.h(from), rota.h(until), "Leave", cover));
    }

    private void back(long absence) {
        rota.asManager(() -> {
            rota.get(RotaAbsences.class).withdraw(absence);
            return null;
        });
    }

    private void deactivate(int person) {
        rota.asManager(() -> {
            rota.get(AccountAdministration.class).deactivate(rota.name(person));
            return null;
        });
    }

    private HandoverView handover() {
        return rota.asManager(() -> rota.get(RotaQueries.class).onDutyNow("ROTA").orElseThrow().handover());
    }

    private String ticket() {
        Ticket ticket = database.inTransaction(() -> rota.customer().ticket(rota.wiring(), "Server down"));
        return ticket.number();
    }

    private long call(String ticket) {
        return rota.asManager(() -> rota.get(CallOuts.class).call(rota.contract(), ticket, "P1 after hours"));
    }

    private Object acknowledge(long call) {
        rota.get(CallOuts.class).acknowledge(call);
        return null;
    }

    private int sweep() {
        return database.inNewTransaction(() -> rota.get(CallOutSweep.class).callBackups());
    }

    private static void refused(String code, ThrowingCallable attempt) {
        assertThatThrownBy(attempt)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
