package org.countersign.customer.service;

/**
 * What is needed to record a person of a customer.
 *
 * @param organisation the organisation's code
 * @param phone may be {@code null}
 * @param language one of en, hu, nl, pt: of mails to this person
 * @param zone IANA name
 */
public record NewContact(String organisation, String name, String email, String phone, String language, String zone) {}
