package org.countersign.customer.model;

/** What a mail may open whose sender could not be proven. It is never appended to a ticket, whatever is agreed here. */
public enum UnprovenMail {
    /** A ticket like any other: the customer prefers speed, and the mail server refuses forgeries of its own accord. */
    OPEN,
    /** A held ticket that a person looks at. */
    HOLD,
    /** Nothing: the mail is kept and shown. */
    QUARANTINE
}
