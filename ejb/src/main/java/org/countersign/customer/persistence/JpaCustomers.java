package org.countersign.customer.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.countersign.customer.model.AcceptanceAuthorisation;
import org.countersign.customer.model.AgreedThen;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.AuthorisationEnd;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.model.CalendarUse;
import org.countersign.customer.model.CalendarVersion;
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
import org.countersign.customer.model.VersionWithdrawal;
import org.countersign.customer.model.WithdrawnHours;
import org.countersign.customer.model.WithdrawnVersion;
import org.countersign.serviceclock.model.ServiceCalendar;

/** {@link Customers} in the database. */
@ApplicationScoped
public class JpaCustomers implements Customers {

    private static final String SAID = "select c, o.name, v.id, v.number, v.calendarId";

    private static final String BY = " from Contract c join Organisation o on o.id = c.organisationId"
            + " join ContractVersion v on v.contractId = c.id";

    /** The first version stands in until it is in force: a contract always says something. */
    private static final String IN_FORCE = "v.number = (select max(w.number) from ContractVersion w where w.contractId = c.id"
            + " and (w.inForceFrom <= :at or w.number = 1) and " + standing("w") + ")";

    /** What was read once, by the ids of its rows, which never change: reading costs more than everything else about a contract. */
    private final Map<Long, ServiceAgreement> agreements = new ConcurrentHashMap<>();

    private final Map<List<Long>, ServiceCalendar> calendars = new ConcurrentHashMap<>();

    /** By contract, version and recording of the calendar. */
    private final Map<List<Long>, AgreedThen> agreed = new ConcurrentHashMap<>();

    @PersistenceContext
    private EntityManager em;

    /** That a version was not withdrawn. One that was is found by its number alone, or where withdrawn ones are asked for. */
    private static String standing(String version) {
        return "not exists (select x from VersionWithdrawal x where x.versionId = " + version + ".id)";
    }

    @Override
    public Optional<ContractTerms> termsByCode(String contractCode, Instant at) {
        return terms(IN_FORCE + " and c.code = :code", Map.of("code", contractCode, "at", at), Integer.MAX_VALUE).stream().findFirst();
    }

    @Override
    public Optional<ContractTerms> termsById(long contractId, Instant at) {
        return terms(IN_FORCE + " and c.id = :id", Map.of("id", contractId, "at", at), Integer.MAX_VALUE).stream().findFirst();
    }

    @Override
    public Optional<Reporting> reporting(String contractCode, String email, Instant at) {
        return reporting(contractCode, "r.email", email == null ? null : email.toLowerCase(Locale.ROOT), at);
    }

    @Override
    public Optional<Reporting> reporting(String contractCode, long contactId, Instant at) {
        return reporting(contractCode, "r.id", contactId, at);
    }

    private Optional<Reporting> reporting(String contractCode, String reporterColumn, Object reporter, Instant at) {
        if (reporter == null) {
            return termsByCode(contractCode, at).map(terms -> new Reporting(terms, Optional.empty(), false));
        }
        List<Object[]> rows = em
                .createQuery(
                        SAID + ", r.id, r.organisationId, r.name, r.email, r.language, r.zone, m.fixed" + BY
                                + " left join Contact r on " + reporterColumn + " = :reporter"
                                + " left join ContractContact m on m.contractId = c.id and m.contactId = r.id"
                                + " where " + IN_FORCE + " and c.code = :code",
                        Object[].class)
                .setParameter("reporter", reporter)
                .setParameter("at", at)
                .setParameter("code", contractCode)
                .getResultList();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        Object[] row = rows.get(0);
        Map<Long, List<Long>> versions = calendarVersions(List.of((Long) row[4]), Integer.MAX_VALUE);
        read(rows, versions);
        return Optional.of(new Reporting(
                terms(row, versions.get((Long) row[4])),
                Optional.ofNullable((Long) row[5]).map(id -> new ContactCard(
                        id, (Long) row[6], (String) row[7], (String) row[8], (String) row[9], (String) row[10])),
                Boolean.TRUE.equals(row[11])));
    }

    @Override
    public List<ContractTerms> allTerms(Instant at) {
        return terms(IN_FORCE, Map.of("at", at), Integer.MAX_VALUE);
    }

    @Override
    public Optional<ContractTerms> termsOfVersion(long contractId, int version, int calendarRevision) {
        return terms("c.id = :id and v.number = :version", Map.of("id", contractId, "version", version), calendarRevision).stream()
                .findFirst();
    }

    @Override
    public Optional<AgreedThen> agreedThen(long contractId, int version, int calendarRevision) {
        AgreedThen known = agreed.get(key(contractId, version, calendarRevision));
        return known != null
                ? Optional.of(known)
                : termsOfVersion(contractId, version, calendarRevision).map(terms -> new AgreedThen(terms.code(), terms.agreement(), terms.calendar()));
    }

    private static List<Long> key(long contractId, long version, long calendarRevision) {
        return List.of(contractId, version, calendarRevision);
    }

    /** Two statements, however many contracts, and one more of each kind where any of them says something that was never read before. */
    private List<ContractTerms> terms(String where, Map<String, Object> parameters, int calendarRevision) {
        TypedQuery<Object[]> query = em.createQuery(SAID + BY + " where " + where + " order by c.code", Object[].class);
        parameters.forEach(query::setParameter);
        List<Object[]> rows = query.getResultList();
        Map<Long, List<Long>> versions = calendarVersions(
                rows.stream().map(row -> (Long) row[4]).distinct().toList(), calendarRevision);
        read(rows, versions);
        return rows.stream().map(row -> terms(row, versions.get((Long) row[4]))).toList();
    }

    private ContractTerms terms(Object[] row, List<Long> calendarVersions) {
        Contract contract = (Contract) row[0];
        agreed.putIfAbsent(
                key(contract.id(), (Integer) row[3], calendarVersions.size()),
                new AgreedThen(contract.code(), agreements.get((Long) row[2]), calendars.get(calendarVersions)));
        return new ContractTerms(
                contract.id(),
                contract.code(),
                contract.name(),
                contract.organisationId(),
                (String) row[1],
                calendars.get(calendarVersions),
                calendarVersions.size(),
                contract.fixedContactsOnly(),
                contract.unprovenMail(),
                contract.inspectionLevel(),
                contract.aql(),
                (Integer) row[3],
                agreements.get((Long) row[2]));
    }

    /** Ids of the recordings of each calendar in the order of their numbers, which have no gaps. */
    private Map<Long, List<Long>> calendarVersions(List<Long> calendarIds, int revision) {
        if (calendarIds.isEmpty()) {
            return Map.of();
        }
        return em
                .createQuery(
                        "select k.calendarId, k.id from CalendarVersion k where k.calendarId in :calendars and k.number <= :revision"
                                + " order by k.calendarId, k.number",
                        Object[].class)
                .setParameter("calendars", calendarIds)
                .setParameter("revision", revision)
                .getResultStream()
                .collect(Collectors.groupingBy(row -> (Long) row[0], Collectors.mapping(row -> (Long) row[1], Collectors.toList())));
    }

    /** What was never read before, in one statement for all of it. */
    private void read(List<Object[]> rows, Map<Long, List<Long>> calendarVersions) {
        List<Long> unread = rows.stream().map(row -> (Long) row[2]).filter(version -> !agreements.containsKey(version)).toList();
        if (!unread.isEmpty()) {
            em
                    .createQuery("select v from ContractVersion v where v.id in :versions", ContractVersion.class)
                    .setParameter("versions", unread)
                    .getResultStream()
                    .forEach(version -> agreements.put(version.id(), CustomerJson.agreement(version.document())));
        }
        List<List<Long>> unknown = calendarVersions.values().stream().filter(versions -> !calendars.containsKey(versions)).toList();
        if (!unknown.isEmpty()) {
            Map<Long, RecordedHours> hours = em
                    .createQuery("select k from CalendarVersion k where k.id in :versions", CalendarVersion.class)
                    .setParameter("versions", unknown.stream().flatMap(List::stream).toList())
                    .getResultStream()
                    .collect(Collectors.toMap(CalendarVersion::id, JpaCustomers::recorded));
            unknown.forEach(versions -> calendars.put(versions, RecordedHours.together(versions.stream().map(hours::get).toList())));
        }
    }

    private static RecordedHours recorded(CalendarVersion version) {
        return new RecordedHours(version.number(), version.validFrom(), CustomerJson.hours(version.definition()), version.withdraws());
    }

    @Override
    public List<AgreedVersion> versionsOf(long contractId) {
        return em
                .createQuery(
                        "select v from ContractVersion v where v.contractId = :contract and " + standing("v") + " order by v.number",
                        ContractVersion.class)
                .setParameter("contract", contractId)
                .getResultStream()
                .map(JpaCustomers::agreed)
                .toList();
    }

    @Override
    public List<WithdrawnVersion> withdrawnOf(long contractId) {
        return em
                .createQuery(
                        "select v, x from ContractVersion v join VersionWithdrawal x on x.versionId = v.id where v.contractId = :contract"
                                + " order by v.number",
                        Object[].class)
                .setParameter("contract", contractId)
                .getResultStream()
                .map(row -> {
                    VersionWithdrawal withdrawal = (VersionWithdrawal) row[1];
                    return new WithdrawnVersion(agreed((ContractVersion) row[0]), withdrawal.withdrawnAt(), withdrawal.withdrawnBy());
                })
                .toList();
    }

    private static AgreedVersion agreed(ContractVersion v) {
        return new AgreedVersion(
                v.number(), v.inForceFrom(), v.agreedBy(), v.agreedAt(), v.recordedBy(), v.recordedAt(), CustomerJson.agreement(v.document()));
    }

    @Override
    public void withdraw(long contractId, int version, Instant at, String by) {
        Long id = em
                .createQuery("select v.id from ContractVersion v where v.contractId = :contract and v.number = :version", Long.class)
                .setParameter("contract", contractId)
                .setParameter("version", version)
                .getSingleResult();
        em.persist(new VersionWithdrawal(id, at, by));
        em.flush();
    }

    @Override
    public void add(ContractVersion version) {
        em.persist(version);
        em.flush();
    }

    @Override
    public String print(ServiceAgreement agreement) {
        return CustomerJson.print(agreement);
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
        return membership(contractId, contactId).map(ContractContact::fixed);
    }

    @Override
    public Optional<ContractContact> membership(long contractId, long contactId) {
        return Optional.ofNullable(em.find(ContractContact.class, new ContractContact.Key(contractId, contactId)));
    }

    @Override
    public Optional<Contract> contractByCode(String code) {
        return em.createQuery("select c from Contract c where c.code = :code", Contract.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    @Override
    public void lock(long contractId) {
        em.find(Contract.class, contractId, LockModeType.PESSIMISTIC_WRITE);
    }

    @Override
    public void remove(ContractContact membership) {
        em.remove(membership);
    }

    @Override
    public void remove(Stakeholder stakeholder) {
        em.remove(stakeholder);
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
        em.flush();
    }

    @Override
    public Optional<ServiceCalendarDefinition> calendarByCode(String code) {
        return em.createQuery("select k from ServiceCalendarDefinition k where k.code = :code", ServiceCalendarDefinition.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<RecordedHours> hoursOf(long calendarId) {
        return em
                .createQuery("select k from CalendarVersion k where k.calendarId = :calendar order by k.number", CalendarVersion.class)
                .setParameter("calendar", calendarId)
                .getResultStream()
                .map(JpaCustomers::recorded)
                .toList();
    }

    @Override
    public List<WithdrawnHours> withdrawnHoursOf(long calendarId) {
        return em
                .createQuery(
                        "select k, x from CalendarVersion k join CalendarVersion x on x.calendarId = k.calendarId and x.withdraws = k.number"
                                + " where k.calendarId = :calendar order by k.number",
                        Object[].class)
                .setParameter("calendar", calendarId)
                .getResultStream()
                .map(row -> {
                    CalendarVersion withdrawal = (CalendarVersion) row[1];
                    return new WithdrawnHours(
                            recorded((CalendarVersion) row[0]), withdrawal.number(), withdrawal.recordedAt(), withdrawal.recordedBy());
                })
                .toList();
    }

    @Override
    public List<CalendarUse> usesOf(long calendarId, Instant at) {
        return em
                .createQuery(
                        "select c.code, v from ContractVersion v join Contract c on c.id = v.contractId where v.calendarId = :calendar"
                                + " and " + standing("v")
                                + " and v.number >= (select max(w.number) from ContractVersion w where w.contractId = v.contractId"
                                + " and (w.inForceFrom <= :at or w.number = 1) and " + standing("w") + ") order by c.code, v.number",
                        Object[].class)
                .setParameter("calendar", calendarId)
                .setParameter("at", at)
                .getResultStream()
                .map(row -> use((String) row[0], (ContractVersion) row[1]))
                .toList();
    }

    private CalendarUse use(String contract, ContractVersion version) {
        ServiceAgreement agreement = agreements.computeIfAbsent(version.id(), id -> CustomerJson.agreement(version.document()));
        return new CalendarUse(contract, version.number(), version.inForceFrom(), agreement);
    }

    @Override
    public List<String> calendarCodes() {
        return em.createQuery("select k.code from ServiceCalendarDefinition k order by k.code", String.class).getResultList();
    }

    @Override
    public void addHours(long calendarId, RecordedHours hours, String recordedBy, Instant recordedAt) {
        em.persist(new CalendarVersion(
                calendarId, hours.number(), hours.validFrom(), CustomerJson.print(hours.hours()), hours.withdraws(), recordedBy, recordedAt));
        em.flush();
    }

    @Override
    public void add(Contract contract) {
        em.persist(contract);
        // What belongs to the contract may follow in the same transaction, and its rows come after this one.
        em.flush();
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
