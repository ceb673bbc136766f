package org.countersign.report.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportMessagesTest {

    private static final Pattern REFUSAL = Pattern.compile(
            "BusinessRuleViolation\\s*\\.(?:invalid\\(\\s*[^,]+,|conflict\\(|forbidden\\()\\s*\"([a-z-]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"", "hu", "nl", "pt"})
    void every_refusal_has_its_text_in_every_language(String language) throws Exception {
        Set<String> needed = new TreeSet<>();
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java/org/countersign/report"))) {
            for (Path source : sources.filter(Files::isRegularFile).filter(file -> file.toString().endsWith(".java")).toList()) {
                REFUSAL.matcher(Files.readString(source)).results().forEach(found -> needed.add(found.group(1)));
            }
        }
        ResourceBundle texts = ResourceBundle.getBundle("org.countersign.report.messages", Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        assertThat(texts.getLocale().getLanguage()).isEqualTo(language);
        assertThat(needed).contains("month-not-begun");
        assertThat(texts.keySet()).isEqualTo(needed);
    }
}
