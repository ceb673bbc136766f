package org.countersign.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class TimesTest {

    private static final ZoneId BUDAPEST = ZoneId.of("Europe/Budapest");

    @Test
    void the_repeated_autumn_hour_is_told_apart_by_its_offset() {
        String first = Times.withZone(Instant.parse("2026-10-25T00:30:00Z"), BUDAPEST, Locale.ENGLISH);
        String second = Times.withZone(Instant.parse("2026-10-25T01:30:00Z"), BUDAPEST, Locale.ENGLISH);
        assertThat(first).contains("2:30").contains("UTC+02:00");
        assertThat(second).contains("2:30").contains("UTC+01:00");
    }

    @Test
    void spans_are_hours_and_minutes_in_the_readers_language() {
        assertThat(Times.span(Duration.ofMinutes(59), Locale.ENGLISH)).isEqualTo("59 min");
        assertThat(Times.span(Duration.ofHours(8), Locale.ENGLISH)).isEqualTo("8 h");
        assertThat(Times.span(Duration.ofMinutes(95), Locale.forLanguageTag("hu"))).isEqualTo("1 óra 35 perc");
    }

    @Test
    void a_begun_minute_is_not_counted() {
        assertThat(Times.span(Duration.ofSeconds(119), Locale.ENGLISH)).isEqualTo("1 min");
    }

    @Test
    void sentences_name_days_times_and_spans_as_the_reader_writes_them() {
        Locale hungarian = Locale.forLanguageTag("hu");
        assertThat(Times.named(Instant.parse("2026-11-20T09:00:00Z"), BUDAPEST, hungarian)).asString().startsWith("2026. nov. 20. 10:00");
        assertThat(Times.named(LocalDate.of(2026, 11, 20), BUDAPEST, hungarian)).isEqualTo("2026. nov. 20.");
        assertThat(Times.named(Duration.ofMinutes(270), BUDAPEST, Locale.ENGLISH)).isEqualTo("4 h 30 min");
        assertThat(Times.named(7, BUDAPEST, Locale.ENGLISH)).as("numbers are the sentence's own business").isEqualTo(7);
    }
}
