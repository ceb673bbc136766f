package org.countersign.customer.model;

import java.util.Map;
import org.countersign.serviceclock.model.ServiceCalendar;

/**
 * What a contract says, as other areas use it.
 *
 * @param organisationName the customer
 * @param calendar the hours in which service time runs; its zone is the contract's
 * @param language of reports and of mails to people without a language of their own
 * @param fixedContactsOnly reports of others wait for a fixed contact (M97)
 * @param inspectionLevel ISO 2859-1 level of the weekly lot
 * @param aql acceptance quality limit as the standard prints it
 * @param targets by priority name ({@code P1} … {@code P5})
 */
public record ContractTerms(
        long id,
        String code,
        String name,
        long organisationId,
        String organisationName,
        ServiceCalendar calendar,
        String language,
        boolean fixedContactsOnly,
        UnprovenMail unprovenMail,
        String inspectionLevel,
        String aql,
        Map<String, Target> targets) {

    /** Minutes of service time until the first response and until the resolution. */
    public record Target(int responseMinutes, int resolutionMinutes) {}

    /**
     * The targets of a priority.
     *
     * @throws IllegalStateException when the contract has none: contracts are written complete
     */
    public Target target(String priority) {
        Target target = targets.get(priority);
        if (target == null) {
            throw new IllegalStateException("Contract " + code + " has no service level for " + priority);
        }
        return target;
    }
}
