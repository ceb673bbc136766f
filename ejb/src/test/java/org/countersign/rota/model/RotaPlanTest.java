package org.countersign.rota.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.rota.model.RotaFault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RotaPlanTest {

    private static final Instant START = Instant.parse("2026-11-16T07:00:00Z");
    private static final long LILI = 1;
    private static final long LACI = 2;
    private static final long LINDA = 3;

    /** An instant so many hours into the plan. */
    private static Instant h(int hours) {
        return START.plus(Duration.ofHours(hours));
    }

    private static Duty duty(int from, int until, long responsible, long backup) {
        return new Duty(h(from), h(until), responsible, backup);
    }

    private static RotaPlan plan(Duty... duties) {
        return new RotaPlan(h(0), h(24), List.of(duties));
    }

    private static RotaPlan sound() {
        return plan(duty(0, 8, LILI, LACI), duty(8, 16, LACI, LINDA), duty(16, 24, LINDA, LILI));
    }

    static Stream<Arguments> wrongPlans() {
        return Stream.of(
                Arguments.of("nothing", plan(), Kind.GAP, 0, 24),
                Arguments.of("a gap at the beginning", plan(duty(1, 24, LILI, LACI)), Kind.GAP, 0, 1),
                Arguments.of("a gap in the middle", plan(duty(0, 8, LILI, LACI), duty(9, 24, LACI, LILI)), Kind.GAP, 8, 9),
                Arguments.of("a gap at the end", plan(duty(0, 23, LILI, LACI)), Kind.GAP, 23, 24),
                Arguments.of("an overlap", plan(duty(0, 9, LILI, LACI), duty(8, 24, LACI, LILI)), Kind.OVERLAP, 8, 9),
                Arguments.of("a shift inside another", plan(duty(0, 24, LILI, LACI), duty(8, 9, LACI, LILI)), Kind.OVERLAP, 8, 9),
                Arguments.of("the same shift twice", plan(duty(0, 24, LILI, LACI), duty(0, 24, LILI, LACI)), Kind.OVERLAP, 0, 24),
                Arguments.of("one person twice", plan(duty(0, 8, LILI, LACI), duty(8, 24, LACI, LACI)), Kind.SAME_PERSON, 8, 24),
                Arguments.of("an empty shift", plan(duty(0, 24, LILI, LACI), duty(5, 5, LACI, LILI)), Kind.EMPTY_SHIFT, 5, 5),
                Arguments.of("a shift backwards", plan(duty(0, 24, LILI, LACI), duty(5, 4, LACI, LILI)), Kind.EMPTY_SHIFT, 5, 4),
                Arguments.of("too early", plan(duty(-1, 24, LILI, LACI)), Kind.OUTSIDE, -1, 0),
                Arguments.of("too long", plan(duty(0, 25, LILI, LACI)), Kind.OUTSIDE, 24, 25));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrongPlans")
    void a_plan_with(String fault, RotaPlan plan, Kind kind, int from, int until) {
        assertThat(plan.faults(List.of()))
                .extracting(RotaFault::kind, RotaFault::from, RotaFault::until)
                .containsExactly(org.assertj.core.api.Assertions.tuple(kind, h(from), h(until)));
    }

    @Test
    void a_plan_without_a_fault_is_sound_at_every_instant() {
        RotaPlan plan = sound();
        assertThat(plan.faults(List.of())).isEmpty();
        for (int minute = 0; minute < 24 * 60; minute++) {
            Instant at = START.plus(Duration.ofMinutes(minute));
            assertThat(plan.duties().stream().filter(duty -> duty.overlaps(at, at.plusNanos(1)))).hasSize(1);
        }
    }

    @Test
    void the_instant_of_a_handover_belongs_to_the_shift_that_begins() {
        assertThat(sound().at(h(8))).contains(duty(8, 16, LACI, LINDA));
        assertThat(sound().at(h(8).minusNanos(1))).contains(duty(0, 8, LILI, LACI));
        assertThat(sound().at(h(24))).isEmpty();
        assertThat(sound().at(h(0).minusNanos(1))).isEmpty();
    }

    @Test
    void the_refusal_names_the_place_on_the_rotas_clock() {
        RotaPlan plan = plan(duty(0, 8, LILI, LACI), duty(9, 24, LACI, LILI));
        assertThatThrownBy(() -> plan.requireSound(List.of(), ZoneId.of("Europe/Budapest"), id -> "somebody"))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("rota-gap");
                    assertThat(Texts.of(Locale.ENGLISH, refusal))
                            .isEqualTo("From 2026-11-16 16:00 +01:00 to 2026-11-16 17:00 +01:00 nobody would be on duty.");
                });
    }

    @Test
    void who_is_away_cannot_have_a_duty_then() {
        List<Away> aways = List.of(new Away(LACI, h(7), h(9)));
        assertThat(sound().faults(aways))
                .containsExactly(
                        new RotaFault(Kind.ABSENT, h(7), h(8), LACI), new RotaFault(Kind.ABSENT, h(8), h(9), LACI));
        assertThat(sound().covered(LACI, 4, h(7), h(9)).faults(aways)).isEmpty();
    }

    @Test
    void who_takes_over_cannot_be_there_twice() {
        RotaPlan covered = sound().covered(LILI, LACI, h(0), h(4));
        assertThat(covered.faults(List.of())).containsExactly(new RotaFault(Kind.SAME_PERSON, h(0), h(4), LACI));
    }

    @Test
    void a_swap_gives_each_what_the_other_had_and_parts_shifts_at_its_edges() {
        RotaPlan swapped = sound().exchanged(LILI, LINDA, h(4), h(12));
        assertThat(swapped.duties())
                .containsExactly(
                        duty(0, 4, LILI, LACI), duty(4, 8, LINDA, LACI), duty(8, 12, LACI, LILI), duty(12, 16, LACI, LINDA),
                        duty(16, 24, LINDA, LILI));
    }

    @Test
    void no_swap_of_a_sound_plan_makes_it_unsound() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            List<Duty> duties = new ArrayList<>();
            int at = 0;
            while (at < 24) {
                int end = Math.min(24, at + 1 + random.nextInt(6));
                long responsible = random.nextInt(4);
                duties.add(duty(at, end, responsible, (responsible + 1 + random.nextInt(3)) % 4));
                at = end;
            }
            int from = random.nextInt(24);
            RotaPlan swapped = plan(duties.toArray(Duty[]::new))
                    .exchanged(random.nextInt(4), random.nextInt(4), h(from), h(from + 1 + random.nextInt(24 - from)));
            assertThat(swapped.faults(List.of())).as("round " + round).isEmpty();
        }
    }

    @Test
    void a_revision_replaces_what_comes_and_leaves_what_was() {
        RotaPlan revised = sound().revisedBy(new RotaPlan(h(10), h(30), List.of(duty(10, 30, LILI, LINDA))));
        assertThat(revised).isEqualTo(new RotaPlan(
                h(0), h(30), List.of(duty(0, 8, LILI, LACI), duty(8, 10, LACI, LINDA), duty(10, 30, LILI, LINDA))));
    }

    @Test
    void a_revision_in_the_middle_of_a_shift_with_the_same_people_lets_it_go_on() {
        RotaPlan revised = sound().revisedBy(new RotaPlan(h(10), h(30), List.of(duty(10, 12, LACI, LINDA), duty(12, 30, LILI, LINDA))));
        assertThat(revised.duties()).containsExactly(duty(0, 8, LILI, LACI), duty(8, 12, LACI, LINDA), duty(12, 30, LILI, LINDA));
    }

    @Test
    void a_revision_that_begins_after_the_end_leaves_a_gap() {
        RotaPlan revised = sound().revisedBy(new RotaPlan(h(26), h(30), List.of(duty(26, 30, LACI, LINDA))));
        assertThat(revised.faults(List.of())).containsExactly(new RotaFault(Kind.GAP, h(24), h(26), null));
    }

    @Test
    void plans_differ_where_other_people_are_on_duty_and_not_where_shifts_are_cut() {
        RotaPlan cut = plan(
                duty(0, 3, LILI, LACI), duty(3, 8, LILI, LACI), duty(8, 16, LACI, LINDA), duty(16, 20, LINDA, LILI), duty(20, 24, LACI, LILI));
        assertThat(sound().firstDifference(cut)).contains(h(20));
        assertThat(sound().within(h(0), h(20)).firstDifference(cut)).isEmpty();
    }

    @Test
    void other_people_than_usual_take_their_span_out_of_the_shifts() {
        assertThat(sound().except(duty(6, 10, LINDA, LILI)).duties())
                .containsExactly(
                        duty(0, 6, LILI, LACI), duty(6, 8, LINDA, LILI), duty(8, 10, LINDA, LILI), duty(10, 16, LACI, LINDA),
                        duty(16, 24, LINDA, LILI));
    }
}
