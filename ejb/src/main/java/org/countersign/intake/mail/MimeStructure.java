package org.countersign.intake.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countersign.intake.model.Ground.Kind;
import org.countersign.intake.model.Ground;
import org.countersign.intake.model.UnreadableMail.Reason;

/**
 * Takes a message apart (RFC 2046) and counts while it does: no more parts and levels come into being than the limits allow,
 * and each level looks at each byte once.
 */
final class MimeStructure {

    private static final Parameters PLAIN = new Parameters("text/plain", Map.of());

    private final byte[] raw;
    private final MailLimits limits;
    private final EncodedWords words;
    private final Charsets charsets;
    private int parts;

    MimeStructure(byte[] raw, MailLimits limits, EncodedWords words, Charsets charsets) {
        this.raw = raw;
        this.limits = limits;
        this.words = words;
        this.charsets = charsets;
    }

    MimePart read() throws MailRefused {
        MimePart message = part(0, raw.length, 1, PLAIN);
        if (message.header().isEmpty()) {
            throw new MailRefused(Reason.NOT_A_MESSAGE, Ground.of(Kind.NO_HEADER, raw.length));
        }
        return message;
    }

    private MimePart part(int start, int end, int depth, Parameters defaultType) throws MailRefused {
        if (depth > limits.depth()) {
            throw new MailRefused(Reason.NESTED_TOO_DEEP, Ground.of(Kind.LEVELS_BEYOND, limits.depth()));
        }
        if (++parts > limits.parts()) {
            throw new MailRefused(Reason.TOO_MANY_PARTS, Ground.of(Kind.PARTS_BEYOND, limits.parts()));
        }
        HeaderFields header = HeaderFields.read(raw, start, end, limits);
        Parameters type = header.first("Content-Type")
                .map(value -> Parameters.parse(value, words, charsets))
                .filter(parsed -> parsed.value().indexOf('/') > 0)
                .orElse(defaultType);
        Parameters disposition =
                Parameters.parse(header.first("Content-Disposition").orElse(""), words, charsets);
        List<MimePart> children = children(header, type, end, depth);
        return new MimePart(header, type, disposition, raw, header.bodyStart(), end, children);
    }

    private List<MimePart> children(HeaderFields header, Parameters type, int end, int depth) throws MailRefused {
        int body = header.bodyStart();
        boolean visible = TransferEncoding.isIdentity(header.first("Content-Transfer-Encoding").orElse(""));
        if (type.value().equals("message/rfc822") && visible && body < end) {
            return List.of(part(body, end, depth + 1, PLAIN));
        }
        // RFC 2045, 6.4: a multipart is never encoded, whatever its header says.
        return type.value().startsWith("multipart/") ? multipart(type, body, end, depth) : List.of();
    }

    private List<MimePart> multipart(Parameters type, int body, int end, int depth) throws MailRefused {
        byte[] boundary = type.get("boundary").filter(text -> !text.isEmpty()).orElseGet(() -> firstBoundary(body, end))
                .getBytes(StandardCharsets.ISO_8859_1);
        Parameters defaultType =
                type.value().equals("multipart/digest") ? new Parameters("message/rfc822", Map.of()) : PLAIN;
        List<MimePart> children = new ArrayList<>();
        int partStart = -1;
        for (int line = body; line < end && boundary.length > 0; ) {
            int next = HeaderFields.nextLine(raw, line, end);
            int delimiter = delimiter(line, next, boundary);
            if (delimiter > 0) {
                if (partStart >= 0) {
                    children.add(part(partStart, withoutLineEnd(partStart, line), depth + 1, defaultType));
                }
                partStart = delimiter == 1 ? next : -1;
                if (delimiter == 2) {
                    return children;
                }
            }
            line = next;
        }
        if (partStart >= 0 && partStart < end) {
            children.add(part(partStart, end, depth + 1, defaultType));
        }
        return children;
    }

    /** 0: no delimiter line, 1: a delimiter, 2: the closing one. */
    private int delimiter(int line, int next, byte[] boundary) {
        int i = line + 2 + boundary.length;
        if (i > next || raw[line] != '-' || raw[line + 1] != '-') {
            return 0;
        }
        for (int b = 0; b < boundary.length; b++) {
            if (raw[line + 2 + b] != boundary[b]) {
                return 0;
            }
        }
        boolean closing = i + 2 <= next && raw[i] == '-' && raw[i + 1] == '-';
        for (int j = closing ? i + 2 : i; j < next; j++) {
            if (raw[j] != ' ' && raw[j] != '\t' && raw[j] != '\r' && raw[j] != '\n') {
                return 0;
            }
        }
        return closing ? 2 : 1;
    }

    /** The line end before a delimiter belongs to the delimiter. */
    private int withoutLineEnd(int start, int line) {
        int end = line;
        if (end > start && raw[end - 1] == '\n') {
            end--;
            if (end > start && raw[end - 1] == '\r') {
                end--;
            }
        }
        return end;
    }

    /** Some senders forget to name the boundary: the first line that looks like one is. */
    private String firstBoundary(int body, int end) {
        for (int line = body; line < end; ) {
            int next = HeaderFields.nextLine(raw, line, end);
            if (next - line > 4 && next - line < 80 && raw[line] == '-' && raw[line + 1] == '-') {
                return new String(raw, line + 2, next - line - 2, StandardCharsets.ISO_8859_1).strip();
            }
            line = next;
        }
        return "";
    }
}
