package org.countersign.escalation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.escalation.model.DueEscalation;

/**
 * Fires what is due, block by block in the order in which it fell due. When one of a block fails, each of the block is tried on its own, so
 * that none holds up another. Every node may sweep at any time.
 */
@ApplicationScoped
public class EscalationSweep {

    /** Blocks of one turn, so that a turn ends. */
    private static final int BLOCKS = 200;

    private static final Logger LOG = Logger.getLogger(EscalationSweep.class.getName());

    @Inject
    private EscalationWork work;

    /** @return how many fired */
    public int sweep() {
        int fired = 0;
        DueEscalation last = null;
        for (int i = 0; i < BLOCKS; i++) {
            List<DueEscalation> block = work.due(last);
            if (!block.isEmpty()) {
                fired += settle(block);
                last = block.get(block.size() - 1);
            }
            if (block.size() < EscalationWork.BLOCK) {
                break;
            }
        }
        return fired;
    }

    private int settle(List<DueEscalation> block) {
        try {
            return work.settle(block);
        } catch (RuntimeException failure) {
            if (block.size() > 1) {
                return block.stream().mapToInt(due -> settle(List.of(due))).sum();
            }
            LOG.log(Level.WARNING, failure, () -> "Escalation " + block.get(0).id() + " could not be done; it is tried again");
            work.failed(block.get(0), message(failure));
            return 0;
        }
    }

    private static String message(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.toString();
    }
}
