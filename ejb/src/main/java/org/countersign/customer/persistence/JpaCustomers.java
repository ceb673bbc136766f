package org.countersign.customer.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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
import org.countersign.serviceclock.model.ServiceCalendar;

/** {@link Customers} in the database. */
@ApplicationScoped
public class JpaCustomers implements Customers {

    /** Parsed calendars by their text: parsing costs more than everything else about a contract. */
    private final Map<String, ServiceCalendar> parsed = new ConcurrentHashMap<>();

    @PersistenceContext
    private EntityManager em;

    @Override
    public Optional<ContractTerms> termsByCode(String contractCode) {
        return reporting("c.code = :contract", contractCode, "r.id", null).map(Reporting::contract);
    }

    @Override
    public Optional<ContractTerms> termsById(long contractId) {
        return reporting("c.id = :contract", contractId, "r.id", null).map(Reporting::contract);
    }

    @Override
    public Optional<Reporting> reporting(String contractCode, String email) {
        return reporting("c.code = :contract", contractCode, "r.email", email == null ? null : email.toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<Reporting> reporting(String contractCode, long contactId) {
        return reporting("c.code = :contract", contractCode, "r.id", contactId);
    }

    /** One statement: a row for each target of the contract, which all say the same of everything else. */
    private Optional<Reporting> reporting(String condition, Object contract, String reporterColumn, Object reporter) {
        String person = reporter == null ? "" : ", r.id, r.organisationId, r.name, r.email, r.language, r.zone, m.fixed";
        String joined = reporter == null
                ? ""
                : " left join Contact r on " + reporterColumn + " = :reporter"
                        + " left join ContractContact m on m.contractId = c.id and m.contactId = r.id";
        var query = em.createQuery(
                "select c, o.name, k.definition, t.priority, t.responseMinutes, t.resolutionMinutes" + person
                        + " from Contract c join Organisation o on o.id = c.organisationId"
                        + " join ServiceCalendarDefinition k on k.id = c.calendarId"
                        + " left join ServiceLevelTarget t on t.contractId = c.id" + joined + " where " + condition,
                Object[].class);
        query.setParameter("contract", contract);
        if (reporter != null) {
            query.setParameter("reporter", reporter);
        }
        List<Object[]> rows = query.getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Map<String, ContractTerms.Target> targets = rows.stream()
                .filter(row -> row[3] != null)
                .collect(Collectors.toMap(row -> (String) row[3], row -> new ContractTerms.Target((Integer) row[4], (Integer) row[5])));
        Object[] row = rows.get(0);
        Optional<ContactCard> card = reporter == null || row[6] == null
                ? Optional.empty()
                : Optional.of(new ContactCard(
                        (Long) row[6], (Long) row[7], (String) row[8], (String) row[9], (String) row[10], (String) row[11]));
        return Optional.of(new Reporting(
                terms((Contract) row[0], (String) row[1], (String) row[2], targets),
                card,
                reporter != null && Boolean.TRUE.equals(row[12])));
    }

    /** Two statements, however many contracts. */
    @Override
    public List<ContractTerms> allTerms() {
        var contracts = em.createQuery(
                "select c, o.name, k.definition from Contract c join Organisation o on o.id = c.organisationId"
                        + " join ServiceCalendarDefinition k on k.id = c.calendarId order by c.code",
                Object[].class);
        var targets = em.createQuery(
                "select t, c.id from ServiceLevelTarget t join Contract c on c.id = t.contractId", Object[].class);
        Map<Long, Map<String, ContractTerms.Target>> byContract = targets.getResultList().stream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[1],
                        Collectors.mapping(
                                row -> (ServiceLevelTarget) row[0],
                                Collectors.toMap(
                                        ServiceLevelTarget::priority,
                                        t -> new ContractTerms.Target(t.responseMinutes(), t.resolutionMinutes())))));
        return contracts.getResultList().stream()
                .map(row -> terms(
                        (Contract) row[0],
                        (String) row[1],
                        (String) row[2],
                        byContract.getOrDefault(((Contract) row[0]).id(), Map.of())))
                .toList();
    }

    private ContractTerms terms(
            Contract contract, String organisationName, String calendar, Map<String, ContractTerms.Target> targets) {
        return new ContractTerms(
                contract.id(),
                contract.code(),
                contract.name(),
                contract.organisationId(),
                organisationName,
                parsed.computeIfAbsent(calendar, CalendarJson::parse),
                contract.language(),
                contract.fixedContactsOnly(),
                contract.unprovenMail(),
                contract.inspectionLevel(),
                contract.aql(),
                targets);
    }

    @Override
    public Optional<Organisation> organisationById(long id) {
        return Optional.ofNullable(em.find(Organisation.class, id));
    }

    @Override
    public Optional<Organisation> organisationByCode(String code) {
        return em.createQuery("select o from Organisation o where o.code = :code", Organisation.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Contact> contactById(long id) {
        return Optional.ofNullable(em.find(Contact.class, id));
    }

    @Override
    public Optional<Contact> contactByEmail(String email) {
        return em.createQuery("select c from Contact c where c.email = :email", Contact.class)
                .setParameter("email", email.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Contact> contactsOf(long organisationId) {
        return em.createQuery("select c from Contact c where c.organisationId = :organisation order by c.name, c.id", Contact.class)
                .setParameter("organisation", organisationId)
                .getResultList();
    }

    @Override
    public Optional<Boolean> isFixed(long contractId, long contactId) {
        return Optional.ofNullable(em.find(ContractContact.class, new ContractContact.Key(contractId, contactId)))
                .map(ContractContact::fixed);
    }

    @Override
    public Optional<AuthorisationInForce> authorisationInForce(long contractId, long contactId, Instant at) {
        return em.createQuery(
                        "select a from AcceptanceAuthorisation a where a.contractId = :contract and a.contactId = :contact"
                                + " and a.authorisedFrom <= :at and not exists (select e from AuthorisationEnd e"
                                + " where e.authorisationId = a.id and e.endedAt <= :at) order by a.id",
                        AcceptanceAuthorisation.class)
                .setParameter("contract", contractId)
                .setParameter("contact", contactId)
                .setParameter("at", at)
                .getResultStream()
                .findFirst()
                .map(a -> new AuthorisationInForce(a.id(), a.contractId(), a.contactId(), a.authorisedFrom()));
    }

    @Override
    public List<Stakeholder> stakeholdersOf(long contractId) {
        return em.createQuery("select s from Stakeholder s where s.contractId = :contract order by s.email", Stakeholder.class)
                .setParameter("contract", contractId)
                .getResultList();
    }

    @Override
    public List<Contact> authorisedContacts(long contractId, Instant at) {
        return em.createQuery(
                        "select distinct c from Contact c, AcceptanceAuthorisation a where a.contactId = c.id"
                                + " and a.contractId = :contract and a.authorisedFrom <= :at and not exists (select e from AuthorisationEnd e"
                                + " where e.authorisationId = a.id and e.endedAt <= :at)",
                        Contact.class)
                .setParameter("contract", contractId)
                .setParameter("at", at)
                .getResultList();
    }

    @Override
    public List<Contact> fixedContacts(long contractId) {
        return em.createQuery(
                        "select c from Contact c, ContractContact m where m.contactId = c.id and m.contractId = :contract and m.fixed = true",
                        Contact.class)
                .setParameter("contract", contractId)
                .getResultList();
    }

    @Override
    public void add(Organisation organisation) {
        em.persist(organisation);
    }

    @Override
    public void add(Contact contact) {
        em.persist(contact);
    }

    @Override
    public void add(ServiceCalendarDefinition calendar) {
        em.persist(calendar);
    }

    @Override
    public Optional<ServiceCalendarDefinition> calendarByCode(String code) {
        return em.createQuery("select k from ServiceCalendarDefinition k where k.code = :code", ServiceCalendarDefinition.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    @Override
    public ServiceCalendarDefinition addCalendar(String code, ServiceCalendar calendar) {
        ServiceCalendarDefinition kept = new ServiceCalendarDefinition(code, CalendarJson.print(calendar));
        add(kept);
        return kept;
    }

    @Override
    public void add(Contract contract) {
        em.persist(contract);
        // What belongs to the contract may follow in the same transaction, and its rows come after this one.
        em.flush();
    }

    @Override
    public void add(ServiceLevelTarget target) {
        em.persist(target);
    }

    @Override
    public void add(ContractContact membership) {
        em.persist(membership);
    }

    @Override
    public void add(AcceptanceAuthorisation authorisation) {
        em.persist(authorisation);
    }

    @Override
    public void add(AuthorisationEnd end) {
        em.persist(end);
    }

    @Override
    public void add(Stakeholder stakeholder) {
        em.persist(stakeholder);
    }
}
