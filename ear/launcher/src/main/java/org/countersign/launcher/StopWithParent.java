package org.countersign.launcher;

import java.io.IOException;
import java.io.InputStream;

/**
 * A Java agent that ends the JVM in order when its standard input ends, which it does when the process that holds the other end is gone,
 * however it went. So a server never outlives a Maven or a test run that was killed without a chance to clean up.
 */
public final class StopWithParent {

    /** Time that an orderly stop may take before the JVM is halted. */
    private static final long GRACE_MILLIS = 20_000;

    private StopWithParent() {}

    /** Called by the JVM before its main class. */
    public static void premain(String arguments) {
        InputStream parent = System.in;
        daemon("stop-with-parent", () -> {
            waitForEnd(parent);
            daemon("halt-after-grace", StopWithParent::haltAfterGrace);
            System.exit(143);
        });
    }

    private static void waitForEnd(InputStream parent) {
        try {
            while (parent.read() >= 0) {
                // Whatever is said here, only its end matters.
            }
        } catch (IOException e) {
            // A broken pipe is an end too.
        }
    }

    private static void haltAfterGrace() {
        try {
            Thread.sleep(GRACE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(143);
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
