package org.countersign.customer.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.countersign.customer.model.AccountTeams;
import org.countersign.customer.model.TeamMembership;

/** {@link AccountTeams} in the database. */
@ApplicationScoped
public class JpaAccountTeams implements AccountTeams {

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<TeamMembership> latest(long contractId) {
        return em.createQuery(
                        "select m from TeamMembership m where m.contractId = :contract and m.from = (select max(x.from) from TeamMembership x"
                                + " where x.contractId = m.contractId and x.role = m.role)",
                        TeamMembership.class)
                .setParameter("contract", contractId)
                .getResultList();
    }

    @Override
    public List<String> contractsOf(long accountId) {
        return em.createQuery(
                        "select distinct c.code from TeamMembership m join Contract c on c.id = m.contractId where m.accountId = :account"
                                + " and m.from = (select max(x.from) from TeamMembership x where x.contractId = m.contractId and x.role = m.role)"
                                + " order by c.code",
                        String.class)
                .setParameter("account", accountId)
                .getResultList();
    }

    @Override
    public void add(TeamMembership membership) {
        em.persist(membership);
    }

    @Override
    public void flush() {
        em.flush();
    }
}
