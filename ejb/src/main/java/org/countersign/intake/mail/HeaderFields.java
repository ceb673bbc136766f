package org.countersign.intake.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.countersign.intake.model.Ground.Kind;
import org.countersign.intake.model.Ground;
import org.countersign.intake.model.UnreadableMail.Reason;

/**
 * One header section: its fields in order, unfolded. Values are raw: every character is one byte (0 to 255) of the message.
 */
final class HeaderFields {

    private record Field(String name, String value) {}

    private static final int LOOK_AHEAD_LINES = 5;

    private final List<Field> fields = new ArrayList<>();
    private int bodyStart;

    private HeaderFields() {}

    /**
     * Reads the section that starts at {@code start}; it ends with an empty line, or where lines stop to look like fields.
     *
     * @throws MailRefused when it or one of its fields is longer than the limit
     */
    static HeaderFields read(byte[] raw, int start, int end, MailLimits limits) throws MailRefused {
        HeaderFields header = new HeaderFields();
        header.readLines(raw, start, end, limits);
        return header;
    }

    private void readLines(byte[] raw, int start, int end, MailLimits limits) throws MailRefused {
        int line = start;
        String name = null;
        StringBuilder value = new StringBuilder();
        while (line < end) {
            int next = nextLine(raw, line, end);
            if (next - start > limits.headerBytes()) {
                throw new MailRefused(Reason.HEADER_TOO_LONG, Ground.of(Kind.HEADER_BEYOND, limits.headerBytes()));
            }
            if (isEmpty(raw, line, next)) {
                line = next;
                break;
            }
            int colon = colon(raw, line, next);
            if (isBlank(raw[line]) && name != null) {
                value.append(text(raw, line, next));
            } else if (colon > 0) {
                add(name, value);
                name = text(raw, line, colon).strip();
                value = new StringBuilder(text(raw, colon + 1, next));
            } else if (!isEnvelopeLine(raw, line, next) && !fieldFollows(raw, next, end)) {
                break;
            }
            if (value.length() > limits.fieldBytes()) {
                throw new MailRefused(Reason.HEADER_TOO_LONG, Ground.of(Kind.FIELD_BEYOND, limits.fieldBytes()));
            }
            line = next;
        }
        add(name, value);
        bodyStart = line;
    }

    private void add(String name, StringBuilder value) {
        if (name != null) {
            fields.add(new Field(name, value.toString().strip()));
        }
    }

    /** The first line of an mbox file, or its quoted form. */
    private static boolean isEnvelopeLine(byte[] raw, int line, int next) {
        String start = text(raw, line, Math.min(next, line + 6));
        return start.startsWith("From ") || start.startsWith(">From ");
    }

    /** A line that lost its fold stands between fields; a body that lost its empty line does not. */
    private static boolean fieldFollows(byte[] raw, int start, int end) {
        int line = start;
        for (int n = 0; n < LOOK_AHEAD_LINES && line < end; n++) {
            int next = nextLine(raw, line, end);
            if (isEmpty(raw, line, next)) {
                return false;
            }
            if (colon(raw, line, next) > 0) {
                return true;
            }
            line = next;
        }
        return false;
    }

    /** Where the name of a field ends, or -1 when the line is none: printable US-ASCII, then a colon (RFC 5322, 2.2). */
    private static int colon(byte[] raw, int line, int next) {
        int i = line;
        while (i < next && raw[i] > 32 && raw[i] < 127 && raw[i] != ':') {
            i++;
        }
        int nameEnd = i;
        while (i < next && (raw[i] == ' ' || raw[i] == '\t')) {
            i++;
        }
        return nameEnd > line && i < next && raw[i] == ':' ? i : -1;
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    private static boolean isEmpty(byte[] raw, int line, int next) {
        return raw[line] == '\n' || raw[line] == '\r' && next - line <= 2 && raw[next - 1] == '\n';
    }

    /** The index after the line feed that ends the line, or {@code end}. */
    static int nextLine(byte[] raw, int start, int end) {
        int i = start;
        while (i < end && raw[i] != '\n') {
            i++;
        }
        return Math.min(i + 1, end);
    }

    /** Bytes as characters, without line ends and NUL: a field has one line, whatever was put into it. */
    private static String text(byte[] raw, int start, int end) {
        return new String(raw, start, end - start, StandardCharsets.ISO_8859_1)
                .replace("\r\n", "")
                .replace('\r', ' ')
                .replace('\n', ' ')
                .replace('\0', ' ');
    }

    /** Index of the first byte after the section. */
    int bodyStart() {
        return bodyStart;
    }

    boolean isEmpty() {
        return fields.isEmpty();
    }

    /** The raw value of the first field of that name. */
    Optional<String> first(String name) {
        return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).map(Field::value).findFirst();
    }

    /** The raw values of all fields of that name, topmost first. */
    List<String> all(String name) {
        return fields.stream().filter(field -> field.name().equalsIgnoreCase(name)).map(Field::value).toList();
    }
}
