package org.countersign.web.support;

import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import jakarta.resource.ResourceException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.kernel.BusinessRuleViolation;

/** Finds what a failure is about under the wrappings of container and persistence. */
public final class Causes {

    /** Seconds after which a caller whom the database could not serve may try again. */
    public static final int RETRY_AFTER_SECONDS = 5;

    /** Failures that are looked at under one failure at most. */
    private static final int LIMIT = 40;

    /**
     * Of PostgreSQL beside class 08, <i>connection exception</i>, of ISO/IEC 9075: {@code admin_shutdown}, {@code crash_shutdown},
     * {@code cannot_connect_now}, {@code too_many_connections}. Of H2: {@code DATABASE_IS_CLOSED}.
     */
    private static final Set<String> AWAY = Set.of("57P01", "57P02", "57P03", "53300", "90098", "90121");

    /**
     * Of ISO/IEC 9075 and PostgreSQL: {@code unique_violation}, {@code serialization_failure}, {@code deadlock_detected}. H2 names the first
     * two alike and says the second of deadlocks.
     */
    private static final Set<String> MET = Set.of("23505", "40001", "40P01");

    private static final Logger LOG = Logger.getLogger(Causes.class.getName());

    private Causes() {}

    /**
     * The innermost cause that we have an answer for, or the failure itself. What two wrote at the same moment, of which one came too late,
     * has changed meanwhile.
     */
    public static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof BusinessRuleViolation || cause instanceof OptimisticLockException || cause instanceof EJBAccessException) {
                return cause;
            }
            cause = cause.getCause();
        }
        if (writtenAtOnce(failure)) {
            LOG.log(Level.INFO, "Two wrote the same at once: {0}", failure.getMessage());
            return BusinessRuleViolation.stale("");
        }
        return failure;
    }

    /** Whether two wrote the same at the same moment, and this one came too late: asked again, it finds what the other wrote. */
    public static boolean writtenAtOnce(Throwable failure) {
        return any(failure, one -> one instanceof SQLException sql && sql.getSQLState() != null && MET.contains(sql.getSQLState()));
    }

    /**
     * Whether the failure comes of a database that cannot be reached now, or of a pool with no connection left: nothing was done, and the
     * same will work later.
     */
    public static boolean databaseAway(Throwable failure) {
        return any(
                failure,
                one -> one instanceof ResourceException
                        || one instanceof SQLTransientConnectionException
                        || one instanceof SQLNonTransientConnectionException
                        || one instanceof SQLException sql && away(sql.getSQLState()));
    }

    private static boolean any(Throwable failure, Predicate<Throwable> what) {
        Deque<Throwable> open = new ArrayDeque<>();
        open.add(failure);
        for (int looked = 0; !open.isEmpty() && looked < LIMIT; looked++) {
            Throwable one = open.remove();
            if (what.test(one)) {
                return true;
            }
            if (one.getCause() != null) {
                open.add(one.getCause());
            }
            // What a commit failed of is kept here.
            open.addAll(List.of(one.getSuppressed()));
        }
        return false;
    }

    private static boolean away(String state) {
        return state != null && (state.startsWith("08") || AWAY.contains(state));
    }
}
