package org.countersign.intake.mail;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Turns bytes into text whatever their declared character set is worth. A declaration that names a known set is believed
 * while the bytes keep to it; without one (none, US-ASCII with high bytes, unknown) bytes that are UTF-8 are taken as UTF-8,
 * others as the fallback. What is declared is not second-guessed: a mail about mojibake must show the mojibake.
 */
final class Charsets {

    private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    /** The larger set that mail programs mean when they name the smaller (WHATWG Encoding). */
    private static final Map<String, String> MEANT = Map.ofEntries(
            Map.entry("us-ascii", ""), Map.entry("ascii", ""), Map.entry("ansi_x3.4-1968", ""), Map.entry("iso646-us", ""),
            Map.entry("iso-8859-1", "windows-1252"), Map.entry("latin1", "windows-1252"), Map.entry("iso8859-1", "windows-1252"),
            Map.entry("iso_8859-1", "windows-1252"), Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("iso-8859-8-i", "iso-8859-8"), Map.entry("gb2312", "GB18030"), Map.entry("gbk", "GB18030"),
            Map.entry("shift_jis", "windows-31j"), Map.entry("shift-jis", "windows-31j"),
            Map.entry("ks_c_5601-1987", "x-windows-949"), Map.entry("euc-kr", "x-windows-949"),
            Map.entry("cp-850", "cp850"), Map.entry("utf8", "utf-8"), Map.entry("utf_8", "utf-8"));

    private final Charset fallback;

    /** @param fallback the set of bytes that nothing declares and that are not UTF-8 */
    Charsets(Charset fallback) {
        this.fallback = fallback;
    }

    /** Decodes; {@code declared} is the name as the message writes it, maybe empty, unknown or nonsense. */
    String decode(byte[] bytes, String declared) {
        Optional<Charset> charset = known(declared);
        if (charset.isEmpty() || looksUndeclared(charset.get(), bytes)) {
            return detect(bytes);
        }
        Optional<String> strict = strictly(bytes, charset.get());
        return strict.orElseGet(() -> mend(bytes, charset.get()));
    }

    /** Decodes bytes that nothing declares. */
    String detect(byte[] bytes) {
        return strictly(bytes, StandardCharsets.UTF_8).orElseGet(() -> mend(bytes, fallback));
    }

    /** Whether bytes are UTF-8 without a fault. */
    static boolean isUtf8(byte[] bytes) {
        return strictly(bytes, StandardCharsets.UTF_8).isPresent();
    }

    /** The set of that name, by what its users mean; empty when there is none or when it says nothing (US-ASCII). */
    static Optional<Charset> known(String declared) {
        String name = declared.strip().toLowerCase(Locale.ROOT);
        String meant = MEANT.getOrDefault(name, name);
        try {
            return meant.isEmpty() || !Charset.isSupported(meant) ? Optional.empty() : Optional.of(Charset.forName(meant));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Text of single bytes that claims to be of two- or four-byte units. */
    private static boolean looksUndeclared(Charset charset, byte[] bytes) {
        String name = charset.name();
        if (!name.startsWith("UTF-16") && !name.startsWith("UTF-32")) {
            return false;
        }
        for (byte b : bytes) {
            if (b == 0) {
                return false;
            }
        }
        return isUtf8(bytes) && bytes.length > 0;
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset) {
        try {
            String text = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException | RuntimeException e) {
            return Optional.empty();
        }
    }

    /** A stray byte in UTF-8 stays one replacement; text that is mostly not UTF-8 is read as the fallback. */
    private String mend(byte[] bytes, Charset charset) {
        if (charset.equals(WINDOWS_1252)) {
            return windows1252(bytes);
        }
        String text;
        try {
            text = new String(bytes, charset);
        } catch (RuntimeException e) {
            return windows1252(bytes);
        }
        if (!charset.equals(StandardCharsets.UTF_8)) {
            return text;
        }
        long broken = text.chars().filter(c -> c == '\uFFFD').count();
        long whole = text.chars().filter(c -> c > 127 && c != '\uFFFD').count();
        return broken <= whole || fallback.equals(charset) ? text : mend(bytes, fallback);
    }

    /** The five bytes that windows-1252 leaves open are control characters, as browsers have it, and never an error. */
    private static String windows1252(byte[] bytes) {
        String text = new String(bytes, WINDOWS_1252);
        if (text.indexOf('\uFFFD') < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text);
        for (int i = 0; i < bytes.length; i++) {
            if (out.charAt(i) == '\uFFFD') {
                out.setCharAt(i, (char) (bytes[i] & 0xff));
            }
        }
        return out.toString();
    }
}
