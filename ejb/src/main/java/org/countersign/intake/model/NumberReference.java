package org.countersign.intake.model;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the numbers of one kind that a mail speaks of. A number found is a claim, not a right: whether the sender may write to what it names is
 * decided elsewhere.
 *
 * @param prefix in capitals, with its hyphen
 * @param fewestDigits after the prefix
 */
record NumberReference(String prefix, int fewestDigits) {

    private static final int MOST_DIGITS = 12;

    /**
     * All numbers the mail names, each once, in upper case, the most deliberate first: the sub-address it was sent to
     * ({@code support+t-cs-100001-…@}), the messages of ours it answers ({@code <cs-100001.…@…>}, latest first), the subject.
     */
    List<String> candidates(IncomingMail mail) {
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
    Optional<String> inSubAddress(MailAddress address) {
        String sub = address.subAddress();
        return sub.startsWith("t-") ? numberAt(sub, 2, "-") : Optional.empty();
    }

    /** The number in a Message-ID that we gave: {@code <cs-100001.<random>@domain>}. */
    Optional<String> inMessageId(String messageId) {
        return numberAt(messageId, messageId.startsWith("<") ? 1 : 0, ".@");
    }

    /** Every number in a line of text, as words of their own: {@code Re: [CS-100001] printer}. */
    List<String> inText(String text) {
        List<String> found = new ArrayList<>();
        int i = 0;
        while (i + prefix.length() + fewestDigits <= text.length()) {
            Optional<String> number = i > 0 && isWord(text.charAt(i - 1)) ? Optional.empty() : numberAt(text, i, null);
            number.ifPresent(found::add);
            i += number.map(String::length).orElse(1);
        }
        return List.copyOf(found);
    }

    /** @param ends what may follow the number (or its end); {@code null}: anything but a word character */
    private Optional<String> numberAt(String text, int start, String ends) {
        if (!text.regionMatches(true, start, prefix, 0, prefix.length())) {
            return Optional.empty();
        }
        int end = start + prefix.length();
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        int digits = end - start - prefix.length();
        boolean ended = end == text.length()
                || (ends == null ? !isWord(text.charAt(end)) : ends.indexOf(text.charAt(end)) >= 0);
        return digits >= fewestDigits && digits <= MOST_DIGITS && ended
                ? Optional.of(text.substring(start, end).toUpperCase(Locale.ROOT))
                : Optional.empty();
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '-';
    }
}
