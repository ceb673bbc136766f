package org.countersign.ticket.model;

import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.Criticality;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.identity.model.SupportLevel;
import org.countersign.serviceclock.model.ServiceCalendar;

/**
 * How a ticket stands under an agreement: everything that rules about tickets may ask.
 *
 * @param unassignedSince since when somebody has to take it, or {@code null}
 * @param unassignedTimes how often somebody had to be found for it, until now
 * @param rejections when each solution was rejected, oldest first
 * @param judgements when it came in, was released, or was judged anew, oldest first
 * @param words how often somebody wrote to the customer
 * @param criticality of the service that it is about
 * @param contract code
 * @param version of the contract that it follows
 * @param revision of the contract's calendar that it follows
 */
public record TicketStanding(
        TicketRef ref,
        String summary,
        TicketState state,
        SupportLevel level,
        Instant unassignedSince,
        int unassignedTimes,
        List<Instant> rejections,
        List<Instant> judgements,
        int words,
        Criticality criticality,
        String contract,
        int version,
        int revision,
        ServiceAgreement agreement,
        ServiceCalendar calendar,
        TicketClock clock) {}
