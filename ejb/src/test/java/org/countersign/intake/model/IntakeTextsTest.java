package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTextsTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "hu", "nl", "pt"})
    void every_reason_and_finding_has_a_text_in_every_language(String language) {
        Set<String> needed = new HashSet<>(Set.of("reply-address-too-long"));
        Arrays.stream(UnreadableMail.Reason.values()).map(UnreadableMail.Reason::code).forEach(needed::add);
        Arrays.stream(SenderScreening.Finding.values()).map(finding -> "screening." + finding).forEach(needed::add);
        Arrays.stream(SenderProof.Verdict.values()).map(verdict -> "proof." + verdict).forEach(needed::add);

        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.countersign.intake.texts",
                language.isEmpty() ? Locale.ROOT : Locale.forLanguageTag(language),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));

        assertThat(bundle.getLocale()).hasToString(language);
        Set<String> own = new HashSet<>();
        for (String key : bundle.keySet()) {
            own.add(key);
            assertThat(bundle.getString(key)).as(key).isNotBlank().doesNotContain("\uFFFD", "Ã");
        }
        assertThat(own).isEqualTo(needed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hu", "nl", "pt"})
    void no_translation_is_left_in_english(String language) {
        ResourceBundle.Control control = ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        ResourceBundle english = ResourceBundle.getBundle("org.countersign.intake.texts", Locale.ROOT, control);
        ResourceBundle other = ResourceBundle.getBundle("org.countersign.intake.texts", Locale.forLanguageTag(language), control);

        assertThat(english.keySet()).noneMatch(key -> english.getString(key).equals(other.getString(key)));
    }
}
