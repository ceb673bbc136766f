package org.countersign.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.countersign.customer.model.EscalationTrigger.When;
import org.countersign.customer.yaml.YamlAgreementText;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationRuleTest {

    private static final String CONTRACT =
            """
            calendar: OFFICE
            language: en
            targets:
              - priorities:
                  P1: {response: PT1H, resolution: PT8H}
                  P2: {response: PT1H, resolution: PT8H}
                  P3: {response: PT1H, resolution: PT8H}
                  P4: {response: PT1H, resolution: PT8H}
                  P5: {response: PT1H, resolution: PT8H}
            """;

    private static final String RULES =
            """
            escalation:
              - {rule: HALF-TIME, at: {percent: 50, of: RESOLUTION}, priorities: [P1, P2], then: {level: L2}}
              - {rule: LATE, after: {time: PT2H30M, of: RESPONSE}, then: {notify: [MANAGER, QUALITY], manager: kovacs}}
              - {rule: ALONE, unassigned: PT30M, kinds: [INCIDENT], then: {callOut: true}}
              - {rule: AGAIN, rejected: 2, then: {level: L3, notify: [MANAGER]}}
              - {rule: MAJOR, majorIncident: true, then: {callOut: true, notify: [AGENT]}}
            """;

    private static ServiceAgreement read(String text) {
        return ServiceAgreement.of(new YamlAgreementText().read(text));
    }

    @Test
    void rules_are_read_in_the_order_of_the_document_and_written_as_they_were_read() {
        ServiceAgreement agreement = read(CONTRACT + RULES);
        assertThat(agreement.escalation()).extracting(EscalationRule::rule).containsExactly("HALF-TIME", "LATE", "ALONE", "AGAIN", "MAJOR");
        assertThat(agreement.escalation().get(0).trigger())
                .isEqualTo(new EscalationTrigger(When.AT_PERCENT, ServiceTarget.RESOLUTION, 50, null, 0));
        assertThat(agreement.escalation().get(0).then()).isEqualTo(new EscalationActions(SupportLevel.L2, List.of(), null, false));
        assertThat(agreement.escalation().get(1).trigger().time()).isEqualTo(Duration.ofMinutes(150));
        assertThat(agreement.escalation().get(1).then())
                .isEqualTo(new EscalationActions(null, List.of(Role.MANAGER, Role.QUALITY), "kovacs", false));
        assertThat(ServiceAgreement.of(agreement.toMap())).isEqualTo(agreement);
        assertThat(read(CONTRACT).escalation()).isEmpty();
        assertThat(read(CONTRACT).toMap()).doesNotContainKey("escalation");
    }

    @Test
    void a_share_and_a_delay_are_counted_from_the_targets_start() {
        Duration eight = Duration.ofHours(8);
        assertThat(new EscalationTrigger(When.AT_PERCENT, ServiceTarget.RESOLUTION, 75, null, 0).of(eight)).isEqualTo(Duration.ofHours(6));
        assertThat(new EscalationTrigger(When.AT_PERCENT, ServiceTarget.RESOLUTION, 100, null, 0).of(eight)).isEqualTo(eight);
        assertThat(new EscalationTrigger(When.AFTER_DUE, ServiceTarget.RESOLUTION, 0, Duration.ofHours(2), 0).of(eight))
                .isEqualTo(Duration.ofHours(10));
    }

    @Test
    void who_works_which_level_is_read_and_hands_back_downwards() {
        SupportLevels levels = read(CONTRACT + "levels: {L2: CUSTOMER, L3: PROVIDER}\n").levels();
        assertThat(levels.ofCustomer()).containsExactly(SupportLevel.L2);
        assertThat(levels.entry()).isEqualTo(SupportLevel.L1);
        assertThat(levels.handsBackTo(SupportLevel.L2)).isEqualTo(SupportLevel.L1);
        SupportLevels second = read(CONTRACT + "levels: {L1: CUSTOMER, L3: CUSTOMER}\n").levels();
        assertThat(second.entry()).isEqualTo(SupportLevel.L2);
        assertThat(second.handsBackTo(SupportLevel.L3)).isEqualTo(SupportLevel.L2);
        assertThat(read(CONTRACT).levels()).isEqualTo(SupportLevels.USUAL);
        ServiceAgreement agreement = read(CONTRACT + "levels: {L2: CUSTOMER}\n");
        assertThat(ServiceAgreement.of(agreement.toMap())).isEqualTo(agreement);
        for (String wrong : List.of("{L1: CUSTOMER, L2: CUSTOMER, L3: CUSTOMER}", "{L2: NOBODY}", "{VENDOR: CUSTOMER}")) {
            assertThatThrownBy(() -> read(CONTRACT + "levels: " + wrong + "\n"))
                    .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.field()).startsWith("levels"));
        }
    }

    @Test
    void what_a_version_changed_about_a_rule_is_told_place_by_place() {
        assertThat(AgreementChanges.between(
                        read(CONTRACT + RULES).toMap(), read(CONTRACT + RULES.replace("percent: 50", "percent: 75")).toMap()))
                .containsExactly("escalation[0].at.percent: 50 → 75");
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "percent: 50; percent: 0; agreement-number-out-of-range; escalation[0].at.percent",
        "percent: 50; percent: 101; agreement-number-out-of-range; escalation[0].at.percent",
        "percent: 50; percent: half; agreement-number-out-of-range; escalation[0].at.percent",
        "percent: 50; percent: 49.5; agreement-number-out-of-range; escalation[0].at.percent",
        "of: RESOLUTION; of: DELIVERY; agreement-value-unknown; escalation[0].at.of",
        "'of: RESOLUTION}, priorities'; 'of: RESOLUTION}, rejected: 2, priorities'; escalation-one-trigger; escalation[0]",
        "'at: {percent: 50, of: RESOLUTION}, '; ''; escalation-one-trigger; escalation[0]",
        "PT2H30M; P2D; agreement-duration-malformed; escalation[1].after.time",
        "PT30M; PT0M; agreement-duration-malformed; escalation[2].unassigned",
        "rejected: 2; rejected: 0; agreement-number-out-of-range; escalation[3].rejected",
        "majorIncident: true; majorIncident: false; escalation-one-trigger; escalation[4]",
        "then: {level: L2}; then: {}; escalation-no-action; escalation[0].then",
        "then: {level: L2}; then: {callOut: false}; escalation-no-action; escalation[0].then",
        "'P2], then: {level: L2}'; 'P2]'; required; escalation[0].then",
        "level: L2; level: L1; agreement-value-unknown; escalation[0].then.level",
        "level: L2; level: VENDOR; agreement-value-unknown; escalation[0].then.level",
        "MANAGER, QUALITY; MANAGER, CONTACT; agreement-value-unknown; escalation[1].then.notify[1]",
        "rule: LATE; rule: HALF-TIME; escalation-rule-twice; escalation[1].rule",
        "rule: LATE; rule: AFTER-HOURS; escalation-rule-reserved; escalation[1].rule",
        "rule: LATE; rule: too late; code-malformed; escalation[1].rule",
        "P1, P2; P1, P9; agreement-value-unknown; escalation[0].priorities[1]",
        "kinds: [INCIDENT]; kinds: [STORM]; agreement-value-unknown; escalation[2].kinds[0]",
        "callOut: true, notify; callout: true, notify; agreement-member-unknown; escalation[4].then.callout"
    })
    void what_is_wrong_is_refused_with_its_place(String right, String wrong, String code, String place) {
        assertThat(RULES).contains(right);
        assertThatThrownBy(() -> read(CONTRACT + RULES.replaceFirst(java.util.regex.Pattern.quote(right), wrong == null ? "" : wrong)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).isEqualTo(place);
                });
    }
}
