package org.countersign.customer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.customer.model.AcceptanceAuthorisation;
import org.countersign.customer.model.AuthorisationEnd;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.model.Contact;
import org.countersign.customer.model.Contract;
import org.countersign.customer.model.ContractContact;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.CustomerEvent.AuthorisationEnded;
import org.countersign.customer.model.CustomerEvent.AuthorisationGranted;
import org.countersign.customer.model.CustomerEvent.ContactChanged;
import org.countersign.customer.model.CustomerEvent.ContactCreated;
import org.countersign.customer.model.CustomerEvent.ContactNamed;
import org.countersign.customer.model.CustomerEvent.ContractChanged;
import org.countersign.customer.model.CustomerEvent.ContractCreated;
import org.countersign.customer.model.CustomerEvent.OrganisationCreated;
import org.countersign.customer.model.CustomerEvent.OrganisationRenamed;
import org.countersign.customer.model.CustomerEvent.StakeholderAdded;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.Organisation;
import org.countersign.customer.model.SamplingTerms;
import org.countersign.customer.model.Stakeholder;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.Changes;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;

/**
 * Records customers and what was agreed with them. Organisations, calendars and contracts are named by their code, contacts by their mail
 * address. Besides the refusals named here, every method throws those of {@link Input}.
 */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.SYSTEM})
public class CustomerAdministration {

    @Inject
    Customers customers;

    @Inject
    ServiceCalendars calendars;

    @Inject
    ContractAgreements agreements;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> events;

    /**
     * Records a customer.
     *
     * @return its id
     * @throws BusinessRuleViolation {@code code-taken}
     */
    public long createOrganisation(String code, String name) {
        Organisation organisation = new Organisation(Input.code("code", code), Input.line("name", name, 200));
        requireFree(customers.organisationByCode(organisation.code()).isPresent(), organisation.code());
        customers.add(organisation);
        events.fire(new OrganisationCreated(organisation.code(), organisation.name()));
        return organisation.id();
    }

    /**
     * Gives a customer another name; the code stays.
     *
     * @param expectedVersion the version that the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code not-found}, {@code changed-meanwhile}
     */
    public void renameOrganisation(String code, String name, Long expectedVersion) {
        Organisation organisation = customers.organisationByCode(code == null ? "" : code.strip())
                .orElseThrow(() -> BusinessRuleViolation.notFound("organisation", code));
        requireSeen(expectedVersion, organisation.version(), organisation.code());
        String clean = Input.line("name", name, 200);
        String from = organisation.name();
        if (!clean.equals(from)) {
            organisation.rename(clean);
            events.fire(new OrganisationRenamed(organisation.code(), from, clean));
        }
    }

    /**
     * Says anew who a contact is and how the person is reached; the organisation stays.
     *
     * @param email the address by which the contact is known until now
     * @param wanted with the address to be known by; its organisation is not looked at
     * @param expectedVersion the version that the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code not-found}, {@code changed-meanwhile}, {@code contact-email-taken}
     */
    public void changeContact(String email, NewContact wanted, Long expectedVersion) {
        Contact contact = customers.contactByEmail(email == null ? "" : email.strip())
                .orElseThrow(() -> BusinessRuleViolation.notFound("contact", email));
        requireSeen(expectedVersion, contact.version(), contact.email());
        String known = contact.email();
        Map<String, Object> before = saidOf(contact);
        String address = Input.email("email", wanted.email());
        if (customers.contactByEmail(address).filter(other -> !other.id().equals(contact.id())).isPresent()) {
            throw BusinessRuleViolation.invalid("email", "contact-email-taken", address);
        }
        contact.change(
                Input.line("name", wanted.name(), 200),
                address,
                Input.optionalLine("phone", wanted.phone(), 50),
                Input.language("language", wanted.language()),
                Input.zone("zone", wanted.zone()));
        Changes changes = Changes.between(before, saidOf(contact));
        if (!changes.isEmpty()) {
            String organisation = customers.organisationById(contact.organisationId()).map(Organisation::code).orElseThrow();
            events.fire(new ContactChanged(organisation, known, changes.toString()));
        }
    }

    /**
     * Records a person of a customer.
     *
     * @return the contact's id
     * @throws BusinessRuleViolation {@code organisation-unknown}, {@code contact-email-taken}
     */
    public long createContact(NewContact wanted) {
        Organisation organisation = organisation(wanted.organisation());
        Contact contact = new Contact(
                organisation.id(),
                Input.line("name", wanted.name(), 200),
                Input.email("email", wanted.email()),
                Input.optionalLine("phone", wanted.phone(), 50),
                Input.language("language", wanted.language()),
                Input.zone("zone", wanted.zone()));
        if (customers.contactByEmail(contact.email()).isPresent()) {
            throw BusinessRuleViolation.invalid("email", "contact-email-taken", contact.email());
        }
        customers.add(contact);
        events.fire(new ContactCreated(organisation.code(), contact.email(), contact.name()));
        return contact.id();
    }

    /**
     * Records a service calendar.
     *
     * @param form the members {@code zone}, {@code hours}, {@code exceptions}, {@code holidays}, as the API writes them
     * @throws BusinessRuleViolation {@code code-taken}, and those of {@link ServiceCalendars#record}
     */
    public void createCalendar(String code, Map<String, ?> form) {
        String clean = Input.code("code", code);
        requireFree(customers.calendarByCode(clean).isPresent(), clean);
        calendars.record(clean, form, null, 0L);
    }

    /**
     * Records a contract with its first version.
     *
     * @return its id
     * @throws BusinessRuleViolation {@code code-taken}, {@code organisation-unknown}, {@code unknown-inspection-level}, {@code unknown-aql},
     *     and those of {@link ContractAgreements#record}
     */
    public long createContract(NewContract wanted) {
        String code = Input.code("code", wanted.code());
        requireFree(customers.termsByCode(code, clock.instant()).isPresent(), code);
        Organisation organisation = organisation(wanted.organisation());
        ContractSettings settings = wanted.settings();
        SamplingTerms.require(settings.inspectionLevel(), settings.aql());
        Contract contract = new Contract(
                code,
                Input.line("name", settings.name(), 200),
                organisation.id(),
                given("validFrom", wanted.validFrom()),
                settings.fixedContactsOnly(),
                given("unprovenMail", settings.unprovenMail()),
                settings.inspectionLevel(),
                settings.aql());
        customers.add(contract);
        events.fire(new ContractCreated(
                contract.id(),
                code,
                organisation.code(),
                contract.validFrom(),
                contract.fixedContactsOnly(),
                contract.unprovenMail(),
                contract.inspectionLevel(),
                contract.aql()));
        agreements.recordFirst(contract.id(), code, contract.validFrom(), wanted.agreedBy(), wanted.agreement());
        return contract.id();
    }

    /**
     * Says anew what of a contract is not in its versions.
     *
     * @param expectedVersion the version that the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code not-found}, {@code changed-meanwhile}, {@code unknown-inspection-level}, {@code unknown-aql}
     */
    public void changeContract(String code, ContractSettings wanted, Long expectedVersion) {
        Contract contract = customers.contractByCode(code == null ? "" : code.strip())
                .orElseThrow(() -> BusinessRuleViolation.notFound("contract", code));
        requireSeen(expectedVersion, contract.version(), contract.code());
        SamplingTerms.require(wanted.inspectionLevel(), wanted.aql());
        Map<String, Object> before = saidOf(contract);
        contract.change(
                Input.line("name", wanted.name(), 200),
                wanted.fixedContactsOnly(),
                given("unprovenMail", wanted.unprovenMail()),
                wanted.inspectionLevel(),
                wanted.aql());
        Changes changes = Changes.between(before, saidOf(contract));
        if (!changes.isEmpty()) {
            events.fire(new ContractChanged(contract.id(), contract.code(), changes.toString()));
        }
    }

    /**
     * Lets a contact of the customer report under the contract.
     *
     * @param fixed whether the contact speaks for the customer without anybody else's word (M96)
     * @throws BusinessRuleViolation {@code contract-unknown}, {@code contact-unknown}, {@code contact-named-already}
     */
    public void nameContact(String contractCode, String email, boolean fixed) {
        ContractTerms terms = terms(contractCode);
        Contact contact = contactOf(terms, email);
        if (customers.isFixed(terms.id(), contact.id()).isPresent()) {
            throw BusinessRuleViolation.conflict("contact-named-already", contact.email(), terms.code());
        }
        customers.add(new ContractContact(terms.id(), contact.id(), fixed));
        events.fire(new ContactNamed(terms.id(), terms.code(), contact.email(), fixed));
    }

    /**
     * Lets a contact accept solutions under the contract from now on (M64).
     *
     * @return the authorisation's id
     * @throws BusinessRuleViolation {@code contract-unknown}, {@code contact-unknown}, {@code authorisation-in-force}
     */
    public long grantAuthorisation(String contractCode, String email) {
        ContractTerms terms = terms(contractCode);
        Contact contact = contactOf(terms, email);
        Instant now = clock.instant();
        if (customers.authorisationInForce(terms.id(), contact.id(), now).isPresent()) {
            throw BusinessRuleViolation.conflict("authorisation-in-force", contact.email(), terms.code());
        }
        AcceptanceAuthorisation authorisation =
                new AcceptanceAuthorisation(terms.id(), terms.organisationId(), contact.id(), now, CallContext.actor());
        customers.add(authorisation);
        events.fire(new AuthorisationGranted(terms.id(), terms.code(), authorisation.id(), contact.email(), now));
        return authorisation.id();
    }

    /**
     * Ends a contact's authority to accept under the contract. What was accepted before stays accepted.
     *
     * @throws BusinessRuleViolation {@code contract-unknown}, {@code contact-unknown}, {@code authorisation-not-in-force}
     */
    public void endAuthorisation(String contractCode, String email) {
        ContractTerms terms = terms(contractCode);
        Contact contact = contactOf(terms, email);
        Instant now = clock.instant();
        AuthorisationInForce authorisation = customers.authorisationInForce(terms.id(), contact.id(), now)
                .orElseThrow(() -> BusinessRuleViolation.conflict("authorisation-not-in-force", contact.email(), terms.code()));
        customers.add(new AuthorisationEnd(authorisation.id(), now, CallContext.actor()));
        events.fire(new AuthorisationEnded(terms.id(), terms.code(), authorisation.id(), contact.email(), now));
    }

    /**
     * Sends somebody the reports of the contract from now on (M134).
     *
     * @throws BusinessRuleViolation {@code contract-unknown}, {@code stakeholder-named-already}
     */
    public void addStakeholder(String contractCode, String name, String email, String language) {
        ContractTerms terms = terms(contractCode);
        Stakeholder stakeholder = new Stakeholder(
                terms.id(), Input.line("name", name, 200), Input.email("email", email), Input.language("language", language));
        if (customers.stakeholdersOf(terms.id()).stream().anyMatch(known -> known.email().equals(stakeholder.email()))) {
            throw BusinessRuleViolation.conflict("stakeholder-named-already", stakeholder.email(), terms.code());
        }
        customers.add(stakeholder);
        events.fire(new StakeholderAdded(terms.id(), terms.code(), stakeholder.name(), stakeholder.email()));
    }

    private Organisation organisation(String code) {
        String clean = Input.line("organisation", code, 1000);
        return customers.organisationByCode(clean)
                .orElseThrow(() -> BusinessRuleViolation.invalid("organisation", "organisation-unknown", clean));
    }

    private ContractTerms terms(String code) {
        String clean = Input.line("contract", code, 1000);
        return customers.termsByCode(clean, clock.instant()).orElseThrow(() -> BusinessRuleViolation.invalid("contract", "contract-unknown", clean));
    }

    private Contact contactOf(ContractTerms terms, String email) {
        String clean = Input.line("contact", email, 1000);
        return customers.contactByEmail(clean)
                .filter(contact -> contact.organisationId() == terms.organisationId())
                .orElseThrow(() -> BusinessRuleViolation.invalid("contact", "contact-unknown", clean));
    }

    private static Map<String, Object> saidOf(Contact contact) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", contact.name());
        said.put("email", contact.email());
        said.put("phone", contact.phone());
        said.put("language", contact.language());
        said.put("zone", contact.zone());
        return said;
    }

    private static Map<String, Object> saidOf(Contract contract) {
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("name", contract.name());
        said.put("fixedContactsOnly", contract.fixedContactsOnly());
        said.put("unprovenMail", contract.unprovenMail());
        said.put("inspectionLevel", contract.inspectionLevel());
        said.put("aql", contract.aql());
        return said;
    }

    private static void requireSeen(Long expected, long version, String what) {
        if (expected != null && expected != version) {
            throw BusinessRuleViolation.stale(what);
        }
    }

    private static void requireFree(boolean taken, String code) {
        if (taken) {
            throw BusinessRuleViolation.invalid("code", "code-taken", code);
        }
    }

    private static <T> T given(String field, T value) {
        if (value == null) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
        return value;
    }
}
