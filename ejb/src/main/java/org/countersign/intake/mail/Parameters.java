package org.countersign.intake.mail;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A field of the form {@code value; name=value…} (Content-Type, Content-Disposition) with RFC 2231 continuations and
 * character sets, and with encoded words where senders put them instead. Faults cost the parameter, not the field.
 *
 * @param value the part before the first semicolon, lower case, without comments
 */
record Parameters(String value, Map<String, String> values) {

    private static final int MOST = 200;

    /** The value of a parameter, decoded. */
    Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    static Parameters parse(String raw, EncodedWords words, Charsets charsets) {
        List<String> pieces = pieces(raw);
        Map<String, String> plain = new HashMap<>();
        Map<String, TreeMap<Integer, Piece>> continued = new HashMap<>();
        for (String piece : pieces.subList(1, Math.min(pieces.size(), MOST))) {
            int equals = piece.indexOf('=');
            if (equals > 0) {
                String name = EncodedWords.lower(piece.substring(0, equals).strip());
                String text = piece.substring(equals + 1).strip();
                int star = name.indexOf('*');
                if (star > 0) {
                    addPiece(continued, name, star, text);
                } else {
                    plain.putIfAbsent(name, words.decode(unquote(text)));
                }
            }
        }
        Map<String, String> values = new HashMap<>(plain);
        continued.forEach((name, parts) -> values.put(name, join(parts, charsets)));
        return new Parameters(EncodedWords.lower(pieces.get(0)).strip(), Map.copyOf(values));
    }

    private record Piece(boolean encoded, String text) {}

    /** {@code name*=}, {@code name*0=}, {@code name*0*=} */
    private static void addPiece(Map<String, TreeMap<Integer, Piece>> into, String name, int star, String text) {
        boolean encoded = name.endsWith("*");
        String number = encoded && name.length() - 1 == star ? "0" : name.substring(star + 1, name.length() - (encoded ? 1 : 0));
        if (!number.isEmpty() && number.length() <= 3 && number.chars().allMatch(c -> c >= '0' && c <= '9')) {
            into.computeIfAbsent(name.substring(0, star), key -> new TreeMap<>())
                    .putIfAbsent(Integer.parseInt(number), new Piece(encoded, unquote(text)));
        }
    }

    private static String join(TreeMap<Integer, Piece> parts, Charsets charsets) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String charset = "";
        boolean first = true;
        for (Piece piece : parts.values()) {
            String text = piece.text();
            if (first && piece.encoded()) {
                int quote = text.indexOf('\'');
                int second = quote < 0 ? -1 : text.indexOf('\'', quote + 1);
                if (second >= 0) {
                    charset = text.substring(0, quote);
                    text = text.substring(second + 1);
                }
            }
            bytes.writeBytes(piece.encoded() ? percent(text) : text.getBytes(StandardCharsets.ISO_8859_1));
            first = false;
        }
        return CleanText.line(charsets.decode(bytes.toByteArray(), charset));
    }

    private static byte[] percent(String text) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            int hex = text.charAt(i) == '%' ? EncodedWords.hexAt(text, i + 1) : -1;
            out.write(hex >= 0 ? hex : text.charAt(i));
            i += hex >= 0 ? 2 : 0;
        }
        return out.toByteArray();
    }

    /** Splits at semicolons outside quotes and drops comments; a quote that does not end takes the rest. */
    private static List<String> pieces(String raw) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        boolean quoted = false;
        int comment = 0;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\\' && quoted && i + 1 < raw.length()) {
                piece.append(c).append(raw.charAt(++i));
            } else if (c == '"' && comment == 0) {
                quoted = !quoted;
                piece.append(c);
            } else if (!quoted && (c == '(' || c == ')' && comment > 0)) {
                comment += c == '(' ? 1 : -1;
            } else if (c == ';' && !quoted && comment == 0) {
                pieces.add(piece.toString());
                piece.setLength(0);
            } else if (comment == 0) {
                piece.append(c);
            }
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static String unquote(String text) {
        if (!text.startsWith("\"")) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length());
        for (int i = 1; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                break;
            }
            // A backslash before anything else is a Windows path, not an escape.
            if (c == '\\' && i + 1 < text.length() && "\\\"".indexOf(text.charAt(i + 1)) >= 0) {
                c = text.charAt(++i);
            }
            out.append(c);
        }
        return out.toString();
    }
}
