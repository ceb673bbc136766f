package org.countersign.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.customer.model.EscalationActions;
import org.countersign.customer.model.EscalationTrigger;
import org.countersign.customer.model.EscalationTrigger.When;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.escalation.model.EscalationState;
import org.countersign.escalation.model.Outlook;
import org.countersign.escalation.service.EscalationWords;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.AreaMessages;
import org.countersign.kernel.Texts;
import org.junit.jupiter.api.Test;

class EscalationMessagesTest {

    @Test
    void every_trigger_state_and_reason_has_a_text() throws IllegalAccessException {
        Set<String> needed = new TreeSet<>(Set.of("escalation.when.AFTER_HOURS"));
        for (When when : When.values()) {
            needed.add("escalation.when." + when);
        }
        for (EscalationState state : EscalationState.values()) {
            needed.add("EscalationState." + state);
        }
        for (var field : Outlook.class.getDeclaredFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getType() == String.class) {
                needed.add("escalation.reason." + field.get(null));
            }
        }
        assertThat(needed).hasSizeGreaterThan(15);
        assertThat(AreaMessages.bundle("escalation", "").keySet()).containsAll(needed);
    }

    @Test
    void every_language_says_the_same() {
        AreaMessages.areTranslatedWithTheSameArguments("escalation");
    }

    @Test
    void a_rule_is_told_in_words() {
        Locale hungarian = Locale.forLanguageTag("hu");
        EscalationTrigger late = new EscalationTrigger(When.AFTER_DUE, ServiceTarget.RESPONSE, 0, Duration.ofMinutes(150), 0);
        assertThat(EscalationWords.when(Locale.ENGLISH, late)).isEqualTo("First response: overdue by 2 hours 30 minutes");
        assertThat(EscalationWords.when(hungarian, late)).isEqualTo("Első válasz: késik ennyit: 2 óra 30 perc");
        assertThat(EscalationWords.when(hungarian, null)).isEqualTo("Új jegy a szolgáltatási időn kívül");
        EscalationActions all = new EscalationActions(SupportLevel.L2, List.of(Role.MANAGER, Role.QUALITY), "kovacs", true);
        assertThat(EscalationWords.then(Locale.ENGLISH, all, account -> "Person " + account))
                .containsExactly(
                        "goes to: Level 2", "is told: Desk manager, Quality Engineer", "responsible manager: Person kovacs", "who is on duty is called");
        for (Locale language : Texts.LANGUAGES) {
            assertThat(Arrays.asList(EscalationWords.reason(language, "AWAITING_CUSTOMER"), EscalationWords.reason(language, "NOT_AGREED"),
                            EscalationWords.reason(language, "ENDED"), EscalationWords.reason(language, "OUT_OF_REACH")))
                    .noneMatch(text -> text.contains("_"))
                    .doesNotContain("ENDED");
        }
    }
}
