package org.countersign.customer.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import org.countersign.customer.model.AccountTeams;
import org.countersign.customer.model.TeamMembership;

/** {@link AccountTeams} in the database. */
@ApplicationScoped
public class JpaAccountTeams implements AccountTeams {

    /** That a membership is the latest of its role. */
    private static final String LATEST = "m.withdrawnAt is null and m.from = (select max(x.from) from TeamMembership x"
            + " where x.contractId = m.contractId and x.role = m.role and x.withdrawnAt is null)";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<TeamMembership> latest(long contractId) {
        return em.createQuery("select m from TeamMembership m where m.contractId = :contract and " + LATEST, TeamMembership.class)
                .setParameter("contract", contractId)
                .getResultList();
    }

    @Override
    public List<TeamMembership> withdrawn(long contractId, LocalDate from) {
        return em.createQuery(
                        "select m from TeamMembership m where m.contractId = :contract and m.from = :from and m.withdrawnAt is not null",
                        TeamMembership.class)
                .setParameter("contract", contractId)
                .setParameter("from", from)
                .getResultList();
    }

    @Override
    public List<String> contractsOf(long accountId) {
        return em.createQuery(
                        "select distinct c.code from TeamMembership m join Contract c on c.id = m.contractId where m.accountId = :account"
                                + " and " + LATEST + " order by c.code",
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
