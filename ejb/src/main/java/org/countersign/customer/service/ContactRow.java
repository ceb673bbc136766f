package org.countersign.customer.service;

/**
 * A contact of a customer.
 *
 * @param organisation the organisation's code
 * @param phone may be {@code null}
 * @param account name of the account by which the contact signs in, or {@code null}
 */
public record ContactRow(
        long id,
        String organisation,
        long organisationId,
        String name,
        String email,
        String phone,
        String language,
        String zone,
        String account,
        long version) {}
