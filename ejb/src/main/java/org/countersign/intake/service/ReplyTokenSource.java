package org.countersign.intake.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.countersign.intake.model.ReplyTokens;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Settings;

/**
 * This installation's reply tokens. Their key is the setting {@code countersign.reply.key} (at least 32 bytes in base 64), or else one that the
 * installation made for itself and keeps in its database.
 */
@ApplicationScoped
public class ReplyTokenSource {

    @Inject
    private ReplyKey key;

    private volatile ReplyTokens tokens;

    public ReplyTokens tokens() {
        ReplyTokens known = tokens;
        if (known == null) {
            known = new ReplyTokens(configuredOrOwn());
            tokens = known;
        }
        return known;
    }

    private byte[] configuredOrOwn() {
        String configured = Settings.text("countersign.reply.key", null);
        if (configured != null) {
            try {
                return Base64.getDecoder().decode(configured.getBytes(StandardCharsets.US_ASCII));
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException("The setting countersign.reply.key must be base 64", e);
            }
        }
        try {
            return key.own();
        } catch (BusinessRuleViolation madeMeanwhile) {
            return key.own();
        }
    }
}
