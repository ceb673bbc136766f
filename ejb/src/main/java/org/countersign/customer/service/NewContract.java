package org.countersign.customer.service;

import java.time.LocalDate;

/**
 * What was agreed with a customer.
 *
 * @param organisation the organisation's code
 * @param validFrom first day of the contract, on which its first version comes into force
 * @param agreedBy name of the person who agreed for the customer
 * @param agreement the text of the first version
 */
public record NewContract(
        String code, String organisation, LocalDate validFrom, ContractSettings settings, String agreedBy, String agreement) {}
