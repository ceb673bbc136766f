package org.countersign.customer.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.countersign.customer.model.TeamRole;
import org.countersign.customer.service.TeamMemberView;
import org.countersign.customer.service.TeamViews;

/** {@link TeamViews} in the database. */
@ApplicationScoped
public class JpaTeamViews implements TeamViews {

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<TeamMemberView> memberships(Collection<Long> contractIds) {
        List<Object[]> rows = em
                .createQuery(
                        "select m.contractId, m.role, m.from, a.name, a.displayName, a.email, m.phone from TeamMembership m"
                                + " left join Account a on a.id = m.accountId where m.contractId in :contracts and m.withdrawnAt is null"
                                + " order by m.contractId, m.role, m.from",
                        Object[].class)
                .setParameter("contracts", contractIds)
                .getResultList();
        List<TeamMemberView> memberships = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Object[] row = rows.get(i);
            if (row[3] != null) {
                memberships.add(new TeamMemberView(
                        (Long) row[0], (TeamRole) row[1], (LocalDate) row[2], lastDay(row, i + 1 < rows.size() ? rows.get(i + 1) : null),
                        (String) row[3], (String) row[4], (String) row[5], (String) row[6]));
            }
        }
        return memberships;
    }

    /** The day before the next membership of the role begins. */
    private static LocalDate lastDay(Object[] row, Object[] next) {
        return next != null && next[0].equals(row[0]) && next[1] == row[1] ? ((LocalDate) next[2]).minusDays(1) : null;
    }
}
