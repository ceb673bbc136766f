package org.countersign.web.replay;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.countersign.batch.launch.BatchLauncher;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.replay.service.ReplayRequests;
import org.countersign.replay.service.RequestReplay;
import org.countersign.web.support.Causes;

/** Writes a replay down and starts the job that does it; the same for pages and API. */
@ApplicationScoped
public class ReplayStart {

    private static final String JOB = "contract-replay";

    @EJB
    private ReplayRequests requests;

    @EJB
    private BatchLauncher launcher;

    /**
     * @return the replay's id
     * @throws BusinessRuleViolation as {@link ReplayRequests#request}
     */
    public long start(RequestReplay request) {
        long id = written(request);
        start(id);
        return id;
    }

    private long written(RequestReplay request) {
        try {
            return requests.request(request);
        } catch (RuntimeException failure) {
            if (request.key() == null || !Causes.writtenAtOnce(failure)) {
                throw failure;
            }
            // The first of two clicks was written at the same moment, and the second finds it now.
            return requests.request(request);
        }
    }

    /** Starts the work on a replay, or what is left of it; one that is at work goes on. */
    public void start(long id) {
        try {
            launcher.start(JOB, Map.of("replay", Long.toString(id)));
        } catch (RuntimeException failure) {
            if (!(Causes.unwrap(failure) instanceof BusinessRuleViolation refused) || !refused.code().equals("job-already-running")) {
                throw failure;
            }
        }
    }
}
