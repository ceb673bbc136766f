package org.countersign.customer.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.customer.service.ContactRow;
import org.countersign.customer.service.ContractMember;
import org.countersign.customer.service.ContractRow;
import org.countersign.customer.service.ContractSettings;
import org.countersign.customer.service.CustomerViews;
import org.countersign.customer.service.OrganisationRow;
import org.countersign.kernel.persistence.LikePattern;

/** {@link CustomerViews} in the database. */
@ApplicationScoped
public class JpaCustomerViews implements CustomerViews {

    private static final String ORGANISATION = "select o.code, o.name, (select count(c) from Contact c where c.organisationId = o.id),"
            + " (select count(k) from Contract k where k.organisationId = o.id), o.version from Organisation o";

    private static final String CONTACT = "select c.id, o.code, o.id, c.name, c.email, c.phone, c.language, c.zone, a.name, c.version"
            + " from Contact c join Organisation o on o.id = c.organisationId left join Account a on a.contactId = c.id";

    private static final String CONTRACT = "select k.code, o.code, k.validFrom, k.name, k.fixedContactsOnly, k.unprovenMail,"
            + " k.inspectionLevel, k.aql, k.version from Contract k join Organisation o on o.id = k.organisationId";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<OrganisationRow> organisations(String text, String afterCode, int limit) {
        Map<String, Object> given = new LinkedHashMap<>();
        List<String> where = new ArrayList<>();
        if (text != null) {
            where.add("(lower(o.name) like :text or lower(o.code) like :text)");
            given.put("text", LikePattern.containing(text));
        }
        if (afterCode != null) {
            where.add("o.code > :after");
            given.put("after", afterCode);
        }
        return query(ORGANISATION, where, given, "o.code").setMaxResults(limit).getResultStream().map(JpaCustomerViews::organisation).toList();
    }

    @Override
    public Optional<OrganisationRow> organisation(String code) {
        return query(ORGANISATION, List.of("o.code = :code"), Map.of("code", code), "o.code")
                .getResultStream()
                .findFirst()
                .map(JpaCustomerViews::organisation);
    }

    @Override
    public List<ContactRow> contacts(String organisationCode, String afterEmail, int limit) {
        Map<String, Object> given = new LinkedHashMap<>(Map.of("code", organisationCode));
        List<String> where = new ArrayList<>(List.of("o.code = :code"));
        if (afterEmail != null) {
            where.add("c.email > :after");
            given.put("after", afterEmail);
        }
        return query(CONTACT, where, given, "c.email").setMaxResults(limit).getResultStream().map(JpaCustomerViews::contact).toList();
    }

    @Override
    public Optional<ContactRow> contact(String email) {
        return query(CONTACT, List.of("c.email = :email"), Map.of("email", email), "c.email")
                .getResultStream()
                .findFirst()
                .map(JpaCustomerViews::contact);
    }

    @Override
    public Optional<ContactRow> contact(long id) {
        return query(CONTACT, List.of("c.id = :id"), Map.of("id", id), "c.id").getResultStream().findFirst().map(JpaCustomerViews::contact);
    }

    @Override
    public List<String> calendars(String text, String afterCode, int limit) {
        return em.createQuery(
                        "select k.code from ServiceCalendarDefinition k where lower(k.code) like :text and k.code > :after order by k.code",
                        String.class)
                .setParameter("text", LikePattern.containing(text))
                .setParameter("after", afterCode == null ? "" : afterCode)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public List<ContractRow> contracts(String organisationCode, String afterCode, int limit) {
        Map<String, Object> given = new LinkedHashMap<>();
        List<String> where = new ArrayList<>();
        if (organisationCode != null) {
            where.add("o.code = :organisation");
            given.put("organisation", organisationCode);
        }
        if (afterCode != null) {
            where.add("k.code > :after");
            given.put("after", afterCode);
        }
        return query(CONTRACT, where, given, "k.code").setMaxResults(limit).getResultStream().map(JpaCustomerViews::contract).toList();
    }

    @Override
    public Optional<ContractRow> contract(String code) {
        return query(CONTRACT, List.of("k.code = :code"), Map.of("code", code), "k.code")
                .getResultStream()
                .findFirst()
                .map(JpaCustomerViews::contract);
    }

    @Override
    public List<ContractMember> members(String contractCode, Instant at) {
        return em.createQuery(
                        "select c.email, c.name, m.fixed, a.authorisedFrom from ContractContact m join Contact c on c.id = m.contactId"
                                + " join Contract k on k.id = m.contractId left join AcceptanceAuthorisation a on a.contractId = m.contractId"
                                + " and a.contactId = m.contactId and a.authorisedFrom <= :at and not exists (select e from AuthorisationEnd e"
                                + " where e.authorisationId = a.id and e.endedAt <= :at)"
                                + " where k.code = :code order by c.email",
                        Object[].class)
                .setParameter("code", contractCode)
                .setParameter("at", at)
                .getResultStream()
                .map(row -> new ContractMember((String) row[0], (String) row[1], (Boolean) row[2], (Instant) row[3]))
                .toList();
    }

    private TypedQuery<Object[]> query(String select, List<String> where, Map<String, Object> given, String order) {
        String text = select + (where.isEmpty() ? "" : " where " + String.join(" and ", where)) + " order by " + order;
        TypedQuery<Object[]> query = em.createQuery(text, Object[].class);
        given.forEach(query::setParameter);
        return query;
    }

    private static OrganisationRow organisation(Object[] row) {
        return new OrganisationRow(
                (String) row[0], (String) row[1], ((Number) row[2]).longValue(), ((Number) row[3]).longValue(), ((Number) row[4]).longValue());
    }

    private static ContactRow contact(Object[] row) {
        return new ContactRow(
                (Long) row[0], (String) row[1], (Long) row[2], (String) row[3], (String) row[4], (String) row[5], (String) row[6],
                (String) row[7], (String) row[8], ((Number) row[9]).longValue());
    }

    private static ContractRow contract(Object[] row) {
        return new ContractRow(
                (String) row[0],
                (String) row[1],
                (LocalDate) row[2],
                new ContractSettings((String) row[3], (Boolean) row[4], (UnprovenMail) row[5], (String) row[6], (String) row[7]),
                ((Number) row[8]).longValue());
    }
}
