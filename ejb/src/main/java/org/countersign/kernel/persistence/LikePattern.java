package org.countersign.kernel.persistence;

import java.util.Locale;

/**
 * Patterns for {@code like}. Queries name no ESCAPE, with which EclipseLink binds no parameter of the statement: both databases escape with a
 * backslash by themselves.
 */
public final class LikePattern {

    private LikePattern() {}

    /** What contains the text without blanks around it, to be compared with something in lower case; anything for {@code null}. */
    public static String containing(String text) {
        return text == null ? "%" : "%" + text.strip().toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
