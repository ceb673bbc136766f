package org.countersign.customer.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import org.countersign.customer.model.AccountTeams;
import org.countersign.customer.model.Contract;
import org.countersign.customer.model.TeamMembership;

/** {@link AccountTeams} in the database. */
@ApplicationScoped
public class JpaAccountTeams implements AccountTeams {

    @PersistenceContext
    private EntityManager em;

    @Override
    public void lock(long contractId) {
        em.find(Contract.class, contractId, LockModeType.PESSIMISTIC_WRITE);
    }

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
    public void add(TeamMembership membership) {
        em.persist(membership);
    }

    @Override
    public void flush() {
        em.flush();
    }
}
