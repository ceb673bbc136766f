package org.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.api.Test;

class TextsTest {

    @ParameterizedTest
    @FieldSource("org.countersign.kernel.Texts#AREAS")
    void every_language_of_an_area_has_the_same_keys_and_arguments(String area) throws IOException {
        Properties english = load(area, "");
        assertThat(english).isNotEmpty();
        for (String language : new String[] {"_hu", "_nl", "_pt"}) {
            Properties other = load(area, language);
            assertThat(other.stringPropertyNames()).as(area + language).isEqualTo(english.stringPropertyNames());
            for (String key : english.stringPropertyNames()) {
                assertThat(arguments(other.getProperty(key))).as(area + language + ": " + key).isEqualTo(arguments(english.getProperty(key)));
            }
        }
    }

    @Test
    void no_two_areas_say_the_same_key() throws IOException {
        Map<String, String> areaOf = new HashMap<>();
        for (String area : Texts.AREAS) {
            for (String key : load(area, "").stringPropertyNames()) {
                assertThat(areaOf.put(key, area)).as("%s, in %s too", key, area).isNull();
            }
        }
    }

    @Test
    void a_refusal_reads_as_a_sentence_in_the_readers_language() {
        BusinessRuleViolation refusal = BusinessRuleViolation.invalid("week", "week-does-not-exist", "2026-W54");
        assertThat(Texts.of(Locale.ENGLISH, refusal)).isEqualTo("There is no week 2026-W54.");
        assertThat(Texts.of(Locale.forLanguageTag("hu"), refusal)).isEqualTo("Nincs 2026-W54 hét.");
        assertThat(Texts.of(Locale.FRENCH, refusal)).isEqualTo("There is no week 2026-W54.");
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
    }

    private static Properties load(String area, String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = TextsTest.class.getResourceAsStream("/org/countersign/" + area + "/messages" + language + ".properties")) {
            assertThat(in).as(area + language).isNotNull();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
