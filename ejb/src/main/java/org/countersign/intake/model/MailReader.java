package org.countersign.intake.model;

/** Reads a raw Internet message (RFC 5322, MIME). */
public interface MailReader {

    /**
     * Reads a message. Whatever the bytes are, the answer is a value: hostile or broken input never raises an exception,
     * and work and memory stay proportional to its size.
     *
     * @param raw the message as it came from the wire, lines ending in CRLF or LF
     */
    MailReading read(byte[] raw);

    /** Size of the largest message that is read, in bytes; a larger one comes out as unreadable. */
    int maximumBytes();
}
