package org.countersign.work.service;

import java.time.Instant;
import org.countersign.work.model.Activity;

/**
 * A piece of work on a ticket, as lists show it.
 *
 * @param account name of the person's account
 * @param timesheetId the sheet it is on, or {@code null} while it may still be changed
 */
public record WorkEntry(
        long id,
        String account,
        String person,
        Instant start,
        Instant end,
        int minutes,
        Activity activity,
        int travelMinutes,
        Long visitId,
        String note,
        Long timesheetId,
        long version) {}
