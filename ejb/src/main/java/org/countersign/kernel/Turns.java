package org.countersign.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntSupplier;
import java.util.function.ObjIntConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The turns that a timer's ticks start: one at a time, and after a failure a rest that doubles with each further one. */
public final class Turns {

    private final int longestRest;
    private final AtomicBoolean working = new AtomicBoolean();
    private volatile int rest;
    private volatile int ticksToRest;

    /** @param longestRest in ticks */
    public Turns(int longestRest) {
        this.longestRest = longestRest;
    }

    /** Whether this tick may start a turn; one that may not counts towards the end of the rest. */
    public boolean mayBegin() {
        if (ticksToRest > 0) {
            ticksToRest--;
            return false;
        }
        return !working.get();
    }

    /**
     * Does the work, unless it is being done.
     *
     * @param failed is told what failed, and after how many ticks it is tried again
     */
    public void take(Runnable work, ObjIntConsumer<RuntimeException> failed) {
        if (!working.compareAndSet(false, true)) {
            return;
        }
        try {
            work.run();
            rest = 0;
        } catch (RuntimeException e) {
            rest = Math.min(Math.max(1, 2 * rest), longestRest);
            ticksToRest = rest;
            failed.accept(e, rest);
        } finally {
            working.set(false);
        }
    }

    /**
     * Does the work as the system; when it fails, the log is told once for each try.
     *
     * @param failure what could not be done, e.g. {@code Mail could not be dispatched}
     * @param seconds from tick to tick
     */
    public void takeAsSystem(Logger log, String failure, int seconds, Runnable work) {
        take(
                () -> CallContext.runAsSystem(null, work),
                (cause, ticks) -> log.log(Level.WARNING, cause, () -> failure + "; the next try is in " + seconds * ticks + " s"));
    }

    /** A sweep in batches, until one is not full. */
    public static Runnable untilLessThan(int batch, IntSupplier sweep) {
        return () -> {
            int done;
            do {
                done = sweep.getAsInt();
            } while (done == batch);
        };
    }
}
