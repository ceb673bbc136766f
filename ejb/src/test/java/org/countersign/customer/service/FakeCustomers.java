package org.countersign.customer.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.customer.model.AcceptanceAuthorisation;
import org.countersign.customer.model.AuthorisationEnd;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.model.Contact;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.model.Contract;
import org.countersign.customer.model.ContractContact;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.Organisation;
import org.countersign.customer.model.Reporting;
import org.countersign.customer.model.ServiceCalendarDefinition;
import org.countersign.customer.model.ServiceLevelTarget;
import org.countersign.customer.model.Stakeholder;
import org.countersign.kernel.GivenIds;
import org.countersign.serviceclock.model.ServiceCalendar;

/** {@link Customers} in memory. */
final class FakeCustomers implements Customers {

    private final List<Organisation> organisations = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final Map<String, ServiceCalendarDefinition> calendarRows = new HashMap<>();
    private final Map<Long, ServiceCalendar> calendars = new HashMap<>();
    private final List<Contract> contracts = new ArrayList<>();
    private final Map<String, ContractTerms.Target> targets = new LinkedHashMap<>();
    private final Map<String, Boolean> memberships = new HashMap<>();
    private final List<AcceptanceAuthorisation> authorisations = new ArrayList<>();
    private final Map<Long, AuthorisationEnd> ends = new HashMap<>();
    private final List<Stakeholder> stakeholders = new ArrayList<>();

    @Override
    public Optional<ContractTerms> termsByCode(String code) {
        return contracts.stream().filter(c -> c.code().equals(code)).map(this::terms).findFirst();
    }

    @Override
    public Optional<ContractTerms> termsById(long id) {
        return contracts.stream().filter(c -> c.id() == id).map(this::terms).findFirst();
    }

    @Override
    public Optional<Reporting> reporting(String contractCode, String email) {
        return reporting(contractCode, email == null ? Optional.empty() : contactByEmail(email));
    }

    @Override
    public Optional<Reporting> reporting(String contractCode, long contactId) {
        return reporting(contractCode, contactById(contactId));
    }

    private Optional<Reporting> reporting(String contractCode, Optional<Contact> contact) {
        return termsByCode(contractCode)
                .map(terms -> new Reporting(
                        terms,
                        contact.map(c -> new ContactCard(c.id(), c.organisationId(), c.name(), c.email(), c.language(), c.zone())),
                        contact.flatMap(c -> isFixed(terms.id(), c.id())).orElse(false)));
    }

    @Override
    public List<ContractTerms> allTerms() {
        return contracts.stream().map(this::terms).toList();
    }

    private ContractTerms terms(Contract c) {
        return new ContractTerms(
                c.id(), c.code(), c.name(), c.organisationId(), organisationById(c.organisationId()).orElseThrow().name(),
                calendars.get(c.calendarId()), c.language(), c.fixedContactsOnly(), c.unprovenMail(), c.inspectionLevel(), c.aql(),
                Map.copyOf(targets));
    }

    @Override
    public Optional<Organisation> organisationById(long id) {
        return organisations.stream().filter(o -> o.id() == id).findFirst();
    }

    @Override
    public Optional<Organisation> organisationByCode(String code) {
        return organisations.stream().filter(o -> o.code().equals(code)).findFirst();
    }

    @Override
    public Optional<Contact> contactById(long id) {
        return contacts.stream().filter(c -> c.id() == id).findFirst();
    }

    @Override
    public Optional<Contact> contactByEmail(String email) {
        return contacts.stream().filter(c -> c.email().equalsIgnoreCase(email)).findFirst();
    }

    @Override
    public List<Contact> contactsOf(long organisationId) {
        return contacts.stream().filter(c -> c.organisationId() == organisationId).toList();
    }

    @Override
    public Optional<Boolean> isFixed(long contractId, long contactId) {
        return Optional.ofNullable(memberships.get(contractId + "/" + contactId));
    }

    @Override
    public Optional<AuthorisationInForce> authorisationInForce(long contractId, long contactId, Instant at) {
        return authorisations.stream()
                .filter(a -> a.contractId() == contractId && a.contactId() == contactId && !a.authorisedFrom().isAfter(at))
                .filter(a -> !ends.containsKey(a.id()) || ends.get(a.id()).endedAt().isAfter(at))
                .map(a -> new AuthorisationInForce(a.id(), a.contractId(), a.contactId(), a.authorisedFrom()))
                .findFirst();
    }

    @Override
    public List<Stakeholder> stakeholdersOf(long contractId) {
        return stakeholders;
    }

    @Override
    public List<Contact> authorisedContacts(long contractId, Instant at) {
        return contacts.stream().filter(c -> authorisationInForce(contractId, c.id(), at).isPresent()).toList();
    }

    @Override
    public List<Contact> fixedContacts(long contractId) {
        return contacts.stream().filter(c -> isFixed(contractId, c.id()).orElse(false)).toList();
    }

    @Override
    public void add(Organisation organisation) {
        organisations.add(GivenIds.give(organisation));
    }

    @Override
    public void add(Contact contact) {
        contacts.add(GivenIds.give(contact));
    }

    @Override
    public Optional<ServiceCalendarDefinition> calendarByCode(String code) {
        return Optional.ofNullable(calendarRows.get(code));
    }

    @Override
    public ServiceCalendarDefinition addCalendar(String code, ServiceCalendar calendar) {
        ServiceCalendarDefinition row = GivenIds.give(new ServiceCalendarDefinition(code, calendar.toMap().toString()));
        calendars.put(row.id(), calendar);
        add(row);
        return row;
    }

    @Override
    public void add(ServiceCalendarDefinition calendar) {
        calendarRows.put(calendar.code(), calendar);
    }

    @Override
    public void add(Contract contract) {
        contracts.add(GivenIds.give(contract));
    }

    @Override
    public void add(ServiceLevelTarget target) {
        targets.put(target.priority(), new ContractTerms.Target(target.responseMinutes(), target.resolutionMinutes()));
    }

    @Override
    public void add(ContractContact membership) {
        memberships.put(number(membership, "contractId") + "/" + number(membership, "contactId"), membership.fixed());
    }

    @Override
    public void add(AcceptanceAuthorisation authorisation) {
        authorisations.add(GivenIds.give(authorisation));
    }

    @Override
    public void add(AuthorisationEnd end) {
        ends.put((Long) number(end, "authorisationId"), end);
    }

    @Override
    public void add(Stakeholder stakeholder) {
        stakeholders.add(GivenIds.give(stakeholder));
    }

    private static Object number(Object entity, String field) {
        try {
            var found = entity.getClass().getDeclaredField(field);
            found.setAccessible(true);
            return found.get(entity);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
