package org.countersign.web.support;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.countersign.kernel.Texts;

/** The texts of the screens, from the bundles {@code org.countersign.web.texts.<part>}, and behind them those of the domain. */
public final class ScreenTexts {

    /** The parts that have a bundle, in the order of search. */
    public static final List<String> PARTS =
            List.of("common", "desk", "contract", "customer", "rota", "skills", "vendor", "escalation", "penalty", "portal", "work", "quality", "admin", "accounts");

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ScreenTexts() {}

    /** The text of a key; {@code ???key???} shows where one is missing, which a test looks for before anybody sees it. */
    public static String of(Locale locale, String key, Object... arguments) {
        Locale language = Texts.supported(locale);
        for (String part : PARTS) {
            ResourceBundle bundle = bundle(part, language);
            if (bundle != null && bundle.containsKey(key)) {
                return new MessageFormat(bundle.getString(key), language).format(arguments);
            }
        }
        return Texts.find(language, key, arguments).orElse("???" + key + "???");
    }

    private static ResourceBundle bundle(String part, Locale locale) {
        try {
            return ResourceBundle.getBundle(
                    "org.countersign.web.texts." + part, locale, ScreenTexts.class.getClassLoader(), NO_FALLBACK);
        } catch (MissingResourceException none) {
            return null;
        }
    }
}
