package org.countersign.customer.model;

import org.countersign.serviceclock.model.ServiceCalendar;

/**
 * What a contract says at some moment, as other areas use it: the version in force, with the hours of its calendar.
 *
 * @param organisationName the customer
 * @param calendar the hours in which service time runs; its zone is the contract's
 * @param calendarRevision which recording of the calendar that is; it grows with each
 * @param fixedContactsOnly reports of others wait for a fixed contact (M97)
 * @param inspectionLevel ISO 2859-1 level of the weekly lot
 * @param aql acceptance quality limit as the standard prints it
 * @param version number of the contract's version
 */
public record ContractTerms(
        long id,
        String code,
        String name,
        long organisationId,
        String organisationName,
        ServiceCalendar calendar,
        int calendarRevision,
        boolean fixedContactsOnly,
        UnprovenMail unprovenMail,
        String inspectionLevel,
        String aql,
        int version,
        ServiceAgreement agreement) {

    /** Of reports and of mails to people without a language of their own. */
    public String language() {
        return agreement.language();
    }
}
