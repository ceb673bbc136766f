package org.countersign.intake.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the ticket number ({@code CS-} and at least six digits) that a mail speaks of. A number found is a claim, not a
 * right: whether the sender may write to that ticket is decided elsewhere.
 */
public final class TicketReference {

    private static final String PREFIX = "CS-";
    private static final int FEWEST_DIGITS = 6;
    private static final int MOST_DIGITS = 12;

    private TicketReference() {}

    /** The number that counts, by {@link #candidates}; empty when the mail names none. */
    public static Optional<String> find(IncomingMail mail) {
        return candidates(mail).stream().findFirst();
    }

    /**
     * All numbers the mail names, each once, in upper case, the most deliberate first: the sub-address it was sent to
     * ({@code support+t-cs-100001-…@}), the messages of ours it answers ({@code <cs-100001.…@…>}, latest first), the subject.
     */
    public static List<String> candidates(IncomingMail mail) {
        Set<String> found = new LinkedHashSet<>();
        for (List<MailAddress> recipients : List.of(mail.to(), mail.cc(), mail.deliveredTo())) {
            recipients.forEach(recipient -> inSubAddress(recipient).ifPresent(found::add));
        }
        List<String> references = mail.references();
        for (int i = references.size() - 1; i >= 0; i--) {
            inMessageId(references.get(i)).ifPresent(found::add);
        }
        found.addAll(inText(mail.subject()));
        return List.copyOf(found);
    }

    /** The number in a sub-address {@code t-<number>[-<token>]}. */
    public static Optional<String> inSubAddress(MailAddress address) {
        String sub = address.subAddress();
        return sub.startsWith("t-") ? numberAt(sub, 2, "-") : Optional.empty();
    }

    /** The number in a Message-ID that we gave: {@code <cs-100001.<random>@domain>}. */
    public static Optional<String> inMessageId(String messageId) {
        return numberAt(messageId, messageId.startsWith("<") ? 1 : 0, ".@");
    }

    /** Every number in a line of text, as words of their own: {@code Re: [CS-100001] printer}. */
    public static List<String> inText(String text) {
        List<String> found = new ArrayList<>();
        int i = 0;
        while (i + PREFIX.length() + FEWEST_DIGITS <= text.length()) {
            Optional<String> number = i > 0 && isWord(text.charAt(i - 1)) ? Optional.empty() : numberAt(text, i, null);
            number.ifPresent(found::add);
            i += number.map(String::length).orElse(1);
        }
        return List.copyOf(found);
    }

    /** @param ends what may follow the number (or its end); {@code null}: anything but a word character */
    private static Optional<String> numberAt(String text, int start, String ends) {
        if (!text.regionMatches(true, start, PREFIX, 0, PREFIX.length())) {
            return Optional.empty();
        }
        int end = start + PREFIX.length();
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        int digits = end - start - PREFIX.length();
        boolean ended = end == text.length()
                || (ends == null ? !isWord(text.charAt(end)) : ends.indexOf(text.charAt(end)) >= 0);
        return digits >= FEWEST_DIGITS && digits <= MOST_DIGITS && ended
                ? Optional.of(text.substring(start, end).toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
