package org.countersign.quality.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QualityMessagesTest {

    private static final Pattern REFUSAL = Pattern.compile(
            "BusinessRuleViolation\\s*\\.(?:invalid\\(\\s*[^,]+,|conflict\\(|forbidden\\()\\s*\"([a-z-]+)\"");

    private static ResourceBundle bundle(String language) {
        return ResourceBundle.getBundle("org.countersign.quality.messages", Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    @Test
    void every_refusal_and_every_name_has_its_text() throws Exception {
        Set<String> needed = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/countersign/quality"))) {
            for (Path source : sources.filter(Files::isRegularFile).toList()) {
                REFUSAL.matcher(Files.readString(source)).results().forEach(found -> needed.add(found.group(1)));
            }
        }
        Stream.of(LotVerdict.values(), InspectionRegime.values(), LotEvent.values(), SwitchReason.values(),
                        LotState.values(), DrawOutcome.values(), Characteristic.values())
                .flatMap(Arrays::stream)
                .forEach(name -> needed.add(((Enum<?>) name).getDeclaringClass().getSimpleName() + "." + name));
        assertThat(needed).hasSizeGreaterThan(30);
        assertThat(bundle("").keySet()).containsExactlyInAnyOrderElementsOf(needed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hu", "nl", "pt"})
    void every_text_is_translated_and_takes_the_same_arguments(String language) throws MissingResourceException {
        ResourceBundle translated = bundle(language);
        assertThat(translated.getLocale().getLanguage()).isEqualTo(language);
        for (String key : bundle("").keySet()) {
            assertThat(translated.getString(key)).as(key).isNotEqualTo(bundle("").getString(key));
            assertThat(new MessageFormat(translated.getString(key)).getFormatsByArgumentIndex())
                    .as(key).hasSameSizeAs(new MessageFormat(bundle("").getString(key)).getFormatsByArgumentIndex());
        }
    }
}
