package org.countersign.web.desk.contract.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.model.EscalationTrigger.When;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;

class RulesFormTest {

    private static final Map<String, Object> TIMES = Map.of("response", "PT1H", "resolution", "PT8H");

    private final ServiceAgreement agreement = ServiceAgreement.of(Map.of(
            "calendar", "OFFICE",
            "language", "en",
            "targets", List.of(Map.of("priorities", Map.of("P1", TIMES, "P2", TIMES, "P3", TIMES, "P4", TIMES, "P5", TIMES))),
            "escalation", List.of(
                    Map.of("rule", "LATE", "at", Map.of("percent", 75, "of", "RESPONSE"), "priorities", List.of("P1"), "then", Map.of("level", "L2")),
                    Map.of("rule", "GONE", "after", Map.of("time", "PT2H30M", "of", "UPDATE"), "then", Map.of("notify", List.of("MANAGER"))),
                    Map.of("rule", "NOBODY", "unassigned", "PT15M", "kinds", List.of("QUESTION"), "then", Map.of("callOut", true)),
                    Map.of("rule", "AGAIN", "rejected", 2, "then", Map.of("manager", "kovacs")),
                    Map.of("rule", "MAJOR", "majorIncident", true, "then", Map.of("level", "L3", "callOut", true)))));

    private final FormRows<RuleForm> form =
            new FormRows<>("escalation", agreement.escalation(), null, (place, rule) -> new RuleForm(place, rule, Locale.ENGLISH));

    @Test
    void what_nobody_touches_stays_as_it_was_agreed() {
        assertThat(form.malformed()).isEmpty();
        assertThat(recorded()).isEqualTo(agreement);
        assertThat(form.getRows()).extracting(RuleForm::getAmount).containsExactly("75", "2:30", "0:15", "2", null);
    }

    @Test
    void a_rule_is_added_and_another_one_removed() {
        form.add();
        RuleForm next = form.getRows().get(5);
        next.setName("SLOW");
        next.setWhen(When.AFTER_DUE);
        next.setAmount("4");
        next.setLevel(SupportLevel.L3);
        form.remove(form.getRows().get(0));
        assertThat(next.getNumber()).isEqualTo(5);
        assertThat(recorded().escalation()).hasSize(5).last().satisfies(rule -> {
            assertThat(rule.rule()).isEqualTo("SLOW");
            assertThat(rule.trigger().time()).isEqualTo(Duration.ofHours(4));
            assertThat(rule.then().level()).isEqualTo(SupportLevel.L3);
        });
    }

    @Test
    void what_is_refused_is_named_at_its_input() {
        form.add();
        RuleForm next = form.getRows().get(5);
        assertThat(refused()).isEqualTo("terms:rule:5:name");
        next.setName("SLOW");
        assertThat(refused()).isEqualTo("terms:rule:5:amount");
        next.setAmount("150");
        assertThat(refused()).isEqualTo("terms:rule:5:amount");
        next.setAmount("50");
        assertThat(refused()).as("nothing happens").isEqualTo("terms:rule:5:level");
        next.setCallOut(true);
        next.setName("LATE");
        assertThat(refused()).isEqualTo("terms:rule:5:name");
        next.setWhen(When.UNASSIGNED);
        next.setAmount("soon");
        assertThat(form.malformed()).extracting(FormInput::label).containsExactly("Rule 6, How much");
        assertThat(form.at("escalation[3].then.manager")).map(FormInput::id).hasValue("terms:rule:3:manager");
        assertThat(form.at("escalation[6]")).isEmpty();
        assertThat(form.at("targets[0]")).isEmpty();
    }

    private ServiceAgreement recorded() {
        Map<String, Object> document = new LinkedHashMap<>(agreement.toMap());
        document.put("escalation", form.toList());
        return ServiceAgreement.of(document);
    }

    private String refused() {
        String place = catchThrowableOfType(BusinessRuleViolation.class, this::recorded).field();
        return form.at(place).orElseThrow().id();
    }
}
