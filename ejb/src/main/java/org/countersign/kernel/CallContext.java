package org.countersign.kernel;

import java.util.Optional;

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
    private final Object account;

    private CallContext(String actor, String address, Object account) {
        this.actor = actor;
        this.address = address;
        this.account = account;
    }

    public static void enter(String actor, String address) {
        enter(actor, address, null);
    }

    /**
     * @param account what sign-in read of the actor's account for this call, so that nobody has to read it a second time; or {@code null}
     */
    public static void enter(String actor, String address, Object account) {
        CURRENT.set(new CallContext(actor, address, account));
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

    /** What sign-in read of the actor's account for this call. Whoever uses it makes sure that it is the container's caller who is meant. */
    public static <T> Optional<T> account(Class<T> type) {
        CallContext current = CURRENT.get();
        return Optional.ofNullable(current == null ? null : current.account).filter(type::isInstance).map(type::cast);
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
