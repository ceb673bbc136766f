package org.countersign.intake.model;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a subject is about, whatever machines add to it: without the marks of answers and forwards, without brackets and numbers. Two machines
 * that answer each other write on one topic for ever.
 */
public final class Topic {

    /** Longest topic, in characters. */
    public static final int LONGEST = 250;

    private static final Pattern BRACKETS = Pattern.compile("\\[[^\\[\\]]{0,100}]");
    private static final Pattern NUMBERS = Pattern.compile("[0-9]+");
    private static final Pattern PREFIX = Pattern.compile("^(?:\\s*(?:re|fwd?|aw|wg|sv|vá|vs|antw|res|enc|továbbítás)\\s*:)+", Pattern.UNICODE_CASE);
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}]+");

    private Topic() {}

    /** The topic of a subject; empty when nothing is left. */
    public static String of(String subject) {
        String text = subject.length() <= 1000 ? subject : subject.substring(0, 1000);
        text = BRACKETS.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ");
        text = PREFIX.matcher(text.strip()).replaceFirst("");
        text = NO_WORD.matcher(NUMBERS.matcher(text).replaceAll(" ")).replaceAll(" ").strip();
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }
}
