package org.countersign.kernel;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The texts that belong to the domain: rule codes and the names of enum constants, from the bundle {@code org.countersign.<area>.messages} of
 * each area, in English, Hungarian, Dutch and Portuguese.
 */
public final class Texts {

    /** The languages of screens, mails and reports; the first is what everybody else gets. */
    public static final List<Locale> LANGUAGES =
            List.of(Locale.ENGLISH, Locale.forLanguageTag("hu"), Locale.forLanguageTag("nl"), Locale.forLanguageTag("pt"));

    /** The areas that have a bundle, in the order of search. */
    public static final List<String> AREAS = List.of(
            "kernel", "serviceclock", "identity", "customer", "rota", "ticket", "vendor", "escalation", "penalty", "replay", "intake", "work", "quality", "jobs",
            "notification", "report", "audit");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** Read once: a sentence is asked for many times on every page and in every mail, and seventeen bundles are long to look through. */
    private static final Map<Locale, Map<String, String>> PATTERNS =
            LANGUAGES.stream().collect(Collectors.toUnmodifiableMap(Function.identity(), Texts::patterns));

    private Texts() {}

    /** The language among {@link #LANGUAGES} that fits best. */
    public static Locale supported(Locale wanted) {
        return LANGUAGES.stream()
                .filter(language -> wanted != null && language.getLanguage().equals(wanted.getLanguage()))
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    /** The text of a key, or nothing when no area has it. */
    public static Optional<String> find(Locale locale, String key, Object... arguments) {
        Locale language = supported(locale);
        return Optional.ofNullable(PATTERNS.get(language).get(key))
                .map(pattern -> new MessageFormat(pattern, language).format(worded(language, arguments)));
    }

    private static Object[] worded(Locale language, Object... arguments) {
        return Arrays.stream(arguments)
                .map(argument -> argument instanceof Wording wording ? wording.in().apply(language) : argument)
                .toArray();
    }

    /** The sentence for a refusal. */
    public static String of(Locale locale, BusinessRuleViolation violation) {
        return find(locale, violation.code(), violation.arguments().toArray()).orElse(violation.getMessage());
    }

    /** The name of an enum's constant, e.g. of {@code TicketState.NEW}. */
    public static String of(Locale locale, Enum<?> constant) {
        return find(locale, constant.getDeclaringClass().getSimpleName() + "." + constant.name()).orElse(constant.name());
    }

    /** By key; where two areas have the same key, that of the first. */
    private static Map<String, String> patterns(Locale language) {
        Map<String, String> patterns = new HashMap<>();
        for (String area : AREAS) {
            ResourceBundle bundle = ResourceBundle.getBundle(
                    "org.countersign." + area + ".messages", language, Texts.class.getClassLoader(), NO_FALLBACK);
            bundle.keySet().forEach(key -> patterns.putIfAbsent(key, bundle.getString(key)));
        }
        return Map.copyOf(patterns);
    }
}
