package org.countersign.intake.model;

/** How the connection to a mail server is protected. */
public enum MailboxSecurity {
    /** Not at all; only to a server on this machine. */
    PLAIN,
    /** By TLS after a command in clear; a server that does not offer it is refused. */
    STARTTLS,
    /** By TLS from the first byte. */
    TLS
}
