package org.countersign.escalation.service;

import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.EscalationRule;
import org.countersign.escalation.model.EscalationState;
import org.countersign.identity.model.SupportLevel;

/**
 * An escalation of a ticket: what has fired, what is to come and when, what there is no need for any more.
 *
 * @param occasion which time it is, where a rule may apply again
 * @param due {@code null} while the clock is halted, and when it is moot
 * @param reason why there is no due instant, or no need any more, or what could not be done when it fired; {@code null} otherwise
 * @param settledAt when it fired or became moot
 * @param ordinal which of the ticket's escalations it was; {@code null} until it fires
 * @param notified roles that were told
 * @param manager account of the person who was named, or {@code null}
 * @param nextAttempt when the sweep looks at it next; later than {@code due} after it could not be done
 * @param definition what the contract says, or {@code null} where it is nothing of the contract
 */
public record EscalationView(
        long id,
        String ticket,
        String summary,
        String contract,
        String rule,
        int occasion,
        EscalationState state,
        Instant due,
        String reason,
        Instant settledAt,
        Integer ordinal,
        SupportLevel raisedTo,
        List<String> notified,
        String manager,
        String managerName,
        Long callOut,
        int attempts,
        String lastError,
        Instant nextAttempt,
        EscalationRule definition) {}
