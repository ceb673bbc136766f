package org.countersign.customer.model;

/**
 * A customer's contact as other areas see one.
 *
 * @param language of mails to this person: en, hu, nl or pt
 * @param zone IANA name
 */
public record ContactCard(long id, long organisationId, String name, String email, String language, String zone) {}
