package org.countersign.intake.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Finishes what was stored and not processed: a node died in between, or something was broken for a while. Several nodes may do so at once. */
@ApplicationScoped
public class WaitingMessages {

    /** Whoever stored a message younger than this is about to process it. */
    private static final Duration AGE = Duration.ofSeconds(30);

    private static final int MOST = 50;
    private static final Logger LOG = Logger.getLogger(WaitingMessages.class.getName());

    @Inject
    private MessageStore store;

    @Inject
    private MessageProcessing processing;

    /** Processes what waits, oldest first. */
    public void process() {
        for (long id : store.waiting(AGE, MOST)) {
            try {
                processing.processUnlessAtWork(id);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, e, () -> "Message " + id + " could not be processed");
                store.processingFailed(id, e.getClass().getSimpleName() + ": " + e.getMessage());
            }
        }
    }
}
