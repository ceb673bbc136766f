package org.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApplicationClockTest {

    private static final ZoneId AUCKLAND = ZoneId.of("Pacific/Auckland");

    private final ApplicationClock clock = ApplicationClock.shared();

    @AfterEach
    void back_to_the_present() {
        clock.reset();
    }

    @Test
    void seen_from_another_zone_it_is_the_same_clock_also_when_it_is_moved_later() {
        Clock there = clock.withZone(AUCKLAND);
        clock.moveTo(Instant.parse("2027-03-01T23:00:00Z"));

        assertThat(there.getZone()).isEqualTo(AUCKLAND);
        assertThat(LocalDate.now(there)).isEqualTo("2027-03-02");
        assertThat(LocalDate.now(clock)).isEqualTo("2027-03-01");
        assertThat(Duration.between(clock.instant(), there.instant())).isLessThan(Duration.ofMinutes(1));
        assertThat(there.withZone(ZoneOffset.UTC)).isSameAs(clock);
    }

    @Test
    void it_knows_no_more_than_microseconds_which_is_what_a_database_keeps() {
        assertThat(clock.instant().getNano() % 1000).isZero();
        assertThat(clock.withZone(AUCKLAND).instant().getNano() % 1000).isZero();
    }
}
