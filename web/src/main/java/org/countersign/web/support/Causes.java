package org.countersign.web.support;

import jakarta.ejb.EJBAccessException;
import jakarta.persistence.OptimisticLockException;
import org.countersign.kernel.BusinessRuleViolation;

/** Finds what a failure is about under the wrappings of container and persistence. */
public final class Causes {

    private Causes() {}

    /** The innermost cause that we have an answer for, or the failure itself. */
    public static Throwable unwrap(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 20; depth++) {
            if (cause instanceof BusinessRuleViolation || cause instanceof OptimisticLockException || cause instanceof EJBAccessException) {
                return cause;
            }
            cause = cause.getCause();
        }
        return failure;
    }
}
