package org.countersign.intake.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import org.countersign.intake.model.InstallationSecret;
import org.countersign.intake.model.InstallationSecrets;
import org.countersign.kernel.BusinessRuleViolation;

/** The key of reply tokens that the installation made for itself. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
public class ReplyKey {

    private static final String NAME = "reply-tokens";
    private static final int BYTES = 32;

    @Inject
    private InstallationSecrets secrets;

    @Inject
    private Clock clock;

    /**
     * The key; made at the first call and the same from then on, on every node.
     *
     * @throws BusinessRuleViolation {@code secret-made-meanwhile} when another node was faster: it can be read then
     */
    public byte[] own() {
        Optional<InstallationSecret> kept = secrets.byName(NAME);
        if (kept.isPresent()) {
            return Base64.getDecoder().decode(kept.get().value());
        }
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        if (!secrets.add(new InstallationSecret(NAME, Base64.getEncoder().encodeToString(fresh), clock.instant()))) {
            throw BusinessRuleViolation.conflict("secret-made-meanwhile");
        }
        return fresh;
    }
}
