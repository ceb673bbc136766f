package org.countersign.customer.model;

import org.countersign.serviceclock.model.ServiceCalendar;

/**
 * An agreement that is not a version of any contract, checked as if it were to become one.
 *
 * @param calendar the hours in which its targets run
 * @param document its text, with everything that was left out filled in
 * @param hours text of the hours that were given with it, or {@code null} for those of the calendar that it names
 * @param calendarRevision the recording up to which the named calendar counts, or {@code null} where hours were given
 */
public record AgreementDraft(
        ServiceAgreement agreement, ServiceCalendar calendar, String document, String hours, Integer calendarRevision) {}
