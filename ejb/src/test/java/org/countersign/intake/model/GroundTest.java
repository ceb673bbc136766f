package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.stream.IntStream;
import org.countersign.intake.model.Ground.Kind;
import org.countersign.kernel.Texts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroundTest {

    @Test
    void what_was_found_is_told_in_the_language_of_the_reader() {
        Ground ground = Ground.of(Kind.BYTES_BEYOND, 4096, 1024);
        assertThat(ground.text(Locale.ENGLISH)).isEqualTo("It has 4096 bytes; the limit is 1024.");
        assertThat(ground.text(Locale.forLanguageTag("hu"))).isEqualTo("4096 bájtból áll; a korlát 1024.");
        assertThat(ground.text(Locale.forLanguageTag("nl"))).isEqualTo("Het telt 4096 bytes; de grens is 1024.");
        assertThat(ground.text(Locale.forLanguageTag("pt"))).isEqualTo("Tem 4096 bytes; o limite é 1024.");
    }

    @ParameterizedTest
    @EnumSource(Kind.class)
    void every_kind_has_a_text_in_every_language_and_comes_back_as_it_was_written(Kind kind) {
        Ground ground = Ground.of(kind, "first", "second");
        assertThat(Ground.read(ground.written(500))).isEqualTo(ground);
        for (Locale language : Texts.LANGUAGES) {
            assertThat(ground.text(language)).isNotBlank().doesNotContain("{");
        }
    }

    @Test
    void a_sentence_from_before_grounds_had_kinds_is_shown_as_it_is() {
        assertThat(Ground.read("no header field in 12 bytes").text(Locale.ENGLISH)).isEqualTo("no header field in 12 bytes");
    }

    @Test
    void a_fact_keeps_to_its_line_and_to_its_words() {
        Ground ground = Ground.of(Kind.HEADER_FIELD, "Auto-Submitted: it''s {0}\r\n FAULT");
        assertThat(Ground.read(ground.written(500)).text(Locale.ENGLISH))
                .isEqualTo("What decided stands in its header: Auto-Submitted: it''s {0} FAULT");
    }

    @Test
    void a_ground_longer_than_its_column_is_cut() {
        String fault = String.join("", IntStream.range(0, 600).mapToObj(i -> "x").toList());
        assertThat(Ground.of(Kind.FAULT, fault).written(500)).hasSize(500);
    }
}
