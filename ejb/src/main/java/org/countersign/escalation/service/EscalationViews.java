package org.countersign.escalation.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.EscalationRule;
import org.countersign.escalation.model.EscalationState;

/** Read-only projections of escalations, each with a fixed number of statements. */
public interface EscalationViews {

    /** A row, with the version of the contract that says what it means. */
    record Row(EscalationView view, long contractId, int contractVersion, int calendarRevision) {

        EscalationView defined(Optional<EscalationRule> rule) {
            return new EscalationView(
                    view.id(), view.ticket(), view.summary(), view.contract(), view.rule(), view.occasion(), view.state(), view.due(),
                    view.reason(), view.settledAt(), view.ordinal(), view.raisedTo(), view.notified(), view.manager(), view.managerName(),
                    view.callOut(), view.attempts(), view.lastError(), view.nextAttempt(), rule.orElse(null));
        }
    }

    /** The escalations of a ticket: first what has fired, in its order, then what is to come, then what is moot. */
    List<Row> ofTicket(long ticketId);

    /**
     * Those of a state, one row beyond the limit when there are more: what is to come at a known instant, soonest first; what is settled,
     * latest first.
     *
     * @param contract code, or {@code null} for all
     * @param afterAt position of the row before, or {@code null}
     */
    List<Row> list(EscalationState state, String contract, int limit, Instant afterAt, Long afterId);
}
