package org.countersign.intake.model;

import java.util.Locale;
import java.util.Objects;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * Where a mailbox is polled.
 *
 * @param host name or address of the server
 * @param port 1 to 65535
 * @param secret name of the setting that holds the password, e.g. {@code countersign.imap.desk-b.password}
 * @param folder e.g. {@code INBOX}
 */
public record ImapAccount(String host, int port, MailboxSecurity security, String user, String secret, String folder) {

    /**
     * @throws BusinessRuleViolation {@code required}; {@code port-out-of-range}; {@code mailbox-needs-tls} for an unprotected connection to
     *     another machine
     */
    public ImapAccount {
        require("host", host);
        require("user", user);
        require("secret", secret);
        folder = folder == null || folder.isBlank() ? "INBOX" : folder.strip();
        Objects.requireNonNull(security, "security");
        if (port < 1 || port > 65535) {
            throw BusinessRuleViolation.invalid("port", "port-out-of-range", 1, 65535);
        }
        if (security == MailboxSecurity.PLAIN && !isThisMachine(host)) {
            throw BusinessRuleViolation.invalid("security", "mailbox-needs-tls", host);
        }
    }

    private static void require(String field, String text) {
        if (text == null || text.isBlank()) {
            throw BusinessRuleViolation.invalid(field, "required");
        }
    }

    private static boolean isThisMachine(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost") || name.equals("::1") || name.matches("127(\\.[0-9]{1,3}){3}");
    }
}
