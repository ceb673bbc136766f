package org.countersign.notification.model;

import java.util.regex.Pattern;

/** Takes out of a text what would be an order to a machine rather than something to read. */
public final class CleanText {

    private static final Pattern STEERING = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\s]+");
    private static final Pattern LINE_END = Pattern.compile("\\r\\n?|[\\u0085\\p{Zl}\\p{Zp}]");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");

    private CleanText() {}

    /**
     * A text in one line, fit for a header field: what breaks or steers lines becomes a blank, runs of blanks become one.
     *
     * @param longest number of characters; beyond it the text ends in an ellipsis
     */
    public static String line(String text, int longest) {
        if (text == null) {
            return "";
        }
        String line = STEERING.matcher(text).replaceAll(" ").strip();
        if (line.length() <= longest) {
            return line;
        }
        int end = longest - 1;
        if (Character.isHighSurrogate(line.charAt(end - 1))) {
            end--;
        }
        return line.substring(0, end).stripTrailing() + "…";
    }

    /** A text of many lines with plain line feeds and without other control characters, tabs apart. */
    public static String lines(String text) {
        return text == null ? "" : CONTROL.matcher(LINE_END.matcher(text).replaceAll("\n")).replaceAll("").strip();
    }
}
