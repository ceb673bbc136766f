package org.countersign.kernel;

/**
 * Who stands behind the work of the current thread and from where, for the audit trail. The entry points set it (sign-in mechanism, timers,
 * batch) and clear it; authority never comes from here but from the container's security context.
 */
public final class CallContext {

    /** The actor of work that no person asked for. */
    public static final String SYSTEM = "system";

    private static final ThreadLocal<CallContext> CURRENT = new ThreadLocal<>();

    private final String actor;
    private final String address;

    private CallContext(String actor, String address) {
        this.actor = actor;
        this.address = address;
    }

    public static void enter(String actor, String address) {
        CURRENT.set(new CallContext(actor, address));
    }

    public static void leave() {
        CURRENT.remove();
    }

    /** The account name; {@code system}; or {@code system for X} when a person started the run. */
    public static String actor() {
        CallContext current = CURRENT.get();
        return current == null ? SYSTEM : current.actor;
    }

    /** The caller's network address, or {@code null} when there is none. */
    public static String address() {
        CallContext current = CURRENT.get();
        return current == null ? null : current.address;
    }

    /** Runs work for the system, then puts back whatever was before. */
    public static void runAsSystem(String onBehalfOf, Runnable work) {
        CallContext before = CURRENT.get();
        enter(onBehalfOf == null ? SYSTEM : SYSTEM + " for " + onBehalfOf, null);
        try {
            work.run();
        } finally {
            if (before == null) {
                leave();
            } else {
                CURRENT.set(before);
            }
        }
    }
}
