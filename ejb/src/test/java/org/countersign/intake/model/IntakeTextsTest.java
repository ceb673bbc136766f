package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import org.countersign.intake.service.PollingState;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntakeTextsTest {

    private static final Set<String> RULES = Set.of(
            "reply-address-too-long",
            "port-out-of-range",
            "mailbox-needs-tls",
            "mailbox-address-invalid",
            "mailbox-exists",
            "imap-setting-malformed",
            "message-already-decided",
            "message-not-to-decide",
            "message-unreadable",
            "message-stored-meanwhile",
            "secret-made-meanwhile",
            "intake-ticket-unknown",
            "intake-vendor-case-unknown",
            "ticket-has-ended",
            "intake.text-cut",
            "intake.file-not-kept",
            "intake.no-text",
            "intake.no-subject",
            "intake.follow-up-of",
            "intake.missing-description");

    @ParameterizedTest
    @ValueSource(strings = {"", "hu", "nl", "pt"})
    void every_reason_and_finding_has_a_text_in_every_language(String language) {
        Set<String> needed = new HashSet<>(RULES);
        Arrays.stream(UnreadableMail.Reason.values()).map(UnreadableMail.Reason::code).forEach(needed::add);
        Arrays.stream(IntakeReason.values()).map(IntakeReason::code).forEach(needed::add);
        Arrays.stream(Ground.Kind.values()).filter(kind -> kind != Ground.Kind.SENTENCE).map(kind -> "Ground." + kind).forEach(needed::add);
        for (Enum<?>[] constants : List.<Enum<?>[]>of(
                SenderScreening.Finding.values(),
                SenderProof.Verdict.values(),
                IntakeOutcome.values(),
                IntakeSource.values(),
                MessageDecision.values(),
                MailboxSecurity.values(),
                PollingState.values())) {
            Arrays.stream(constants)
                    .map(constant -> constant.getDeclaringClass().getSimpleName() + "." + constant.name())
                    .forEach(needed::add);
        }

        ResourceBundle bundle = ResourceBundle.getBundle(
                "org.countersign.intake.messages",
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
        ResourceBundle english = ResourceBundle.getBundle("org.countersign.intake.messages", Locale.ROOT, control);
        ResourceBundle other = ResourceBundle.getBundle("org.countersign.intake.messages", Locale.forLanguageTag(language), control);

        assertThat(english.keySet()).noneMatch(key -> english.getString(key).equals(other.getString(key)));
    }
}
