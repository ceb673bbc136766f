package org.countersign.customer.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countersign.customer.model.AcceptanceAuthorisation;
import org.countersign.customer.model.AuthorisationEnd;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.model.Contact;
import org.countersign.customer.model.Contract;
import org.countersign.customer.model.ContractContact;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.Organisation;
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
        return terms("where c.code = ?1", contractCode).stream().findFirst();
    }

    @Override
    public Optional<ContractTerms> termsById(long contractId) {
        return terms("where c.id = ?1", contractId).stream().findFirst();
    }

    @Override
    public List<ContractTerms> allTerms() {
        return terms("", null);
    }

    /** Two statements, however many contracts. */
    private List<ContractTerms> terms(String where, Object parameter) {
        var contracts = em.createQuery(
                "select c, o.name, k.definition from Contract c, Organisation o, ServiceCalendarDefinition k " + where
                        + (where.isEmpty() ? "where" : " and") + " o.id = c.organisationId and k.id = c.calendarId order by c.code",
                Object[].class);
        var targets = em.createQuery(
                "select t, c.id from ServiceLevelTarget t, Contract c " + where + (where.isEmpty() ? "where" : " and")
                        + " t.contractId = c.id",
                Object[].class);
        if (parameter != null) {
            contracts.setParameter(1, parameter);
            targets.setParameter(1, parameter);
        }
        Map<Long, Map<String, ContractTerms.Target>> byContract = targets.getResultList().stream()
                .collect(Collectors.groupingBy(
                        row -> (Long) row[1],
                        Collectors.mapping(
                                row -> (ServiceLevelTarget) row[0],
                                Collectors.toMap(
                                        ServiceLevelTarget::priority,
                                        t -> new ContractTerms.Target(t.responseMinutes(), t.resolutionMinutes())))));
        Function<Object[], ContractTerms> toTerms = row -> {
            Contract contract = (Contract) row[0];
            return new ContractTerms(
                    contract.id(),
                    contract.code(),
                    contract.name(),
                    contract.organisationId(),
                    (String) row[1],
                    parsed.computeIfAbsent((String) row[2], CalendarJson::parse),
                    contract.language(),
                    contract.fixedContactsOnly(),
                    contract.unprovenMail(),
                    contract.inspectionLevel(),
                    contract.aql(),
                    byContract.getOrDefault(contract.id(), Map.of()));
        };
        return contracts.getResultList().stream().map(toTerms).toList();
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
                .setParameter("email", email.toLowerCase(java.util.Locale.ROOT))
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
