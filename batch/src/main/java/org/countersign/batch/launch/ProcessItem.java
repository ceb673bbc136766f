package org.countersign.batch.launch;

import jakarta.batch.api.chunk.ItemProcessor;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.kernel.BusinessRuleViolation;

/** Works on one item in a transaction of its own, so that a failing item takes no other one with it. */
@Dependent
@Named("processItem")
public class ProcessItem extends RunArtifact implements ItemProcessor {

    private static final Logger LOG = Logger.getLogger(ProcessItem.class.getName());

    @Inject
    private RunSteps steps;

    @Override
    public Object processItem(Object item) {
        long itemId = (Long) item;
        try {
            steps.process(run(), attempt(), itemId);
        } catch (BusinessRuleViolation refused) {
            steps.refused(run(), attempt(), itemId, refused.getMessage());
        } catch (RuntimeException failed) {
            LOG.log(Level.WARNING, failed, () -> "Item " + itemId + " of run " + run() + " failed and is tried again");
            steps.triedInVain(run(), attempt(), itemId, failed.getMessage());
        }
        return item;
    }
}
