package org.countersign.identity.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.model.Certification;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SkillEvent.CertificationExpires;
import org.countersign.identity.model.Skills;
import org.countersign.kernel.DomainEvent;

/**
 * Tells of certificates that expire soon. One is claimed, marked and told in one transaction: on two nodes, or with a clock that goes back, the
 * people concerned are told once.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CertificationSweep {

    /** Certificates of one transaction. */
    static final int BATCH = 50;

    @Inject
    private Skills skills;

    @Inject
    private Accounts accounts;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** @return how many were told of; fewer than {@value #BATCH} when none is left */
    public int tell() {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Certification> untold = skills.claimUntold(today, today.plus(SkillQueries.NOTICE), BATCH);
        for (Certification certification : untold) {
            certification.tell(now);
            Certificate certificate = certification.certificate();
            events.fire(new CertificationExpires(
                    accounts.byId(certification.accountId()).orElseThrow().name(),
                    certification.accountId(),
                    certification.id(),
                    certificate.name(),
                    certificate.issuer(),
                    certificate.number(),
                    certificate.expiresOn()));
        }
        return untold.size();
    }
}
