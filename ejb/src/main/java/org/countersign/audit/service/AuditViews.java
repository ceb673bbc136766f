package org.countersign.audit.service;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The audit trail as lists read it. */
public interface AuditViews {

    /** Entries about one subject, oldest first, behind {@code after}. */
    List<AuditRow> history(String subjectType, String subjectId, int limit, String after);

    /** Like {@link #history}, of these actions only, and without what was said about internal messages. */
    List<AuditRow> customerHistory(String ticketNumber, Collection<String> actions, int limit, String after);

    /** Entries that match, newest first, behind {@code after}. */
    List<AuditRow> list(AuditFilter filter, int limit, String after);

    /** The organisation whose ticket this is, or nothing when there is no such ticket. */
    Optional<Long> organisationOfTicket(String number);

    /** Codes of all contracts by id. */
    Map<Long, String> contractCodes();
}
