package org.countersign.intake.model;

/** What reading the raw bytes of a message came to: the mail, or the reason why it cannot be read. */
public sealed interface MailReading permits IncomingMail, UnreadableMail {

    /** By which key the same message is known again, whether it could be read or not. */
    DedupeKey dedupeKey();
}
