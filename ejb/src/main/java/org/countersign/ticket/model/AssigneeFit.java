package org.countersign.ticket.model;

import java.util.Comparator;

/**
 * How well somebody fits a ticket: first the skill for its service, then being on duty now, then having less to work on.
 *
 * @param skill the levels of the demanded skills together, one for each step above none
 * @param openTickets those that the person has to work on
 */
public record AssigneeFit(int skill, boolean onDuty, long openTickets) implements Comparable<AssigneeFit> {

    private static final Comparator<AssigneeFit> BEST_FIRST = Comparator.comparingInt(AssigneeFit::skill)
            .thenComparing(AssigneeFit::onDuty)
            .reversed()
            .thenComparingLong(AssigneeFit::openTickets);

    /** The better one comes first. */
    @Override
    public int compareTo(AssigneeFit other) {
        return BEST_FIRST.compare(this, other);
    }
}
