package org.countersign.intake.model;

/** What became of a message. */
public enum IntakeOutcome {
    /** A new ticket in the queue. */
    TICKET_CREATED,
    /** A message on the board of a ticket. */
    MESSAGE_APPENDED,
    /** It says too little to be a report; the sender is asked. */
    HELD_INCOMPLETE,
    /** A held ticket: somebody has to agree before it enters the queue. */
    HELD_UNAUTHORISED,
    /** Kept for a person to look at; nobody is answered. */
    QUARANTINED,
    /** Kept and shown as refused; nobody is answered. */
    REFUSED,
    /** A machine wrote it. */
    AUTOMATIC_REPLY,
    /** Our own mail came back, or two machines write to each other. */
    LOOP,
    /** It was received before. Only ever an answer to whoever hands it in again: it is not stored a second time. */
    DUPLICATE
}
