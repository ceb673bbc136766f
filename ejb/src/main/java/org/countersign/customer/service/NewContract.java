package org.countersign.customer.service;

import java.time.LocalDate;
import java.util.Map;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.UnprovenMail;

/**
 * What was agreed with a customer.
 *
 * @param organisation the organisation's code
 * @param calendar the calendar's code
 * @param language of reports: one of en, hu, nl, pt
 * @param fixedContactsOnly reports of others wait for a fixed contact (M97)
 * @param inspectionLevel of ISO 2859-1, e.g. {@code II}
 * @param aql as the standard prints it, e.g. {@code 4.0}
 * @param targets of each priority {@code P1} to {@code P5}
 */
public record NewContract(
        String code,
        String name,
        String organisation,
        String calendar,
        String language,
        LocalDate validFrom,
        boolean fixedContactsOnly,
        UnprovenMail unprovenMail,
        String inspectionLevel,
        String aql,
        Map<String, ContractTerms.Target> targets) {}
