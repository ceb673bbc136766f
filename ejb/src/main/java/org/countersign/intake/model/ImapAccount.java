package org.countersign.intake.model;

import java.util.Locale;
import java.util.regex.Pattern;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Input;

/**
 * Where a mailbox is polled.
 *
 * @param host name or address of the server
 * @param port 1 to 65535
 * @param secret name of the setting that holds the password, e.g. {@code countersign.imap.support.password}, which is
 *     {@code COUNTERSIGN_IMAP_SUPPORT_PASSWORD} in the environment; the password itself is never in the database
 * @param folder e.g. {@code INBOX}
 */
public record ImapAccount(String host, int port, MailboxSecurity security, String user, String secret, String folder) {

    /** Of these settings only, so that no other secret of the server can be sent to a mail server that somebody names. */
    private static final Pattern SETTING = Pattern.compile("countersign\\.imap(\\.[a-z0-9]+)+");

    /**
     * @throws BusinessRuleViolation those of {@link Input#line}; {@code imap-setting-malformed}; {@code port-out-of-range};
     *     {@code mailbox-needs-tls} for an unprotected connection to another machine
     */
    public ImapAccount {
        host = Input.line("host", host, 255);
        user = Input.line("user", user, 320);
        secret = Input.line("secret", secret, 100);
        if (!SETTING.matcher(secret).matches()) {
            throw BusinessRuleViolation.invalid("secret", "imap-setting-malformed");
        }
        folder = folder == null || folder.isBlank() ? "INBOX" : Input.line("folder", folder, 255);
        if (security == null) {
            throw BusinessRuleViolation.invalid("security", "required");
        }
        if (port < 1 || port > 65535) {
            throw BusinessRuleViolation.invalid("port", "port-out-of-range", 1, 65535);
        }
        if (security == MailboxSecurity.PLAIN && !isThisMachine(host)) {
            throw BusinessRuleViolation.invalid("security", "mailbox-needs-tls", host);
        }
    }

    private static boolean isThisMachine(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("::1") || name.matches("127(\\.[0-9]{1,3}){3}");
    }
}
