package org.countersign.intake.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import org.countersign.intake.model.InstallationSecret;
import org.countersign.intake.model.InstallationSecrets;

/** {@link InstallationSecrets} in the database. */
@ApplicationScoped
public class JpaInstallationSecrets implements InstallationSecrets {

    @PersistenceContext
    private EntityManager em;

    @Override
    public Optional<InstallationSecret> byName(String name) {
        return Optional.ofNullable(em.find(InstallationSecret.class, name));
    }

    @Override
    public boolean add(InstallationSecret secret) {
        em.persist(secret);
        try {
            em.flush();
            return true;
        } catch (PersistenceException e) {
            if (JpaInboundMessages.isUniqueViolation(e)) {
                return false;
            }
            throw e;
        }
    }
}
