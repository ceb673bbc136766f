package org.countersign.customer.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Organisations, contacts and contracts of this installation. */
public interface Customers {

    /** What the contract says at {@code at}: its latest version in force by then. */
    Optional<ContractTerms> termsByCode(String contractCode, Instant at);

    Optional<ContractTerms> termsById(long contractId, Instant at);

    /**
     * A contract by its code as it is in force together with who reports under it.
     *
     * @param email the reporter's address, or {@code null}
     */
    Optional<Reporting> reporting(String contractCode, String email, Instant at);

    /** A contract by its code as it is in force together with the contact who reports under it. */
    Optional<Reporting> reporting(String contractCode, long contactId, Instant at);

    /** All contracts' terms by code. */
    List<ContractTerms> allTerms(Instant at);

    /**
     * What the contract said by one of its versions, with the calendar as it was known at a moment.
     *
     * @param calendarRevision the latest recording of the calendar that counts
     */
    Optional<ContractTerms> termsOfVersion(long contractId, int version, int calendarRevision);

    /** The same, without what may change about the contract itself: read once in the life of a node, then without asking the database. */
    Optional<AgreedThen> agreedThen(long contractId, int version, int calendarRevision);

    /** The versions of a contract that stand, oldest first; those that were withdrawn are {@link #withdrawnOf}. */
    List<AgreedVersion> versionsOf(long contractId);

    /** The versions of a contract that were withdrawn before they began, by number. */
    List<WithdrawnVersion> withdrawnOf(long contractId);

    /** From now on the version does not stand; what it said stays, and so does its number. */
    void withdraw(long contractId, int version, Instant at, String by);

    /** Keeps a version; its number must be one that no version ever had. */
    void add(ContractVersion version);

    /** The JSON in which an agreement is kept. */
    String print(ServiceAgreement agreement);

    Optional<Organisation> organisationById(long id);

    Optional<Organisation> organisationByCode(String code);

    Optional<Contact> contactById(long id);

    Optional<Contact> contactByEmail(String email);

    /** Contacts of an organisation, by name. */
    List<Contact> contactsOf(long organisationId);

    /** Whether the contact may report under the contract, and as a fixed contact; nothing when the contract does not name the contact. */
    Optional<Boolean> isFixed(long contractId, long contactId);

    /** That the contract names the contact. */
    Optional<ContractContact> membership(long contractId, long contactId);

    /** The contract itself, without what its versions say. */
    Optional<Contract> contractByCode(String code);

    /** Until the transaction ends nobody else says who speaks under the contract, for the customer or for the provider. */
    void lock(long contractId);

    /** The contact's authority to accept that is in force at {@code at}. */
    Optional<AuthorisationInForce> authorisationInForce(long contractId, long contactId, Instant at);

    List<Stakeholder> stakeholdersOf(long contractId);

    void remove(ContractContact membership);

    void remove(Stakeholder stakeholder);

    /** Contacts that hold an authority to accept under the contract at {@code at}. */
    List<Contact> authorisedContacts(long contractId, Instant at);

    /** Fixed contacts of the contract. */
    List<Contact> fixedContacts(long contractId);

    void add(Organisation organisation);

    void add(Contact contact);

    void add(ServiceCalendarDefinition calendar);

    Optional<ServiceCalendarDefinition> calendarByCode(String code);

    /** The recordings of a calendar by their number, which have no gaps: versions, and what withdraws them. */
    List<RecordedHours> hoursOf(long calendarId);

    /** What is agreed in the hours of a calendar: of each contract the version in force at {@code at} and those to come, by contract and number. */
    List<CalendarUse> usesOf(long calendarId, Instant at);

    /** All calendars' codes, in order. */
    List<String> calendarCodes();

    /** The versions of a calendar that were withdrawn before they began, by number. */
    List<WithdrawnHours> withdrawnHoursOf(long calendarId);

    /** Keeps a recording of a calendar; its number must be the next. */
    void addHours(long calendarId, RecordedHours hours, String recordedBy, Instant recordedAt);

    void add(Contract contract);

    void add(ContractContact membership);

    void add(AcceptanceAuthorisation authorisation);

    void add(AuthorisationEnd end);

    void add(Stakeholder stakeholder);
}
