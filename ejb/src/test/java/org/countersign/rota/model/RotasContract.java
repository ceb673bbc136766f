package org.countersign.rota.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.countersign.customer.model.RotaCover;
import org.junit.jupiter.api.Test;

/** What everything that keeps rotas has to do. */
public abstract class RotasContract {

    protected static final Instant NOON = Instant.parse("2026-11-16T12:00:00Z");

    /** Does something with the rotas, in a transaction where there are any. */
    protected abstract void work(Consumer<Rotas> work);

    /** Three accounts that exist. */
    protected abstract long[] people();

    /** A contract that exists and that no rota covers yet. */
    protected abstract long contract();

    private static Instant h(int hours) {
        return NOON.plus(Duration.ofHours(hours));
    }

    /** Two shifts, of eight and sixteen hours. */
    private Rota published(Rotas rotas, String code) {
        Rota rota = Rota.open(code, "A rota", "Europe/Budapest");
        rotas.add(rota);
        rotas.flush();
        List<Duty> duties = List.of(new Duty(h(0), h(8), people()[0], people()[1]), new Duty(h(8), h(24), people()[1], people()[2]));
        int revision = rota.publish(new RotaPlan(h(0), h(24), duties), NOON);
        duties.forEach(duty -> rotas.add(new Shift(rota.id(), duty, revision, NOON)));
        rotas.flush();
        return rota;
    }

    @Test
    void there_is_one_duty_at_each_instant_of_the_span_and_none_outside() {
        work(rotas -> {
            Rota rota = published(rotas, "ONE-DUTY");
            assertThat(rotas.duty(rota.id(), h(0)).orElseThrow().responsible()).isEqualTo(people()[0]);
            assertThat(rotas.duty(rota.id(), h(8).minusNanos(1000)).orElseThrow().until()).isEqualTo(h(8));
            OnCallDuty second = rotas.duty(rota.id(), h(8)).orElseThrow();
            assertThat(second).isEqualTo(
                    new OnCallDuty(rota.id(), "ONE-DUTY", "A rota", h(8), h(24), people()[1], people()[2]));
            assertThat(rotas.duty(rota.id(), h(24).minusNanos(1000))).contains(second);
            assertThat(rotas.duty(rota.id(), h(24))).isEmpty();
            assertThat(rotas.duty(rota.id(), h(0).minusNanos(1000))).isEmpty();
        });
    }

    @Test
    void a_span_that_has_run_out_is_still_answered_for_and_the_time_after_it_is_nobodys() {
        work(rotas -> {
            Rota rota = published(rotas, "TWO-SPANS");
            rotas.shifts(rota.id(), h(8), h(24)).forEach(last -> last.close(h(24)));
            Duty next = new Duty(h(40), h(48), people()[2], people()[0]);
            rotas.add(new Shift(rota.id(), next, rota.publish(new RotaPlan(h(40), h(48), List.of(next)), h(30)), h(30)));
            rotas.flush();
            assertThat(rotas.duty(rota.id(), h(0)).orElseThrow().until()).isEqualTo(h(8));
            assertThat(rotas.duty(rota.id(), h(23)).orElseThrow().until()).isEqualTo(h(24));
            assertThat(rotas.duty(rota.id(), h(24))).isEmpty();
            assertThat(rotas.duty(rota.id(), h(39))).isEmpty();
            assertThat(rotas.duty(rota.id(), h(40)).orElseThrow().responsible()).isEqualTo(people()[2]);
            assertThat(rotas.duty(rota.id(), h(0).minusNanos(1000))).isEmpty();
        });
    }

    @Test
    void a_contract_is_answered_by_the_rota_that_covers_it() {
        work(rotas -> {
            Rota rota = published(rotas, "COVERS");
            assertThat(rotas.dutyOf(contract(), h(1))).isEmpty();
            Coverage coverage = new Coverage(rota.id(), contract(), new RotaCover(Duration.ofMinutes(10), true), h(0));
            rotas.add(coverage);
            rotas.flush();
            assertThat(rotas.dutyOf(contract(), h(9)).orElseThrow().responsible()).isEqualTo(people()[1]);
            assertThat(rotas.coverageOf(contract()).orElseThrow().cover()).isEqualTo(new RotaCover(Duration.ofMinutes(10), true));
            assertThat(rotas.coverages(rota.id())).hasSize(1);
            assertThat(coverage.until(h(0))).as("it was never in force").isEmpty();
            rotas.add(coverage.until(h(9)).orElseThrow());
            rotas.remove(coverage);
            rotas.flush();
            assertThat(rotas.dutyOf(contract(), h(9))).isEmpty();
            assertThat(rotas.pastCoverage(contract(), h(0)).orElseThrow().rotaId()).isEqualTo(rota.id());
            assertThat(rotas.pastCoverage(contract(), h(9))).isEmpty();
            assertThat(rotas.pastCoverage(contract(), h(0).minusNanos(1000))).isEmpty();
            assertThat(rotas.pastCoverages(contract(), 5)).extracting(PastCoverage::cover)
                    .containsExactly(new RotaCover(Duration.ofMinutes(10), true));
        });
    }

    @Test
    void rotas_are_listed_page_by_page_by_code_and_searched_by_name_or_code() {
        work(rotas -> {
            published(rotas, "PAGE-A");
            published(rotas, "PAGE-B");
            published(rotas, "PAGE-C").describe("100% of it", "Europe/Budapest");
            rotas.flush();
            assertThat(rotas.page("page-", null, 2)).extracting(Rota::code).containsExactly("PAGE-A", "PAGE-B");
            assertThat(rotas.page(" Page-", "PAGE-B", 2)).extracting(Rota::code).containsExactly("PAGE-C");
            assertThat(rotas.page("0% OF", null, 2)).extracting(Rota::code).containsExactly("PAGE-C");
            assertThat(rotas.page("page_", null, 2)).isEmpty();
        });
    }

    @Test
    void the_end_of_a_plan_on_which_contracts_count_is_claimed_once_and_anew_when_it_is_another() {
        work(rotas -> {
            Rota rota = published(rotas, "ENDING");
            Rota free = published(rotas, "ENDING-FREE");
            assertThat(rotas.claimEnding(h(24), 5)).isEmpty();
            rotas.add(new Coverage(rota.id(), contract(), new RotaCover(Duration.ofMinutes(10), true), h(0)));
            rotas.flush();
            assertThat(rotas.covering(List.of(rota.id(), free.id()))).containsExactly(rota.id());
            assertThat(rotas.covering(List.of())).isEmpty();

            assertThat(rotas.claimEnding(h(24).minusNanos(1000), 5)).isEmpty();
            long version = rota.version();
            assertThat(rotas.claimEnding(h(24), 5)).containsExactly(rota);
            assertThat(rotas.claimEnding(h(25), 5)).isEmpty();
            rotas.flush();
            assertThat(rota.version()).as("whoever has the rota open is not held up").isEqualTo(version);

            rota.publish(new RotaPlan(h(0), h(30), List.of()), NOON);
            rotas.flush();
            assertThat(rotas.claimEnding(h(25), 5)).isEmpty();
            assertThat(rotas.claimEnding(h(30), 5)).containsExactly(rota);
        });
    }

    @Test
    void shifts_are_listed_from_the_one_in_force_on() {
        work(rotas -> {
            Rota rota = published(rotas, "LISTED");
            assertThat(rotas.shifts(rota.id(), h(4), h(24))).extracting(Shift::startsAt).containsExactly(h(0), h(8));
            assertThat(rotas.shifts(rota.id(), h(8), h(24))).extracting(Shift::startsAt).containsExactly(h(8));
            assertThat(rotas.shifts(rota.id(), h(4), h(8))).extracting(Shift::startsAt).containsExactly(h(0));
            assertThat(rotas.shifts(rota.id(), h(-4), h(24))).extracting(Shift::startsAt).containsExactly(h(0), h(8));
        });
    }

    @Test
    void absences_that_touch_a_span_are_found_unless_they_were_taken_back() {
        work(rotas -> {
            Absence absence = Absence.of(people()[0], h(100), h(110), "Leave", null, NOON);
            rotas.add(absence);
            rotas.flush();
            assertThat(rotas.absences(h(109), h(120))).containsExactly(absence);
            assertThat(rotas.absences(h(110), h(120))).isEmpty();
            assertThat(rotas.absences(h(90), h(100))).isEmpty();
            absence.withdraw(NOON);
            rotas.flush();
            assertThat(rotas.absences(h(109), h(120))).isEmpty();
        });
    }

    @Test
    void the_notes_about_a_shift_are_found_newest_first() {
        work(rotas -> {
            Rota rota = published(rotas, "NOTES");
            rotas.add(Handover.write(rota.id(), h(0), people()[0], "first", h(1)));
            rotas.add(Handover.write(rota.id(), h(0), people()[0], "second", h(2)));
            rotas.add(Handover.write(rota.id(), h(8), people()[1], "of the next", h(9)));
            rotas.flush();
            assertThat(rotas.handoversOf(rota.id(), h(0), h(8), 5)).extracting(Handover::note).containsExactly("second", "first");
            assertThat(rotas.handoversOf(rota.id(), h(0), h(8), 1)).extracting(Handover::note).containsExactly("second");
            assertThat(rotas.handoversOf(rota.id(), h(1), h(8), 5)).isEmpty();
        });
    }

    @Test
    void swaps_are_listed_while_they_wait() {
        work(rotas -> {
            Rota rota = published(rotas, "SWAPS");
            Swap swap = Swap.ask(rota.id(), people()[0], people()[1], h(1), h(2), null, null, NOON);
            rotas.add(swap);
            rotas.flush();
            assertThat(rotas.swapsAsked(rota.id(), h(0))).containsExactly(swap);
            assertThat(rotas.swapsAsked(rota.id(), h(1))).as("nobody can answer any more").isEmpty();
            rotas.lockSwap(swap.id()).orElseThrow().decline(people()[1], NOON);
            rotas.flush();
            assertThat(rotas.swapsAsked(rota.id(), h(0))).isEmpty();
        });
    }
}
