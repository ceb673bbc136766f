package org.countersign.customer.service;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Read-only projections of customers, their people and contracts; one statement each. */
public interface CustomerViews {

    /**
     * Organisations by code.
     *
     * @param text part of code or name, or {@code null} for all
     * @param afterCode the last one that was read, or {@code null}
     */
    List<OrganisationRow> organisations(String text, String afterCode, int limit);

    Optional<OrganisationRow> organisation(String code);

    /**
     * Contacts of an organisation by mail address.
     *
     * @param afterEmail the last one that was read, or {@code null}
     */
    List<ContactRow> contacts(String organisationCode, String afterEmail, int limit);

    Optional<ContactRow> contact(String email);

    Optional<ContactRow> contact(long id);

    /**
     * Contracts by code.
     *
     * @param organisationCode {@code null} for those of all
     * @param afterCode the last one that was read, or {@code null}
     */
    List<ContractRow> contracts(String organisationCode, String afterCode, int limit);

    Optional<ContractRow> contract(String code);

    /**
     * Codes of service calendars, in order.
     *
     * @param text part of the code, or {@code null} for all
     * @param afterCode the last one that was read, or {@code null}
     */
    List<String> calendars(String text, String afterCode, int limit);

    /** Who reports under a contract, by mail address. */
    List<ContractMember> members(String contractCode, Instant at);
}
