package org.countersign.kernel;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The only source of time: the system's clock, cut to microseconds (what both databases keep), plus an offset that is zero in every
 * product installation. The test add-on moves the offset so that journeys can live through days; the product offers no way to.
 */
public final class ApplicationClock extends Clock {

    private static final ApplicationClock SHARED = new ApplicationClock(Clock.systemUTC());

    private final Clock source;
    private volatile Duration offset = Duration.ZERO;

    private ApplicationClock(Clock source) {
        this.source = source;
    }

    /** The clock that the producer below hands out. */
    public static ApplicationClock shared() {
        return SHARED;
    }

    /** Makes {@code instant} the present; time flows on from there. */
    public void moveTo(Instant instant) {
        offset = Duration.between(source.instant(), instant);
    }

    /** Back to the system's time. */
    public void reset() {
        offset = Duration.ZERO;
    }

    @Override
    public Instant instant() {
        return source.instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return zone.equals(getZone()) ? this : new Elsewhere(this, zone);
    }

    /** The same clock, read in another zone. */
    private static final class Elsewhere extends Clock {

        private final ApplicationClock clock;
        private final ZoneId zone;

        private Elsewhere(ApplicationClock clock, ZoneId zone) {
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return clock.withZone(other);
        }
    }

    @ApplicationScoped
    static class Producer {

        @Produces
        @Dependent
        Clock clock() {
            return SHARED;
        }
    }
}
