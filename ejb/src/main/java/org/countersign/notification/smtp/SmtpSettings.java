package org.countersign.notification.smtp;

import java.util.Locale;
import org.countersign.kernel.Settings;

/**
 * How the mail server is reached.
 *
 * @param user {@code null} to send without signing in
 */
public record SmtpSettings(String host, int port, String user, String password, Tls tls) {

    /** Whether the conversation is encrypted. */
    public enum Tls {
        /** Never. */
        NONE(25),
        /** When the server offers it. */
        OPPORTUNISTIC(25),
        /** Always, and the server's certificate must be valid for its name; begun in the clear (STARTTLS). */
        STARTTLS(587),
        /** Always, and the server's certificate must be valid for its name; from the first byte (SMTPS). */
        IMPLICIT(465);

        private final int usualPort;

        Tls(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    /**
     * {@code countersign.smtp.host} (localhost), {@code .port} (25, 587 or 465 by {@code .tls}), {@code .user}, {@code .password},
     * {@code .tls} ({@link Tls} in any case; opportunistic).
     *
     * @throws IllegalArgumentException when {@code countersign.smtp.tls} or the port is none
     */
    public static SmtpSettings configured() {
        Tls tls = tls(Settings.text("countersign.smtp.tls", Tls.OPPORTUNISTIC.name()));
        return new SmtpSettings(
                Settings.text("countersign.smtp.host", "localhost"),
                Settings.number("countersign.smtp.port", tls.usualPort),
                Settings.text("countersign.smtp.user", null),
                Settings.text("countersign.smtp.password", null),
                tls);
    }

    private static Tls tls(String text) {
        try {
            return Tls.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("COUNTERSIGN_SMTP_TLS must be none, opportunistic, starttls or implicit, not: " + text, e);
        }
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
