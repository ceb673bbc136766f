package org.countersign.quality.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;

import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PopulationTest {

    private static final List<String> TICKETS = List.of("INC-00002", "INC-00010", "INC-00001", "REQ-00001");

    /** Expected values by {@code printf '%s\n' … | LC_ALL=C sort | sha256sum} of GNU coreutils. */
    @Test
    void the_hash_is_that_of_the_sorted_numbers_one_a_line() {
        Population population = Population.of(TICKETS);
        assertThat(population.ticketNumbers()).containsExactly("INC-00001", "INC-00002", "INC-00010", "REQ-00001");
        assertThat(population.hash()).isEqualTo("7f356e4c6eaba8f6e253944db000ec25edccad1907be018ac85d4bc5389561b4");
    }

    @Test
    void numbers_are_ordered_by_their_utf_8_bytes() {
        // U+FFFD sorts before U+1F3AB in UTF-8, after its surrogates in UTF-16.
        Population population = Population.of(List.of("\uD83C\uDFAB1", "\uFFFD1"));
        assertThat(population.ticketNumbers()).containsExactly("\uFFFD1", "\uD83C\uDFAB1");
        assertThat(population.hash()).isEqualTo("c9149c823bc1b788c5621bb9359a67e97b6dc3b9e3fb03f6e4695fe7511a4df3");
    }

    @Test
    void the_order_in_which_tickets_are_found_does_not_matter() {
        assertThat(Population.of(List.of("REQ-00001", "INC-00001", "INC-00010", "INC-00002")))
                .isEqualTo(Population.of(TICKETS));
    }

    @Test
    void one_ticket_more_is_another_population() {
        assertThat(Population.of(TICKETS).hash())
                .isNotEqualTo(Population.of(List.of("INC-00002", "INC-00010", "INC-00001")).hash());
    }

    @Test
    void the_sample_holds_the_tickets_at_the_drawn_positions() {
        Population population = Population.of(IntStream.rangeClosed(1, 32).mapToObj("INC-%05d"::formatted).toList());
        assertThat(population.sample(population.draw("20261122:E-GROUP:2026-W47:QA-17", 6)))
                .containsExactly("INC-00027", "INC-00024", "INC-00023", "INC-00013", "INC-00016", "INC-00015");
    }

    @Test
    void a_draw_from_a_population_of_another_size_does_not_fit() {
        assertThatThrownBy(() -> Population.of(TICKETS).sample(SeededDraw.of("0", 5, 2)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_empty_population_holds_nothing_to_inspect() {
        assertThatThrownBy(() -> Population.of(List.of())).isInstanceOfSatisfying(BusinessRuleViolation.class,
                refusal -> assertThat(refusal.code()).isEqualTo("nothing-to-inspect"));
    }

    @Test
    void a_ticket_counts_once() {
        assertThatThrownBy(() -> Population.of(List.of("INC-00001", "INC-00002", "INC-00001")))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("ticket-number-twice");
                    assertThat(refusal.arguments()).containsExactly("INC-00001");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "INC-00001\nINC-00002", "INC-00001\r"})
    void a_number_that_would_blur_the_canonical_form_is_refused(String number) {
        assertThatThrownBy(() -> Population.of(List.of("INC-00003", number)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("ticket-number-malformed"));
    }
}
