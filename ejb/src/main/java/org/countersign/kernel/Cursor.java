package org.countersign.kernel;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** The opaque form of a position in a list: the sort values of its last row, base64url so that nobody builds on their meaning. */
public final class Cursor {

    private static final String SEPARATOR = "\u001f";

    private Cursor() {}

    public static String of(Object... values) {
        StringBuilder text = new StringBuilder();
        for (Object value : values) {
            text.append(text.length() == 0 ? "" : SEPARATOR).append(value);
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param parts how many values the list's cursor has
     * @throws BusinessRuleViolation {@code cursor-invalid} for anything that {@link #of} did not make
     */
    public static List<String> parse(String cursor, int parts) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
            List<String> values = List.of(text.split(SEPARATOR, -1));
            if (values.size() == parts) {
                return values;
            }
        } catch (IllegalArgumentException notBase64) {
            // answered below, like every other wrong cursor
        }
        throw BusinessRuleViolation.invalid("after", "cursor-invalid");
    }

    /** A cursor of one number. */
    public static long parseLong(String cursor) {
        try {
            return Long.parseLong(parse(cursor, 1).get(0));
        } catch (NumberFormatException notANumber) {
            throw BusinessRuleViolation.invalid("after", "cursor-invalid");
        }
    }
}
