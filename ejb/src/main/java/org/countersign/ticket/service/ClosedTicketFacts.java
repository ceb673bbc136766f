package org.countersign.ticket.service;

import java.time.Instant;
import org.countersign.identity.model.SupportLevel;
import org.countersign.ticket.model.AcceptanceManner;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Urgency;

/**
 * What somebody who looks at closed work sees of a ticket.
 *
 * @param assigneeId account of the last assignee, or {@code null}
 * @param resolvedById account that proposed the accepted resolution
 * @param responseDue when the response target ran out, or {@code null} when it was halted before
 * @param resolutionDue when the resolution target ran out; {@code null} when the resolution came in time
 * @param authorisationId the authority under which it was accepted
 * @param messages entries of the message board, internal ones too
 */
public record ClosedTicketFacts(
        long id,
        String number,
        TicketKind kind,
        Priority priority,
        Impact impact,
        Urgency urgency,
        SupportLevel level,
        Channel channel,
        String summary,
        String description,
        String service,
        String environment,
        Long assigneeId,
        String assigneeName,
        Instant receivedAt,
        Instant responseDue,
        Instant respondedAt,
        Instant resolutionDue,
        Instant resolvedAt,
        Instant closedAt,
        int rejections,
        long resolvedById,
        String resolvedByName,
        String resolution,
        String acceptedByName,
        Instant acceptedAt,
        AcceptanceManner manner,
        String acceptanceComment,
        long authorisationId,
        Instant authorisedFrom,
        long messages) {}
