package org.countersign.kernel;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An argument of a sentence that reads otherwise in each language.
 *
 * @param plain as logs and audits have it
 * @param in the words in one of {@link Texts#LANGUAGES}
 */
public record Wording(String plain, Function<Locale, String> in) {

    /** The same in each language: what stands in a document, a name, a date. */
    public static Wording same(String text) {
        return new Wording(text, language -> text);
    }

    public static Wording of(DayOfWeek day) {
        return new Wording(day.name(), language -> day.getDisplayName(TextStyle.FULL, language));
    }

    /** One after the other, not more than so many. */
    public static Wording list(List<Wording> all, int most) {
        String end = all.size() > most ? "; …" : "";
        List<Wording> told = all.subList(0, Math.min(most, all.size()));
        return new Wording(
                told.stream().map(Wording::plain).collect(Collectors.joining("; ")) + end,
                language -> told.stream().map(one -> one.in.apply(language)).collect(Collectors.joining("; ")) + end);
    }

    @Override
    public String toString() {
        return plain;
    }
}
