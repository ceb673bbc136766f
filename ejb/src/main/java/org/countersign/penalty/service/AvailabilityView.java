package org.countersign.penalty.service;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.MeasuredHours;
import org.countersign.customer.model.OutageCause;
import org.countersign.penalty.model.Availability;

/**
 * The availability of a service in a month, explained.
 *
 * @param until end of the month, or now while it runs
 * @param target percent
 * @param percent rounded to be read; whether the target is missed was decided without rounding
 * @param measuredSeconds time in the measured hours
 */
public record AvailabilityView(
        String contract,
        String month,
        String service,
        Instant from,
        Instant until,
        boolean running,
        int contractVersion,
        BigDecimal target,
        MeasuredHours measured,
        List<OutageCause> excludes,
        BigDecimal percent,
        boolean missed,
        long measuredSeconds,
        long excludedSeconds,
        long downSeconds,
        List<Part> parts) {

    /**
     * A span in which there were outages.
     *
     * @param because the cause that the contract excludes, else {@code null}
     * @param outages ids
     */
    public record Part(Instant from, Instant until, Availability.Effect effect, OutageCause because, long seconds, List<Long> outages) {}

    static AvailabilityView of(ServiceMonth month, Availability availability, boolean running) {
        return new AvailabilityView(
                month.terms().code(),
                month.month().toString(),
                availability.target().service(),
                availability.from(),
                availability.until(),
                running,
                month.terms().version(),
                availability.target().target(),
                availability.target().measured(),
                availability.target().excludes(),
                availability.share().percent(),
                availability.isMissed(),
                availability.measured().toSeconds(),
                availability.excluded().toSeconds(),
                availability.down().toSeconds(),
                availability.spans().stream()
                        .map(span -> new Part(
                                span.from(), span.until(), span.effect(), span.cause(), span.length().toSeconds(), span.outages()))
                        .toList());
    }
}
