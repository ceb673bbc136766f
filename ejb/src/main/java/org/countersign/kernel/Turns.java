package org.countersign.kernel;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ObjIntConsumer;

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
}
