package org.countersign.audit.service;

import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.InvocationContext;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * Interceptor of every service (bound in {@code ejb-jar.xml}): a rule's refusal that leaves the outermost service of a call is recorded. One
 * that a service catches on the way was refused to nobody.
 */
public class AuditedRefusals {

    private static final Logger LOG = Logger.getLogger(AuditedRefusals.class.getName());

    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    @Inject
    private RefusalRecorder recorder;

    @AroundInvoke
    Object record(InvocationContext call) throws Exception {
        int depth = DEPTH.get();
        DEPTH.set(depth + 1);
        try {
            return call.proceed();
        } catch (BusinessRuleViolation violation) {
            if (depth == 0) {
                record(call, violation);
            }
            throw violation;
        } finally {
            if (depth == 0) {
                DEPTH.remove();
            } else {
                DEPTH.set(depth);
            }
        }
    }

    private void record(InvocationContext call, BusinessRuleViolation violation) {
        String name = call.getMethod().getDeclaringClass().getSimpleName() + "." + call.getMethod().getName();
        try {
            recorder.record(name, violation);
        } catch (RuntimeException e) {
            // The caller must hear of the refusal, not of our trouble with recording it.
            LOG.log(Level.WARNING, e, () -> "The refusal of " + name + " could not be recorded: " + violation.code());
        }
    }
}
