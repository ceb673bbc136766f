package org.countersign.vendor.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.time.Instant;
import java.util.List;
import org.countersign.vendor.service.VendorCaseFilter;
import org.countersign.vendor.service.VendorCaseRow;
import org.countersign.vendor.service.VendorCaseViews;

/** {@link VendorCaseViews} in the database. */
@ApplicationScoped
public class JpaVendorCaseViews implements VendorCaseViews {

    private static final String ROW = "select new org.countersign.vendor.service.VendorCaseRow(c.id, c.number, t.number, k.code, v.code, v.name,"
            + " c.reference, c.subject, c.priority, c.state, a.name, a.displayName, c.openedAt, c.responseDue, c.respondedAt, c.resolutionDue,"
            + " c.endedAt, c.chasers, c.calendar, c.dueOrder) from VendorCase c join Vendor v on v.id = c.vendorId"
            + " join Ticket t on t.id = c.ticketId join Contract k on k.id = c.contractId join Account a on a.id = c.ownerId where 1 = 1";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<VendorCaseRow> list(VendorCaseFilter filter, int limit, Instant afterDue, Long afterId) {
        String where = (filter.states().isEmpty() ? "" : " and c.state in :states")
                + (filter.vendor() == null ? "" : " and v.code = :vendor")
                + (filter.owner() == null ? "" : " and a.name = :owner")
                + (afterDue == null ? "" : " and (c.dueOrder > :afterDue or (c.dueOrder = :afterDue and c.id > :afterId))");
        TypedQuery<VendorCaseRow> query = em.createQuery(ROW + where + " order by c.dueOrder, c.id", VendorCaseRow.class);
        if (!filter.states().isEmpty()) {
            query.setParameter("states", filter.states());
        }
        if (filter.vendor() != null) {
            query.setParameter("vendor", filter.vendor());
        }
        if (filter.owner() != null) {
            query.setParameter("owner", filter.owner());
        }
        if (afterDue != null) {
            query.setParameter("afterDue", afterDue).setParameter("afterId", afterId);
        }
        return query.setMaxResults(limit + 1).getResultList();
    }
}
