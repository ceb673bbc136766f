package org.countersign.jobs.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.countersign.jobs.model.ItemOutcome;
import org.countersign.jobs.model.JobItemState;
import org.countersign.jobs.model.JobParameters;
import org.countersign.jobs.model.JobStatus;
import org.countersign.jobs.model.RunHeader;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JobLedgerTest {

    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final JobParameters WEEK = new JobParameters(Map.of("week", "2026-W47", "contract", "DESK & CO"));

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private JobLedger ledger;
    private String job;

    @BeforeEach
    void a_job_of_its_own() {
        wiring = new Wiring(database);
        ledger = wiring.get(JobLedger.class);
        job = "job-" + NAMES.incrementAndGet();
    }

    private long open() {
        return database.inTransaction(() -> ledger.open(job, WEEK, "admin"));
    }

    private Optional<Integer> claim(long run, String node) {
        return database.inTransaction(() -> ledger.claim(run, node, SILENCE));
    }

    private long started(String... keys) {
        long run = open();
        claim(run, "n1");
        database.inTransaction(() -> {
            ledger.started(run, 1, 5);
            ledger.plan(ledger.header(run), 1, List.of(keys), null);
        });
        return run;
    }

    private Optional<Long> next(long run, int attempt) {
        return database.inTransaction(() -> ledger.nextPending(run, attempt, 0));
    }

    private void done(long run, int attempt, long item) {
        database.inTransaction(() -> ledger.ended(run, attempt, item, ItemOutcome.done("CREATED", "timesheets/1")));
    }

    private JobExecutionRow row(long run) {
        return database.inTransaction(() -> wiring.get(JobViews.class).run(run).orElseThrow());
    }

    private void nodeDies(long run) throws SQLException {
        database.executeAsApplication(
                "UPDATE job_run SET heartbeat = ? WHERE id = ?", Instant.now().minusSeconds(3_600), run);
    }

    @Test
    void the_same_job_with_the_same_parameters_runs_once_at_a_time() {
        long run = open();
        assertThatThrownBy(this::open).hasMessageStartingWith("job-already-running");
        claim(run, "n1");
        database.inTransaction(() -> ledger.end(run, 1, JobStatus.FAILED, "why"));
        assertThat(open()).isNotEqualTo(run);
    }

    @Test
    void parameters_come_back_as_they_were_given() {
        assertThat(row(open()).parameters()).containsExactlyInAnyOrderEntriesOf(WEEK.asMap());
    }

    @Test
    void a_run_whose_node_is_alive_is_nobody_elses() {
        long run = open();
        assertThat(claim(run, "n1")).contains(1);
        assertThat(claim(run, "n2")).isEmpty();
        assertThat(database.inTransaction(() -> ledger.silent(SILENCE, 1_000))).doesNotContain(run);
        assertThatThrownBy(() -> database.inTransaction(() -> ledger.reopen(run, "admin"))).hasMessageStartingWith("job-run-alive");
    }

    @Test
    void a_run_whose_node_died_goes_on_with_what_is_pending_and_nothing_is_done_twice() throws SQLException {
        long run = started("a", "b");
        long first = next(run, 1).orElseThrow();
        done(run, 1, first);
        nodeDies(run);
        assertThat(database.inTransaction(() -> ledger.silent(SILENCE, 1_000))).contains(run);
        assertThat(claim(run, "n2")).contains(2);
        long second = next(run, 2).orElseThrow();
        assertThat(second).isNotEqualTo(first);
        assertThat(database.inTransaction(() -> ledger.lockPending(first))).isEmpty();
        done(run, 2, second);
        assertThat(next(run, 2)).isEmpty();
        assertThat(row(run).written()).isEqualTo(2);
        assertThat(row(run).progress()).isEqualTo(100);
    }

    @Test
    void what_the_former_holder_still_tries_is_rolled_back() throws SQLException {
        long run = started("a");
        long item = next(run, 1).orElseThrow();
        nodeDies(run);
        claim(run, "n2");
        assertThat(next(run, 1)).isEmpty();
        assertThatThrownBy(() -> done(run, 1, item)).isInstanceOf(IllegalStateException.class);
        assertThat(next(run, 2)).contains(item);
        assertThat(database.inTransaction(() -> ledger.heartbeat(run, 1))).isFalse();
        assertThat(database.inTransaction(() -> ledger.heartbeat(run, 2))).isTrue();
    }

    @Test
    void planning_again_adds_nothing_twice() {
        long run = started("a", "b", "a");
        database.inTransaction(() -> ledger.plan(ledger.header(run), 1, List.of("b", "c"), null));
        assertThat(database.inTransaction(() -> wiring.get(JobViews.class).items(run, 10, null)))
                .extracting(JobItemRow::key)
                .containsExactly("a", "b", "c");
        assertThat(row(run).total()).isEqualTo(3);
    }

    @Test
    void a_run_that_is_to_stop_gives_out_no_further_item() {
        long run = started("a", "b");
        done(run, 1, next(run, 1).orElseThrow());
        database.inTransaction(() -> ledger.requestStop(run));
        assertThat(next(run, 1)).isEmpty();
        database.inTransaction(() -> ledger.end(run, 1, JobStatus.STOPPED, null));
        assertThat(row(run).status()).isEqualTo(JobStatus.STOPPED);
        assertThatThrownBy(() -> database.inTransaction(() -> ledger.requestStop(run))).hasMessageStartingWith("job-run-ended");
    }

    @Test
    void a_restart_takes_over_what_was_not_done_and_only_once() {
        long run = started("a", "b");
        long first = next(run, 1).orElseThrow();
        done(run, 1, first);
        database.inTransaction(() -> ledger.end(run, 1, JobStatus.FAILED, "job-items-failed"));
        long restart = database.inTransaction(() -> ledger.reopen(run, "admin"));
        claim(restart, "n1");
        database.inTransaction(() -> {
            ledger.started(restart, 1, 6);
            RunHeader header = ledger.header(restart);
            ledger.plan(header, 1, List.of("a", "b"), null);
        });
        assertThat(row(restart).restartOf()).isEqualTo(run);
        assertThat(row(restart).written()).isEqualTo(1);
        done(restart, 1, next(restart, 1).orElseThrow());
        assertThat(next(restart, 1)).isEmpty();
        assertThatThrownBy(() -> database.inTransaction(() -> ledger.reopen(run, "admin")))
                .hasMessageStartingWith("job-run-restarted");
    }

    @Test
    void an_item_that_fails_for_technical_reasons_is_tried_three_times() {
        long run = started("a");
        long item = next(run, 1).orElseThrow();
        for (int tries = 1; tries < JobLedger.TRIES; tries++) {
            database.inTransaction(() -> ledger.triedInVain(run, 1, item, "The disk is full"));
            assertThat(next(run, 1)).contains(item);
        }
        database.inTransaction(() -> ledger.triedInVain(run, 1, item, "The disk is full"));
        assertThat(next(run, 1)).isEmpty();
        assertThat(row(run).failed()).isEqualTo(1);
        assertThat(database.inTransaction(() -> wiring.get(JobViews.class).items(run, 1, null)).get(0))
                .returns(JobItemState.FAILED, JobItemRow::state)
                .returns("The disk is full", JobItemRow::outcome);
    }

    @Test
    void a_period_is_scheduled_once() {
        SampleCustomer customer = SampleCustomer.store(database, wiring, "J" + NAMES.incrementAndGet());
        Optional<Long> first =
                database.inTransaction(() -> ledger.openScheduled(job, WEEK, customer.contractId(), "2026-W47"));
        assertThat(first).isPresent();
        claim(first.get(), "n1");
        database.inTransaction(() -> ledger.end(first.get(), 1, JobStatus.COMPLETED, null));
        assertThat(database.inTransaction(() -> ledger.openScheduled(job, WEEK, customer.contractId(), "2026-W47")))
                .isEmpty();
    }
}
