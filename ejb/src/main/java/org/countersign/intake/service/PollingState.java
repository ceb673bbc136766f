package org.countersign.intake.service;

/** How the polling of a mailbox stands. */
public enum PollingState {
    /** It names no IMAP server: its mail is handed in. */
    NOT_POLLED,
    /** Somebody turned it off. */
    OFF,
    /** It will be polled within seconds. */
    NOT_YET,
    /** The last attempt succeeded. */
    SUCCEEDED,
    /** The last attempt failed. */
    FAILED
}
