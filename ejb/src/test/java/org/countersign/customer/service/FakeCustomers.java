package org.countersign.customer.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.customer.model.AcceptanceAuthorisation;
import org.countersign.customer.model.AgreedThen;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.AuthorisationEnd;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.model.CalendarUse;
import org.countersign.customer.model.Contact;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.model.Contract;
import org.countersign.customer.model.ContractContact;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.ContractVersion;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.Organisation;
import org.countersign.customer.model.RecordedHours;
import org.countersign.customer.model.Reporting;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceCalendarDefinition;
import org.countersign.customer.model.Stakeholder;
import org.countersign.customer.model.WithdrawnHours;
import org.countersign.customer.model.WithdrawnVersion;
import org.countersign.kernel.GivenIds;

/** {@link Customers} in memory. */
final class FakeCustomers implements Customers {

    private final List<Organisation> organisations = new ArrayList<>();
    private final List<Contact> contacts = new ArrayList<>();
    private final Map<String, ServiceCalendarDefinition> calendarRows = new HashMap<>();
    private final Map<Long, List<RecordedHours>> calendars = new HashMap<>();
    private final Map<Long, List<WithdrawnHours>> withdrawnHours = new HashMap<>();
    private final List<Contract> contracts = new ArrayList<>();
    private final List<ContractVersion> versions = new ArrayList<>();
    private final Map<Long, List<WithdrawnVersion>> withdrawn = new HashMap<>();
    private final Map<String, ServiceAgreement> printed = new HashMap<>();
    private final Map<String, ContractContact> memberships = new HashMap<>();
    private final List<AcceptanceAuthorisation> authorisations = new ArrayList<>();
    private final Map<Long, AuthorisationEnd> ends = new HashMap<>();
    private final List<Stakeholder> stakeholders = new ArrayList<>();

    @Override
    public Optional<ContractTerms> termsByCode(String code, Instant at) {
        return contracts.stream().filter(c -> c.code().equals(code) && !versionsOf(c.id()).isEmpty()).map(c -> terms(c, at)).findFirst();
    }

    @Override
    public Optional<ContractTerms> termsById(long id, Instant at) {
        return contracts.stream().filter(c -> c.id() == id).map(c -> terms(c, at)).findFirst();
    }

    @Override
    public Optional<Reporting> reporting(String contractCode, String email, Instant at) {
        return reporting(contractCode, email == null ? Optional.empty() : contactByEmail(email), at);
    }

    @Override
    public Optional<Reporting> reporting(String contractCode, long contactId, Instant at) {
        return reporting(contractCode, contactById(contactId), at);
    }

    private Optional<Reporting> reporting(String contractCode, Optional<Contact> contact, Instant at) {
        return termsByCode(contractCode, at)
                .map(terms -> new Reporting(
                        terms,
                        contact.map(c -> new ContactCard(c.id(), c.organisationId(), c.name(), c.email(), c.language(), c.zone())),
                        contact.flatMap(c -> isFixed(terms.id(), c.id())).orElse(false)));
    }

    @Override
    public List<ContractTerms> allTerms(Instant at) {
        return contracts.stream().map(c -> terms(c, at)).toList();
    }

    private ContractTerms terms(Contract c, Instant at) {
        AgreedVersion inForce = versionsOf(c.id()).stream()
                .filter(v -> v.number() == 1 || !v.inForceFrom().isAfter(at))
                .reduce((earlier, later) -> later)
                .orElseThrow();
        return terms(c, inForce, Integer.MAX_VALUE);
    }

    private ContractTerms terms(Contract c, AgreedVersion version, int revision) {
        List<RecordedHours> hours = hoursOf(calendarByCode(version.agreement().calendar()).orElseThrow().id()).stream()
                .filter(h -> h.number() <= revision)
                .toList();
        return new ContractTerms(
                c.id(), c.code(), c.name(), c.organisationId(), organisationById(c.organisationId()).orElseThrow().name(),
                RecordedHours.together(hours), hours.size(), c.fixedContactsOnly(), c.unprovenMail(), c.inspectionLevel(), c.aql(),
                version.number(), version.agreement());
    }

    @Override
    public Optional<ContractTerms> termsOfVersion(long contractId, int version, int calendarRevision) {
        return contracts.stream()
                .filter(c -> c.id() == contractId)
                .map(c -> terms(c, recorded(contractId).filter(v -> v.number() == version).findFirst().orElseThrow(), calendarRevision))
                .findFirst();
    }

    @Override
    public Optional<AgreedThen> agreedThen(long contractId, int version, int calendarRevision) {
        return termsOfVersion(contractId, version, calendarRevision).map(terms -> new AgreedThen(terms.code(), terms.agreement(), terms.calendar()));
    }

    @Override
    public List<AgreedVersion> versionsOf(long contractId) {
        return recorded(contractId).filter(v -> withdrawnOf(contractId).stream().noneMatch(w -> w.version().number() == v.number())).toList();
    }

    @Override
    public List<WithdrawnVersion> withdrawnOf(long contractId) {
        return withdrawn.getOrDefault(contractId, List.of());
    }

    @Override
    public void withdraw(long contractId, int version, Instant at, String by) {
        AgreedVersion text = recorded(contractId).filter(v -> v.number() == version).findFirst().orElseThrow();
        withdrawn.computeIfAbsent(contractId, none -> new ArrayList<>()).add(new WithdrawnVersion(text, at, by));
    }

    private Stream<AgreedVersion> recorded(long contractId) {
        return versions.stream()
                .filter(v -> v.contractId() == contractId)
                .map(v -> new AgreedVersion(
                        v.number(), v.inForceFrom(), v.agreedBy(), v.agreedAt(), v.recordedBy(), v.recordedAt(), printed.get(v.document())));
    }

    @Override
    public void add(ContractVersion version) {
        versions.add(version);
    }

    @Override
    public String print(ServiceAgreement agreement) {
        printed.put(agreement.toMap().toString(), agreement);
        return agreement.toMap().toString();
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
        return membership(contractId, contactId).map(ContractContact::fixed);
    }

    @Override
    public Optional<ContractContact> membership(long contractId, long contactId) {
        return Optional.ofNullable(memberships.get(contractId + "/" + contactId));
    }

    @Override
    public Optional<Contract> contractByCode(String code) {
        return contracts.stream().filter(contract -> contract.code().equals(code)).findFirst();
    }

    @Override
    public void lock(long contractId) {
        // One thread alone.
    }

    @Override
    public void remove(ContractContact membership) {
        memberships.values().remove(membership);
    }

    @Override
    public void remove(Stakeholder stakeholder) {
        stakeholders.remove(stakeholder);
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
    public List<RecordedHours> hoursOf(long calendarId) {
        return List.copyOf(calendars.getOrDefault(calendarId, List.of()));
    }

    @Override
    public List<WithdrawnHours> withdrawnHoursOf(long calendarId) {
        return List.copyOf(withdrawnHours.getOrDefault(calendarId, List.of()));
    }

    @Override
    public List<CalendarUse> usesOf(long calendarId, Instant at) {
        return contracts.stream()
                .flatMap(c -> versionsOf(c.id()).stream()
                        .filter(v -> v.number() >= terms(c, at).version())
                        .filter(v -> calendarByCode(v.agreement().calendar()).orElseThrow().id() == calendarId)
                        .map(v -> new CalendarUse(c.code(), v.number(), v.inForceFrom(), v.agreement())))
                .toList();
    }

    @Override
    public List<String> calendarCodes() {
        return calendarRows.keySet().stream().sorted().toList();
    }

    @Override
    public void addHours(long calendarId, RecordedHours hours, String recordedBy, Instant recordedAt) {
        hoursOf(calendarId).stream()
                .filter(known -> Integer.valueOf(known.number()).equals(hours.withdraws()))
                .forEach(known -> withdrawnHours.computeIfAbsent(calendarId, id -> new ArrayList<>())
                        .add(new WithdrawnHours(known, hours.number(), recordedAt, recordedBy)));
        calendars.computeIfAbsent(calendarId, id -> new ArrayList<>()).add(hours);
    }

    @Override
    public void add(ServiceCalendarDefinition calendar) {
        calendarRows.put(calendar.code(), GivenIds.give(calendar));
    }

    @Override
    public void add(Contract contract) {
        contracts.add(GivenIds.give(contract));
    }

    @Override
    public void add(ContractContact membership) {
        memberships.put(number(membership, "contractId") + "/" + number(membership, "contactId"), membership);
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
