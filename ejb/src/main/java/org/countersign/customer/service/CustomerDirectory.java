package org.countersign.customer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.AgreedThen;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.model.Contact;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.RecordedHours;
import org.countersign.customer.model.ReportRecipient;
import org.countersign.customer.model.Reporting;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.serviceclock.model.ServiceCalendar;

/** What the other areas ask about customers. Who may see an answer is decided by the area that asks. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE, Role.CONTACT_ROLE, Role.MAIL_GATEWAY_ROLE, Role.SYSTEM})
public class CustomerDirectory {

    @Inject
    private Customers customers;

    @Inject
    private Clock clock;

    /**
     * The terms of a contract by its code.
     *
     * @throws BusinessRuleViolation {@code not-found} when there is none
     */
    public ContractTerms contract(String code) {
        return customers.termsByCode(code, clock.instant()).orElseThrow(() -> BusinessRuleViolation.notFound("contract", code));
    }

    public Optional<ContractTerms> findContract(String code) {
        return customers.termsByCode(code, clock.instant());
    }

    public ContractTerms contract(long id) {
        return customers.termsById(id, clock.instant()).orElseThrow(() -> BusinessRuleViolation.notFound("contract", id));
    }

    /** What the contract said at a moment; before its first version was in force, what that says. */
    public ContractTerms contract(long id, Instant at) {
        return customers.termsById(id, at).orElseThrow(() -> BusinessRuleViolation.notFound("contract", id));
    }

    /** Since when the contract says anything: when its first version came into force. */
    public Instant inForceSince(long id) {
        return customers.versionsOf(id).stream()
                .map(AgreedVersion::inForceFrom)
                .min(Instant::compareTo)
                .orElseThrow(() -> BusinessRuleViolation.notFound("contract", id));
    }

    /** What the contract said by one of its versions, with the recordings of its calendar up to one of them. */
    public ContractTerms contract(long id, int version, int calendarRevision) {
        return customers.termsOfVersion(id, version, calendarRevision)
                .orElseThrow(() -> BusinessRuleViolation.notFound("contract", id + "/" + version));
    }

    /** As {@link #contract(long, int, int)}, of what never changes any more: as a rule without asking the database. */
    public AgreedThen agreedThen(long id, int version, int calendarRevision) {
        return customers.agreedThen(id, version, calendarRevision)
                .orElseThrow(() -> BusinessRuleViolation.notFound("contract", id + "/" + version));
    }

    /**
     * A contract by its code with the reporter, whoever's contact that is.
     *
     * @param email the reporter's address, or {@code null}
     */
    public Optional<Reporting> reporting(String contractCode, String email) {
        return customers.reporting(contractCode, email, clock.instant());
    }

    /** A contract by its code with the reporter, whoever's contact that is. */
    public Optional<Reporting> reporting(String contractCode, long contactId) {
        return customers.reporting(contractCode, contactId, clock.instant());
    }

    /** All contracts, by code. */
    public List<ContractTerms> contracts() {
        return customers.allTerms(clock.instant());
    }

    /** The contracts of one organisation, by code. */
    public List<ContractTerms> contractsOf(long organisationId) {
        return customers.allTerms(clock.instant()).stream().filter(t -> t.organisationId() == organisationId).toList();
    }

    /** The hours of a calendar, its versions together. */
    public Optional<ServiceCalendar> findCalendar(String code) {
        return customers.calendarByCode(code).map(calendar -> RecordedHours.together(customers.hoursOf(calendar.id())));
    }

    /** The codes of all calendars. */
    public List<String> calendars() {
        return customers.calendarCodes();
    }

    public ContactCard contact(long id) {
        return customers.contactById(id).map(CustomerDirectory::card).orElseThrow(() -> BusinessRuleViolation.notFound("contact", id));
    }

    public Optional<ContactCard> contactByEmail(String email) {
        return customers.contactByEmail(email).map(CustomerDirectory::card);
    }

    public List<ContactCard> contactsOf(long organisationId) {
        return customers.contactsOf(organisationId).stream().map(CustomerDirectory::card).toList();
    }

    /** The name of an organisation. */
    public String organisationName(long id) {
        return customers.organisationById(id)
                .map(org.countersign.customer.model.Organisation::name)
                .orElseThrow(() -> BusinessRuleViolation.notFound("organisation", id));
    }

    /** Whether the contact is a fixed contact of the contract (M96). */
    public boolean isFixedContact(long contractId, long contactId) {
        return customers.isFixed(contractId, contactId).orElse(false);
    }

    /** The authority under which the contact may accept now. */
    public Optional<AuthorisationInForce> authorisationInForce(long contractId, long contactId) {
        return customers.authorisationInForce(contractId, contactId, clock.instant());
    }

    public List<ContactCard> authorisedContacts(long contractId) {
        return customers.authorisedContacts(contractId, clock.instant()).stream().map(CustomerDirectory::card).toList();
    }

    public List<ContactCard> fixedContacts(long contractId) {
        return customers.fixedContacts(contractId).stream().map(CustomerDirectory::card).toList();
    }

    public List<ReportRecipient> stakeholders(long contractId) {
        return customers.stakeholdersOf(contractId).stream()
                .map(s -> new ReportRecipient(s.name(), s.email(), s.language()))
                .toList();
    }

    private static ContactCard card(Contact contact) {
        return new ContactCard(
                contact.id(), contact.organisationId(), contact.name(), contact.email(), contact.language(), contact.zone());
    }
}
