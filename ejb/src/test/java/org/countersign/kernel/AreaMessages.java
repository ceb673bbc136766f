package org.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What has to hold of the bundle of an area. */
public final class AreaMessages {

    private static final Pattern REFUSAL =
            Pattern.compile("BusinessRuleViolation\\s*\\.(?:invalid\\(\\s*[^,]+,|conflict\\(|forbidden\\()\\s*\"([a-z-]+)\"");

    private AreaMessages() {}

    /** Codes of refusals in the sources of an area. */
    public static Set<String> refusalsOf(String folder) throws IOException {
        Set<String> codes = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/countersign", folder))) {
            for (Path source : sources.filter(file -> file.toString().endsWith(".java")).toList()) {
                REFUSAL.matcher(Files.readString(source)).results().forEach(found -> codes.add(found.group(1)));
            }
        }
        return codes;
    }

    public static ResourceBundle bundle(String area, String language) {
        return ResourceBundle.getBundle(
                "org.countersign." + area + ".messages",
                Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public static void areTranslatedWithTheSameArguments(String area) {
        ResourceBundle english = bundle(area, "");
        for (String language : List.of("hu", "nl", "pt")) {
            ResourceBundle translated = bundle(area, language);
            assertThat(translated.getLocale().getLanguage()).isEqualTo(language);
            assertThat(translated.keySet()).isEqualTo(english.keySet());
            for (String key : english.keySet()) {
                assertThat(translated.getString(key)).as(language + " " + key).isNotEqualTo(english.getString(key));
                assertThat(arguments(translated.getString(key))).as(language + " " + key).isEqualTo(arguments(english.getString(key)));
            }
        }
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
    }
}
