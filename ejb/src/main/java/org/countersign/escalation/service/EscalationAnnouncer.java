package org.countersign.escalation.service;

import java.util.List;
import org.countersign.escalation.model.EscalationEvent.EscalationFired;

/** Tells people of escalations, in the transaction in which these fired, and of all of them at once. */
public interface EscalationAnnouncer {

    /** Tells of escalations, in the order in which they fired. */
    void announce(List<EscalationFired> fired);
}
