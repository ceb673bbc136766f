package org.countersign.web.skills;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.LocalDate;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.service.SkillQueries;
import org.countersign.web.support.Reader;

/** Where a certificate stands today, as the reader's calendar has it; contracts judge in their own zone. */
@Named
@RequestScoped
public class CertificateDays {

    @Inject
    private Reader reader;

    @Inject
    private Clock clock;

    /** The last part of the text's key: {@code expired}, {@code not-yet}, {@code soon}, or nothing when all is well. */
    public String stand(Certificate certificate) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), reader.getZone());
        if (certificate.hasExpired(today)) {
            return "expired";
        }
        if (!certificate.isInForce(today)) {
            return "not-yet";
        }
        return certificate.hasExpired(today.plus(SkillQueries.NOTICE).plusDays(1)) ? "soon" : "";
    }
}
