package org.countersign.intake.mail;

import java.util.ArrayList;
import java.util.List;
import org.countersign.intake.model.MailAddress;

/**
 * Reads address fields (RFC 5322, 3.4): names, quoted strings, comments, groups. What is no address is left out and costs its
 * neighbours nothing; nor is an entry with two addresses in angle brackets, which each reader reads differently. One pass, and never more than {@value #MOST} addresses.
 */
final class AddressList {

    /** More than any field of the default length limit honestly holds. */
    static final int MOST = 2000;

    private final EncodedWords words;
    private final List<MailAddress> found = new ArrayList<>();

    private StringBuilder phrase = new StringBuilder();
    private StringBuilder comment = new StringBuilder();
    private StringBuilder angle;
    private boolean ambiguous;

    private AddressList(EncodedWords words) {
        this.words = words;
    }

    /** The addresses of a raw field value. */
    static List<MailAddress> parse(String raw, EncodedWords words) {
        AddressList list = new AddressList(words);
        list.read(raw);
        return List.copyOf(list.found);
    }

    private void read(String raw) {
        boolean quoted = false;
        boolean inAngle = false;
        int depth = 0;
        for (int i = 0; i < raw.length() && found.size() < MOST; i++) {
            char c = raw.charAt(i);
            if (c == '\\' && (quoted || depth > 0) && i + 1 < raw.length()) {
                (depth > 0 ? comment : inAngle ? angle : phrase).append(raw.charAt(++i));
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
            } else if (quoted) {
                (inAngle ? angle : phrase).append(c);
            } else if (c == '(' || c == ')' && depth > 0) {
                depth += c == '(' ? 1 : -1;
            } else if (depth > 0) {
                comment.append(c);
            } else if (c == '=' && !inAngle && EncodedWords.lengthAt(raw, i) > 0) {
                int length = EncodedWords.lengthAt(raw, i);
                phrase.append(raw, i, i + length);
                i += length - 1;
            } else if (c == '<') {
                inAngle = true;
                ambiguous = angle != null;
                angle = new StringBuilder();
            } else if (c == '>') {
                inAngle = false;
            } else if (inAngle) {
                angle.append(c);
            } else if (c == ',' || c == ';') {
                end();
            } else if (c == ':') {
                phrase.setLength(0);
            } else {
                phrase.append(c);
            }
        }
        end();
    }

    private void end() {
        String spec = angle != null ? route(angle.toString()) : phrase.toString();
        String name = angle != null ? phrase.toString() : comment.toString();
        String address = words.decode(spec);
        if (found.size() < MOST && !ambiguous && isAddress(address) && spec.indexOf("=?") < 0) {
            found.add(new MailAddress(address, words.decode(name)));
        }
        phrase = new StringBuilder();
        comment = new StringBuilder();
        angle = null;
        ambiguous = false;
    }

    /** Drops the obsolete source route {@code @a,@b:user@host}. */
    private static String route(String spec) {
        int colon = spec.startsWith("@") ? spec.indexOf(':') : -1;
        return spec.substring(colon + 1);
    }

    /** One at sign, something on both sides, no blanks: what could not be written to is no address. */
    private static boolean isAddress(String text) {
        int at = text.indexOf('@');
        if (at < 1 || at != text.lastIndexOf('@') || at == text.length() - 1 || text.length() > 320) {
            return false;
        }
        return text.codePoints().noneMatch(c -> Character.isWhitespace(c)
                || Character.isISOControl(c)
                || Character.getType(c) == Character.FORMAT
                || "<>()[]\\,;:\"".indexOf(c) >= 0 && c < 128);
    }
}
