package org.countersign.audit.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.countersign.audit.model.AuditEntry;
import org.countersign.audit.model.AuditTrail;
import org.countersign.audit.model.UnsealedEntry;

/** {@link AuditTrail} in the database. */
@ApplicationScoped
public class JpaAuditTrail implements AuditTrail {

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(AuditEntry entry) {
        em.persist(entry);
        em.persist(new UnsealedEntry(entry.id()));
    }
}
