package org.countersign.intake.model;

import java.util.List;
import java.util.Optional;

/**
 * Finds the ticket number ({@code CS-} and at least six digits) that a mail speaks of. A number found is a claim, not a
 * right: whether the sender may write to that ticket is decided elsewhere.
 */
public final class TicketReference {

    private static final NumberReference NUMBERS = new NumberReference("CS-", 6);

    private TicketReference() {}

    /** The number that counts, by {@link #candidates}; empty when the mail names none. */
    public static Optional<String> find(IncomingMail mail) {
        return candidates(mail).stream().findFirst();
    }

    /** As {@link NumberReference#candidates}. */
    public static List<String> candidates(IncomingMail mail) {
        return NUMBERS.candidates(mail);
    }

    /** As {@link NumberReference#inSubAddress}. */
    public static Optional<String> inSubAddress(MailAddress address) {
        return NUMBERS.inSubAddress(address);
    }

    /** As {@link NumberReference#inMessageId}. */
    public static Optional<String> inMessageId(String messageId) {
        return NUMBERS.inMessageId(messageId);
    }

    /** As {@link NumberReference#inText}. */
    public static List<String> inText(String text) {
        return NUMBERS.inText(text);
    }
}
