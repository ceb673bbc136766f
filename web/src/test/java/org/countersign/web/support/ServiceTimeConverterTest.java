package org.countersign.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceTimeConverterTest {

    private final ServiceTimeConverter converter = new ServiceTimeConverter();

    @ParameterizedTest
    @CsvSource({"4:30, PT4H30M, 4:30", "0:20, PT20M, 0:20", "4, PT4H, 4:00", "120:00, PT120H, 120:00", "PT1M30S, PT1M30S, PT1M30S", "PT90M, PT1H30M, 1:30"})
    void what_is_entered_is_read_and_written_again(String entered, Duration time, String written) {
        assertThat(converter.getAsObject(null, null, " " + entered + " ")).isEqualTo(time);
        assertThat(converter.getAsString(null, null, time)).isEqualTo(written);
    }

    @Test
    void nothing_is_nothing() {
        assertThat(converter.getAsObject(null, null, " ")).isNull();
        assertThat(converter.getAsString(null, null, null)).isEmpty();
    }
}
