package org.countersign.report.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.report.model.StoredReport;
import org.countersign.report.model.StoredReports;

/** {@link StoredReports} in the database. */
@ApplicationScoped
public class JpaStoredReports implements StoredReports {

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(StoredReport report) {
        em.persist(report);
    }

    @Override
    public Optional<StoredReport> byId(long id) {
        return Optional.ofNullable(em.find(StoredReport.class, id));
    }

    @Override
    public List<StoredReport> ofRun(long contractId, YearMonth month, String runId) {
        return new ArrayList<>(em.createQuery(
                        "select r from StoredReport r where r.contractId = :contract and r.month = :month and r.runId = :run order by r.id",
                        StoredReport.class)
                .setParameter("contract", contractId)
                .setParameter("month", month.toString())
                .setParameter("run", runId)
                .getResultList());
    }

    @Override
    public int lastRevision(long contractId, YearMonth month) {
        Integer last = em.createQuery(
                        "select max(r.revision) from StoredReport r where r.contractId = :contract and r.month = :month",
                        Integer.class)
                .setParameter("contract", contractId)
                .setParameter("month", month.toString())
                .getSingleResult();
        return last == null ? 0 : last;
    }
}
