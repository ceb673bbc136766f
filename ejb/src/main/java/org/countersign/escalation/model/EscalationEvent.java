package org.countersign.escalation.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.LinkedHashMap;
import java.util.stream.Collectors;
import org.countersign.customer.model.EscalationTrigger;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketRef;

/** What happens by escalation. */
public interface EscalationEvent extends DomainEvent {

    TicketRef ticket();

    @Override
    default Long contractId() {
        return ticket().contractId();
    }

    @Override
    default String subjectType() {
        return "ticket";
    }

    @Override
    default String subjectId() {
        return ticket().number();
    }

    /**
     * A ticket was escalated by a rule of its contract.
     *
     * @param contract code
     * @param resolutionDue {@code null} while that is halted
     * @param ordinal which of the ticket's escalations it is
     * @param trigger what set it off; {@code null} for a new ticket outside the service hours
     * @param due when it was to happen
     * @param raisedTo the level that has it now, or {@code null} when the level stays
     * @param roles that are told by mail
     * @param manager account of the person who answers for it now, or {@code null} when that stays
     * @param callOut id of the call-out, or {@code null}
     * @param lacking what could not be done, as {@link Outlook} names it, or {@code null}; then the managers are among the roles
     */
    record EscalationFired(
            TicketRef ticket,
            String contract,
            String summary,
            Priority priority,
            Instant resolutionDue,
            long escalationId,
            int ordinal,
            String rule,
            EscalationTrigger trigger,
            Instant due,
            SupportLevel raisedTo,
            List<Role> roles,
            String manager,
            Long callOut,
            String lacking)
            implements EscalationEvent {

        @Override
        public Map<String, Object> facts() {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("ordinal", ordinal);
            facts.put("rule", rule);
            facts.put("due", due.toString());
            facts.put("raisedTo", raisedTo == null ? null : raisedTo.name());
            facts.put("notified", roles.isEmpty() ? null : roles.stream().map(Role::name).collect(Collectors.joining(", ")));
            facts.put("manager", manager);
            facts.put("callOut", callOut);
            facts.put("lacking", lacking);
            return facts;
        }
    }
}
