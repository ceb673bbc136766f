package org.countersign.quality.service;

import java.time.Instant;
import java.util.List;
import org.countersign.kernel.IsoWeek;
import org.countersign.quality.model.Finding;
import org.countersign.ticket.service.ClosedTicketFacts;

/**
 * The review of a drawn ticket, given or to be given, with the ticket's facts to look at.
 *
 * @param workMinutes work booked on the ticket, travel not included
 * @param travelMinutes travel booked on it
 * @param ownWork whether the caller handled the ticket and so may not review it
 * @param findings in the order of the checklist; empty until given
 * @param reviewer display name, or {@code null} until given
 */
public record ReviewDetails(
        long id,
        long lot,
        String contract,
        IsoWeek week,
        int order,
        int sampleSize,
        ClosedTicketFacts ticket,
        long workMinutes,
        long travelMinutes,
        boolean ownWork,
        boolean given,
        List<Finding> findings,
        String reviewer,
        Instant givenAt) {}
