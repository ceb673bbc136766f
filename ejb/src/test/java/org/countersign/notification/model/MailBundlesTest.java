package org.countersign.notification.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countersign.kernel.Texts;
import org.countersign.ticket.model.HoldReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailBundlesTest {

    private static final Pattern BRACES = Pattern.compile("\\{([^}]*)}?");

    @ParameterizedTest
    @ValueSource(strings = {"_hu", "_nl", "_pt"})
    void every_text_is_translated_and_speaks_of_the_same_facts(String language) throws IOException {
        Properties english = load("");
        Properties other = load(language);

        assertThat(other.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(other.getProperty(key))).as(key).isEqualTo(placeholders(english.getProperty(key)));
            assertThat(other.getProperty(key)).as(key).doesNotContain("\uFFFD", "Ã");
            if (!key.startsWith("format.")) {
                assertThat(other.getProperty(key)).as(key).isNotEqualTo(english.getProperty(key));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MailTemplate.class)
    void a_mail_has_subject_and_text_and_tells_every_fact_it_is_given(MailTemplate template) throws IOException {
        String subject = load("").getProperty(template.key() + ".subject");
        String body = load("").getProperty(template.key() + ".body");
        Set<String> known = new TreeSet<>(template.facts());
        known.add("ticket");

        assertThat(known).containsAll(placeholders(subject));
        assertThat(known).containsAll(placeholders(body));
        assertThat(placeholders(subject + body)).containsAll(template.facts());
    }

    @Test
    void there_are_no_texts_that_nobody_uses() throws IOException {
        Set<String> used = new TreeSet<>(Set.of("greeting", "greeting.nameless", "answer", "signature", "format.instant", "format.date"));
        for (MailTemplate template : MailTemplate.values()) {
            used.add(template.key() + ".subject");
            used.add(template.key() + ".body");
        }
        for (HoldReason reason : HoldReason.values()) {
            used.add("HoldReason." + reason);
        }
        // The codes under which reports are held.
        used.addAll(Set.of("hold.AWAITING_FIXED_CONTACT", "hold.INCOMPLETE", "hold.SENDER_NOT_PROVEN", "hold.other"));

        assertThat(load("").stringPropertyNames()).isEqualTo(used);
    }

    @Test
    void the_outbox_page_has_a_name_for_every_state_and_mail() {
        for (var language : Texts.LANGUAGES) {
            for (OutboxState state : OutboxState.values()) {
                assertThat(Texts.of(language, state)).isNotEqualTo(state.name());
            }
            for (MailTemplate template : MailTemplate.values()) {
                assertThat(Texts.of(language, template)).isNotEqualTo(template.name());
            }
        }
    }

    private static Set<String> placeholders(String text) {
        return BRACES.matcher(text).results().map((MatchResult found) -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties load(String language) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = MailText.class.getResourceAsStream("/org/countersign/notification/mails" + language + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }
}
