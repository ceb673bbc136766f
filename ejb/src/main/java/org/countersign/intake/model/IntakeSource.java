package org.countersign.intake.model;

/** By which way a message came in. */
public enum IntakeSource {
    /** A mail server handed it in over HTTP. */
    API,
    /** We fetched it from a mailbox. */
    IMAP
}
