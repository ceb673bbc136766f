package org.countersign.ticket.service;

import java.util.Map;
import java.util.Objects;
import org.countersign.customer.model.PriorityRule;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Urgency;

/**
 * What is needed to register a ticket.
 *
 * @param contract the contract's code
 * @param contact the reporter's mail address; a contact who calls reports for himself
 * @param impact may be left out, as urgency may, by a customer under a contract in which the desk assesses
 * @param fields further facts by name
 * @param wishedPriority the customer's own, or {@code null}; the contract says whether it moves anything (M115)
 * @param category code of one that the contract lists, or {@code null}
 */
public record RegisterTicket(
        String contract,
        String contact,
        TicketKind kind,
        String summary,
        String description,
        Impact impact,
        Urgency urgency,
        Channel channel,
        String service,
        String environment,
        Map<String, String> fields,
        Priority wishedPriority,
        String category) {

    /** A report without a wish and a category. */
    public RegisterTicket(
            String contract,
            String contact,
            TicketKind kind,
            String summary,
            String description,
            Impact impact,
            Urgency urgency,
            Channel channel,
            String service,
            String environment,
            Map<String, String> fields) {
        this(contract, contact, kind, summary, description, impact, urgency, channel, service, environment, fields, null, null);
    }

    /**
     * The same report where the customer who makes it does not assess it: a usual one, until the desk has assessed it. What the customer says
     * of impact and urgency is a wish, unless a priority is wished in so many words.
     */
    RegisterTicket unassessed(PriorityRule rule) {
        return new RegisterTicket(
                contract, contact, kind, summary, description, Impact.MEDIUM, Urgency.MEDIUM, channel, service, environment, fields, wish(rule), category);
    }

    private Priority wish(PriorityRule rule) {
        if (wishedPriority != null || (impact == null && urgency == null)) {
            return wishedPriority;
        }
        Impact felt = Objects.requireNonNullElse(impact, Impact.MEDIUM);
        Urgency pressing = Objects.requireNonNullElse(urgency, Urgency.MEDIUM);
        return Priority.valueOf(rule.of(felt.name(), pressing.name(), null));
    }
}
