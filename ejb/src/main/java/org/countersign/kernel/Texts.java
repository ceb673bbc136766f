package org.countersign.kernel;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;

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
        for (String area : AREAS) {
            ResourceBundle bundle = bundle(area, supported(locale));
            if (bundle != null && bundle.containsKey(key)) {
                return Optional.of(new MessageFormat(bundle.getString(key), supported(locale)).format(arguments));
            }
        }
        return Optional.empty();
    }

    /** The sentence for a refusal. */
    public static String of(Locale locale, BusinessRuleViolation violation) {
        return find(locale, violation.code(), violation.arguments().toArray()).orElse(violation.getMessage());
    }

    /** The name of an enum's constant, e.g. of {@code TicketState.NEW}. */
    public static String of(Locale locale, Enum<?> constant) {
        return find(locale, constant.getDeclaringClass().getSimpleName() + "." + constant.name()).orElse(constant.name());
    }

    private static ResourceBundle bundle(String area, Locale locale) {
        try {
            return ResourceBundle.getBundle(
                    "org.countersign." + area + ".messages", locale, Texts.class.getClassLoader(), NO_FALLBACK);
        } catch (MissingResourceException none) {
            return null;
        }
    }
}
