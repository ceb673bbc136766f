package org.countersign.intake.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decodes header text: encoded words (RFC 2047, with the language of RFC 2231), also where they do not belong (within quotes,
 * longer than 75 characters), neighbours joined before their bytes are decoded, since senders cut characters in two; and raw
 * high bytes (RFC 6532 or mere faults).
 */
final class EncodedWords {

    private final Charsets charsets;

    EncodedWords(Charsets charsets) {
        this.charsets = charsets;
    }

    /** One word as found: its set and its bytes. */
    private record Word(String charset, byte[] bytes, int end) {}

    /** Decodes a raw value into one clean line. */
    String decode(String raw) {
        StringBuilder out = new StringBuilder();
        int plain = 0;
        int i = raw.indexOf("=?");
        ByteArrayOutputStream pending = new ByteArrayOutputStream();
        String pendingCharset = null;
        while (i >= 0) {
            Word word = wordAt(raw, i);
            if (word == null) {
                i = raw.indexOf("=?", i + 2);
                continue;
            }
            boolean neighbour = pendingCharset != null && raw.substring(plain, i).isBlank();
            if (pendingCharset != null && !(neighbour && pendingCharset.equalsIgnoreCase(word.charset()))) {
                out.append(charsets.decode(pending.toByteArray(), pendingCharset));
                pending.reset();
            }
            if (!neighbour) {
                out.append(plainText(raw.substring(plain, i)));
            }
            pending.writeBytes(word.bytes());
            pendingCharset = word.charset();
            plain = word.end();
            i = raw.indexOf("=?", plain);
        }
        if (pendingCharset != null) {
            out.append(charsets.decode(pending.toByteArray(), pendingCharset));
        }
        return CleanText.line(out.append(plainText(raw.substring(plain))).toString());
    }

    private String plainText(String raw) {
        return charsets.detect(raw.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** {@code =?charset[*language]?B|Q?text?=}, or {@code null}. */
    private static Word wordAt(String raw, int start) {
        int charsetEnd = raw.indexOf('?', start + 2);
        if (charsetEnd < 0
                || charsetEnd - start > 60
                || charsetEnd + 2 >= raw.length()
                || raw.charAt(charsetEnd + 2) != '?') {
            return null;
        }
        int textStart = charsetEnd + 3;
        int textEnd = raw.indexOf('?', textStart);
        if (textEnd < 0 || textEnd + 1 >= raw.length() || raw.charAt(textEnd + 1) != '=') {
            return null;
        }
        String charset = raw.substring(start + 2, charsetEnd);
        int star = charset.indexOf('*');
        charset = star >= 0 ? charset.substring(0, star) : charset;
        String text = raw.substring(textStart, textEnd);
        char encoding = Character.toLowerCase(raw.charAt(charsetEnd + 1));
        if (encoding == 'b') {
            return new Word(charset, LenientBase64.decode(text.getBytes(StandardCharsets.ISO_8859_1)), textEnd + 2);
        }
        return encoding == 'q' ? new Word(charset, quoted(text), textEnd + 2) : null;
    }

    /** Length of the encoded word that starts here and holds nothing that could be an address; 0 when there is none. */
    static int lengthAt(String raw, int start) {
        Word word = raw.startsWith("=?", start) ? wordAt(raw, start) : null;
        if (word == null || raw.substring(start, word.end()).chars().anyMatch(c -> " \t<>\"".indexOf(c) >= 0)) {
            return 0;
        }
        return word.end() - start;
    }

    private static byte[] quoted(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int hex = c == '=' ? hexAt(text, i + 1) : -1;
            if (hex >= 0) {
                out.write(hex);
                i += 2;
            } else {
                out.write(c == '_' ? ' ' : c);
            }
        }
        return out.toByteArray();
    }

    /** The byte that two hexadecimal digits write, or -1. */
    static int hexAt(String text, int index) {
        if (index + 1 >= text.length()) {
            return -1;
        }
        int high = Character.digit(text.charAt(index), 16);
        int low = Character.digit(text.charAt(index + 1), 16);
        return high < 0 || low < 0 ? -1 : high << 4 | low;
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
