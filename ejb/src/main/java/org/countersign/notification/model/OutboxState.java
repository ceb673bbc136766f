package org.countersign.notification.model;

/** What became of a mail. */
public enum OutboxState {
    /** To be sent, or to be tried again. */
    PENDING,
    /** Taken over by the mail server. */
    SENT,
    /** Given up after repeated failures; a person may have it tried again. */
    DEAD
}
