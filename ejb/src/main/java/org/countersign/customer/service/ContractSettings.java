package org.countersign.customer.service;

import org.countersign.customer.model.UnprovenMail;

/**
 * What of a contract is not in its versions.
 *
 * @param fixedContactsOnly reports of others wait for a fixed contact (M97)
 * @param inspectionLevel of ISO 2859-1, e.g. {@code II}
 * @param aql as the standard prints it, e.g. {@code 4.0}
 */
public record ContractSettings(
        String name, boolean fixedContactsOnly, UnprovenMail unprovenMail, String inspectionLevel, String aql) {}
