package org.countersign.customer.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.serviceclock.model.ServiceCalendar;

/** Organisations, contacts and contracts of this installation. */
public interface Customers {

    Optional<ContractTerms> termsByCode(String contractCode);

    Optional<ContractTerms> termsById(long contractId);

    /**
     * A contract by its code together with who reports under it, in one statement.
     *
     * @param email the reporter's address, or {@code null}
     */
    Optional<Reporting> reporting(String contractCode, String email);

    /** A contract by its code together with the contact who reports under it, in one statement. */
    Optional<Reporting> reporting(String contractCode, long contactId);

    /** All contracts' terms by code. */
    List<ContractTerms> allTerms();

    Optional<Organisation> organisationById(long id);

    Optional<Organisation> organisationByCode(String code);

    Optional<Contact> contactById(long id);

    Optional<Contact> contactByEmail(String email);

    /** Contacts of an organisation, by name. */
    List<Contact> contactsOf(long organisationId);

    /** Whether the contact may report under the contract, and as a fixed contact; nothing when the contract does not name the contact. */
    Optional<Boolean> isFixed(long contractId, long contactId);

    /** The contact's authority to accept that is in force at {@code at}. */
    Optional<AuthorisationInForce> authorisationInForce(long contractId, long contactId, Instant at);

    List<Stakeholder> stakeholdersOf(long contractId);

    /** Contacts that hold an authority to accept under the contract at {@code at}. */
    List<Contact> authorisedContacts(long contractId, Instant at);

    /** Fixed contacts of the contract. */
    List<Contact> fixedContacts(long contractId);

    void add(Organisation organisation);

    void add(Contact contact);

    void add(ServiceCalendarDefinition calendar);

    Optional<ServiceCalendarDefinition> calendarByCode(String code);

    /** Keeps the calendar under a code. */
    ServiceCalendarDefinition addCalendar(String code, ServiceCalendar calendar);

    void add(Contract contract);

    void add(ServiceLevelTarget target);

    void add(ContractContact membership);

    void add(AcceptanceAuthorisation authorisation);

    void add(AuthorisationEnd end);

    void add(Stakeholder stakeholder);
}
