package org.countersign.report.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTextsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+}");

    @ParameterizedTest
    @ValueSource(strings = {"hu", "nl", "pt"})
    void every_language_has_the_keys_of_the_english_texts(String language) throws Exception {
        assertThat(texts('_' + language).keySet()).isEqualTo(texts("").keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"hu", "nl", "pt"})
    void every_translation_fills_in_the_same_values(String language) throws Exception {
        Map<String, String> english = texts("");

        texts('_' + language).forEach((key, text) ->
                assertThat(placeholders(text)).as(key).isEqualTo(placeholders(english.get(key))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_hu", "_nl", "_pt"})
    void no_text_is_blank_or_a_broken_pattern(String suffix) throws Exception {
        texts(suffix).forEach((key, text) -> {
            assertThat(text).as(key).isNotBlank();
            assertThat(new MessageFormat(text)).as(key).isNotNull();
        });
    }

    @Test
    void the_texts_are_read_as_utf_8() throws Exception {
        assertThat(texts("_hu")).containsEntry("work.heading", "Munkaidő");
    }

    private static TreeSet<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(result -> result.group())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, String> texts(String suffix) throws Exception {
        String name = '/' + ServiceReportPdf.BUNDLE.replace('.', '/') + suffix + ".properties";
        Properties properties = new Properties();
        try (InputStream in = ReportTextsTest.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        Map<String, String> texts = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> texts.put(key, properties.getProperty(key)));
        return texts;
    }
}
