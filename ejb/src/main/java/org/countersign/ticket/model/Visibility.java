package org.countersign.ticket.model;

/** Who may read a message of the board. */
public enum Visibility {
    /** The customer too; every public message is also mailed (M95). */
    PUBLIC,
    /** Staff only: never in a mail, feed or export to a customer. */
    INTERNAL
}
