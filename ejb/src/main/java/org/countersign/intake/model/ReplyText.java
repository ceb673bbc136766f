package org.countersign.intake.model;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds the new text of an answer: what its author wrote above, between or below the quotation, without the signature.
 * It knows the habits of common mail programs in English, Hungarian, Dutch, Portuguese, German and French, and quotations
 * of any language whose heading names a time or an address.
 *
 * <p>It looks at each line a bounded number of times, so work grows with the length of the text and no more (F34).
 */
public final class ReplyText {

    /** How a line begins above which one of our mails asks to write; it ends with {@link #MARKER_END}. */
    public static final String MARKER_START = "##-";

    /** How that line ends. */
    public static final String MARKER_END = "-##";

    /** A longer line is prose: no heading, no signature. */
    private static final int LONGEST_HEADING = 500;
    private static final int MOST_HEADING_LINES = 4;
    /** A dash line without the blank that RFC 3676 wants starts a signature only this near to the end, in lines. */
    private static final int SIGNATURE_LINES = 10;

    private final List<String> lines;

    private ReplyText(String text) {
        this.lines = text.lines().toList();
    }

    /**
     * The new text of a mail.
     *
     * @return without leading and trailing blank lines; the whole text when nothing would be left, since a customer's mail
     *     is never shown as empty when it is not
     */
    public static String of(String text) {
        ReplyText reply = new ReplyText(text);
        String written = join(reply.withoutSignature(reply.unquoted()));
        return written.isEmpty() ? text.strip() : written;
    }

    /** The text without its quotations, but with its signature; as {@link #of} otherwise. */
    public static String withoutQuotations(String text) {
        String written = join(new ReplyText(text).unquoted());
        return written.isEmpty() ? text.strip() : written;
    }

    private static String join(List<String> lines) {
        return String.join("\n", lines).strip();
    }

    private List<String> unquoted() {
        List<String> kept = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            int heading = ReplyHeadings.attributionAt(lines, i, MOST_HEADING_LINES, LONGEST_HEADING);
            if (isQuoted(lines.get(i))) {
                if (isMarker(lines.get(i))) {
                    dropAttribution(kept);
                }
                i++;
            } else if (heading > 0) {
                if (!quotationFollows(i + heading)) {
                    return kept;
                }
                i += heading;
            } else if (isMarker(lines.get(i)) || ReplyHeadings.endsReply(lines, i)) {
                dropAttribution(kept);
                return kept;
            } else {
                kept.add(lines.get(i));
                i++;
            }
        }
        return kept;
    }

    /** A heading of a kind that nobody knows still ends in a colon and stands right above the marker. */
    private static void dropAttribution(List<String> kept) {
        int last = kept.size() - 1;
        while (last >= 0 && kept.get(last).isBlank()) {
            last--;
        }
        if (last >= 0
                && kept.get(last).length() <= LONGEST_HEADING
                && kept.get(last).stripTrailing().endsWith(":")
                && ReplyHeadings.namesTimeOrAddress(kept.get(last))) {
            kept.subList(last, kept.size()).clear();
        }
    }

    private boolean quotationFollows(int index) {
        int blanks = 0;
        for (int i = index; i < lines.size() && blanks < 3; i++) {
            if (!lines.get(i).isBlank()) {
                return isQuoted(lines.get(i));
            }
            blanks++;
        }
        return false;
    }

    private List<String> withoutSignature(List<String> written) {
        int end = written.size();
        int following = 0;
        for (int i = written.size() - 1; i >= 0; i--) {
            String line = written.get(i);
            if (line.equals("-- ") || line.equals("--\u00a0") || isBareDashes(line) && following <= SIGNATURE_LINES) {
                end = i;
            }
            following += line.isBlank() ? 0 : 1;
        }
        while (end > 0 && (written.get(end - 1).isBlank() || ReplyHeadings.isDeviceSignature(written.get(end - 1)))) {
            end--;
        }
        return written.subList(0, end);
    }

    private static boolean isBareDashes(String line) {
        return line.length() < 10 && line.strip().equals("--");
    }

    private static boolean isQuoted(String line) {
        int i = 0;
        while (i < line.length() && i < 4 && line.charAt(i) == ' ') {
            i++;
        }
        return i < line.length() && line.charAt(i) == '>';
    }

    private static boolean isMarker(String line) {
        if (line.length() > LONGEST_HEADING) {
            return false;
        }
        int start = line.indexOf(MARKER_START);
        return start >= 0 && line.indexOf(MARKER_END, start + MARKER_START.length()) > 0;
    }
}
