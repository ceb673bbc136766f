package org.countersign.customer.service;

/**
 * A customer in the list of all.
 *
 * @param contacts how many contacts it has
 * @param contracts how many contracts it has
 */
public record OrganisationRow(String code, String name, long contacts, long contracts, long version) {}
