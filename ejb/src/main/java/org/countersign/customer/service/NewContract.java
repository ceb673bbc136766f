package org.countersign.customer.service;

import java.time.LocalDate;
import org.countersign.customer.model.UnprovenMail;

/**
 * What was agreed with a customer.
 *
 * @param organisation the organisation's code
 * @param validFrom first day of the contract, on which its first version comes into force
 * @param fixedContactsOnly reports of others wait for a fixed contact (M97)
 * @param inspectionLevel of ISO 2859-1, e.g. {@code II}
 * @param aql as the standard prints it, e.g. {@code 4.0}
 * @param agreedBy name of the person who agreed for the customer
 * @param agreement the text of the first version
 */
public record NewContract(
        String code,
        String name,
        String organisation,
        LocalDate validFrom,
        boolean fixedContactsOnly,
        UnprovenMail unprovenMail,
        String inspectionLevel,
        String aql,
        String agreedBy,
        String agreement) {}
