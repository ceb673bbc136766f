package org.countersign.ticket.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Lets tickets go on whose hold has ended, each on its own, so that none holds up another. Every node may sweep at any time. */
@ApplicationScoped
public class HoldEndSweep {

    private static final Logger LOG = Logger.getLogger(HoldEndSweep.class.getName());

    /** Tickets that are looked for at once. */
    private static final int BLOCK = 50;

    @Inject
    private HoldEnds ends;

    /** @return how many go on */
    public int sweep() {
        int resumed = 0;
        List<Long> block = ends.ended(0, BLOCK);
        while (!block.isEmpty()) {
            resumed += (int) block.stream().filter(this::resume).count();
            block = ends.ended(block.get(block.size() - 1), BLOCK);
        }
        return resumed;
    }

    private boolean resume(long ticketId) {
        try {
            return ends.resume(ticketId);
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, failure, () -> "The ticket with id " + ticketId + " could not go on after its hold; it is tried again");
            return false;
        }
    }
}
