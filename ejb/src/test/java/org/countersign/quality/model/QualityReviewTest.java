package org.countersign.quality.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class QualityReviewTest {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final long REVIEWER = 5;
    private static final SampledTicket DRAWN = new SampledTicket(3, 1, new LotMember(3, 7, 9, 100_009, "CS-100009"));

    /** Findings on the whole checklist, of which the first {@code nonconformities} do not conform. */
    static List<Finding> findings(int nonconformities) {
        Characteristic[] checklist = Characteristic.values();
        return IntStream.range(0, checklist.length)
                .mapToObj(i -> new Finding(checklist[i], i >= nonconformities, i < nonconformities ? "missing" : null))
                .toList();
    }

    static QualityReview reviewWith(int nonconformities) {
        return QualityReview.give(DRAWN, REVIEWER, Set.of(), findings(nonconformities), NOW);
    }

    @Test
    void a_ticket_conforms_when_every_characteristic_does() {
        assertThat(reviewWith(0).nonconforming()).isFalse();
        assertThat(reviewWith(0).nonconformities()).isZero();
    }

    @Test
    void one_unfulfilled_characteristic_makes_a_ticket_nonconforming() {
        assertThat(reviewWith(1).nonconforming()).isTrue();
        assertThat(reviewWith(3).nonconformities()).isEqualTo(3);
    }

    @Test
    void whoever_worked_on_a_ticket_does_not_review_it() {
        refused(() -> QualityReview.give(DRAWN, REVIEWER, Set.of(4L, REVIEWER), findings(0), NOW), "review-own-work", null);
    }

    @Test
    void a_review_without_a_finding_on_every_characteristic_is_refused_and_the_missing_ones_are_named() {
        List<Finding> incomplete = findings(0).subList(1, Characteristic.values().length - 1);

        assertThatThrownBy(() -> QualityReview.give(DRAWN, REVIEWER, Set.of(), incomplete, NOW))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("review-incomplete");
                    assertThat(refusal.arguments()).containsExactly("CLASSIFICATION_CORRECT, ACCEPTANCE_AUTHORISED");
                });
    }

    @Test
    void two_findings_on_one_characteristic_are_refused() {
        List<Finding> twice = new ArrayList<>(findings(0));
        twice.add(new Finding(Characteristic.WORK_BOOKED, false, "not booked"));

        refused(() -> QualityReview.give(DRAWN, REVIEWER, Set.of(), twice, NOW), "finding-twice", "findings");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  \t"})
    void a_nonconformity_needs_a_note(String note) {
        refused(() -> new Finding(Characteristic.WORK_BOOKED, false, note), "finding-note-required", "note");
        assertThat(new Finding(Characteristic.WORK_BOOKED, true, note).note()).isNull();
    }

    @Test
    void a_note_has_at_most_2000_characters() {
        assertThat(new Finding(Characteristic.WORK_BOOKED, true, " " + "n".repeat(2000) + " ").note()).hasSize(2000);
        refused(() -> new Finding(Characteristic.WORK_BOOKED, true, "n".repeat(2001)), "finding-note-too-long", "note");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "work_booked", "POLITENESS"})
    void a_characteristic_that_is_not_on_the_checklist_is_refused(String name) {
        refused(() -> Characteristic.of(name), "unknown-characteristic", "characteristic");
    }

    @Test
    void every_characteristic_is_found_by_its_name() {
        assertThat(Arrays.stream(Characteristic.values()).map(each -> Characteristic.of(each.name())))
                .containsExactly(Characteristic.values());
    }

    @Test
    void a_finding_is_about_something() {
        refused(() -> new Finding(null, true, null), "unknown-characteristic", "characteristic");
    }

    private static void refused(ThrowingCallable call, String code, String field) {
        assertThatThrownBy(call).isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
            assertThat(refusal.code()).isEqualTo(code);
            assertThat(refusal.field()).isEqualTo(field);
        });
    }
}
