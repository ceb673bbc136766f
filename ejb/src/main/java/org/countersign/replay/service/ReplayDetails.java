package org.countersign.replay.service;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.ticket.model.Priority;

/**
 * A replay with what it found.
 *
 * @param agreement text of the changed agreement
 * @param hours text of the hours given with it, or {@code null}
 * @param lines by target and priority, as far as there are tickets on either side
 * @param credits month by month what is owed by penalty clauses; empty where neither side has any
 */
public record ReplayDetails(ReplayRow replay, String agreement, String hours, List<Line> lines, List<Credit> credits) {

    /**
     * What a month comes to: by the version in force when it began, and by the changed agreement. Availability counts in months that lie in the
     * period as a whole and were over when the replay was asked for.
     *
     * @param was {@code null} where nothing is owed
     * @param would {@code null} where nothing would be owed
     */
    public record Credit(YearMonth month, Money was, Money would) {}

    /**
     * @param forAvailability what of the amount is owed for the availability of services
     * @param currency ISO 4217
     */
    public record Money(BigDecimal amount, BigDecimal forAvailability, String currency) {}

    /** What was and what would have been. */
    public record Line(ServiceTarget target, Priority priority, Figures was, Figures would) {}

    /**
     * How the targets of one side came out.
     *
     * @param running not decided yet
     */
    public record Figures(long met, long missed, long running) {

        public static final Figures NONE = new Figures(0, 0, 0);

        /** Share of the decided that were met, in percent with one decimal; {@code null} when none is decided. */
        public Double compliance() {
            return met + missed == 0 ? null : Math.round(1000.0 * met / (met + missed)) / 10.0;
        }

        Figures plus(Figures other) {
            return new Figures(met + other.met, missed + other.missed, running + other.running);
        }
    }
}
