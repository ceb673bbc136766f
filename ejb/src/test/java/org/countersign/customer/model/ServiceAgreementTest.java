package org.countersign.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import org.countersign.customer.yaml.YamlAgreementText;
import org.countersign.identity.model.SkillLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.testing.SampleAgreement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAgreementTest {

    private static final String DOCUMENT =
            """
            calendar: OFFICE
            language: hu
            priority:
              wishMoves: true
              matrix:
                HIGH: {HIGH: P1, MEDIUM: P1, LOW: P2}
                MEDIUM: {HIGH: P2, MEDIUM: P3, LOW: P4}
                LOW: {HIGH: P3, MEDIUM: P4, LOW: P5}
            firstResponse: {by: [ACKNOWLEDGEMENT, PUBLIC_MESSAGE], automaticMail: true}
            targets:
              - priorities:
                  P1: {response: PT30M, update: PT1H, resolution: PT4H}
                  P2: {response: PT1H, resolution: PT8H}
                  P3: {response: PT2H, resolution: PT24H}
                  P4: {response: PT4H, resolution: PT60H}
                  P5: {response: PT8H, resolution: PT120H}
              - kinds: [QUESTION, COMPLAINT]
                starts: AGREEMENT
                pausedBy: {response: [], resolution: [AWAITING_CUSTOMER]}
                priorities:
                  P3: {response: PT6H}
              - criticalities: [CRITICAL]
                priorities:
                  P1: {response: PT15M, resolution: PT2H}
              - channels: [EMAIL, PORTAL]
                priorities:
                  P4: {response: PT6H}
              - maintenance: true
                channels: [EMAIL]
                priorities:
                  P4: {response: PT3H}
              - kinds: [QUESTION]
                criticalities: [CRITICAL]
                priorities:
                  P3: {response: PT1H}
            maintenance: {goLive: 2026-03-01, until: 2026-05-31}
            services:
              - {name: Policy administration, criticality: CRITICAL}
              - {name: Intranet, criticality: LOW}
            """;

    private static final ServiceAgreement AGREEMENT = read(DOCUMENT);

    private static ServiceAgreement read(String text) {
        return ServiceAgreement.of(new YamlAgreementText().read(text));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {
        "INCIDENT, PHONE, P1, -, 2026-06-01, PT30M",
        "INCIDENT, PHONE, P1, Intranet, 2026-06-01, PT30M",
        "INCIDENT, PHONE, P1, policy administration, 2026-06-01, PT15M",
        "QUESTION, PHONE, P3, -, 2026-06-01, PT6H",
        "QUESTION, PHONE, P3, Policy administration, 2026-06-01, PT1H",
        "COMPLAINT, PHONE, P3, Policy administration, 2026-06-01, PT6H",
        "QUESTION, PHONE, P1, Policy administration, 2026-06-01, PT15M",
        "QUESTION, PHONE, P2, -, 2026-06-01, PT1H",
        "INCIDENT, PHONE, P4, -, 2026-06-01, PT4H",
        "INCIDENT, EMAIL, P4, -, 2026-06-01, PT6H",
        "INCIDENT, PORTAL, P4, -, 2026-05-31, PT6H",
        "INCIDENT, EMAIL, P4, -, 2026-05-31, PT3H",
        "INCIDENT, EMAIL, P4, -, 2026-02-28, PT6H",
    })
    void a_ticket_has_the_targets_of_the_most_specific_set_that_knows_its_priority(
            String kind, String channel, String priority, String service, LocalDate received, Duration response) {
        TicketTraits ticket = new TicketTraits(kind, channel, service, received);

        assertThat(AGREEMENT.promise(ticket, priority).times().response()).isEqualTo(response);
    }

    @Test
    void the_customers_wish_is_the_priority_only_where_the_contract_says_so() {
        assertThat(AGREEMENT.priority().of("LOW", "LOW", "P1")).isEqualTo("P1");
        assertThat(AGREEMENT.priority().of("HIGH", "MEDIUM", null)).isEqualTo("P1");
        ServiceAgreement deaf = read(DOCUMENT.replace("wishMoves: true", "wishMoves: false"));
        assertThat(deaf.priority().of("LOW", "LOW", "P1")).isEqualTo("P5");
    }

    @Test
    void the_desk_alone_assesses_only_where_the_contract_says_so() {
        assertThat(AGREEMENT.priority().deskAssesses()).isFalse();
        ServiceAgreement desk = read(DOCUMENT.replace("wishMoves: true", "deskAssesses: true"));
        assertThat(desk.priority().deskAssesses()).isTrue();
        assertThat(desk.priority().wishMoves()).isFalse();
        assertThat(ServiceAgreement.of(desk.toMap())).isEqualTo(desk);
    }

    @Test
    void what_is_left_out_is_the_usual_and_is_written_out() {
        TargetSet set = AGREEMENT.targets().get(0);
        assertThat(set.starts()).isEqualTo(TargetStart.RECEIPT);
        assertThat(set.pausedBy()).isEqualTo(TargetSet.USUAL_PAUSES);
        assertThat(AGREEMENT.targets().get(1).pausedBy().get(ServiceTarget.UPDATE)).containsExactly("HELD");
        assertThat(new YamlAgreementText().write(AGREEMENT.toMap())).contains("starts: RECEIPT");
    }

    @Test
    void what_is_written_is_read_as_the_same() {
        assertThat(read(new YamlAgreementText().write(AGREEMENT.toMap()))).isEqualTo(AGREEMENT);
        ServiceAgreement sample = SampleAgreement.of("OFFICE", SampleAgreement.hourly());
        assertThat(ServiceAgreement.of(sample.toMap())).isEqualTo(sample);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "calendar: OFFICE | calender: OFFICE | agreement-member-unknown | calender",
        "calendar: OFFICE | name: OFFICE | agreement-member-unknown | name",
        "language: hu | language: tlh | language-unknown | language",
        "PT4H} | PT10M} | target-out-of-order | targets[0].priorities.P1.resolution",
        "response: PT30M | response: P1D | agreement-duration-malformed | targets[0].priorities.P1.response",
        "response: PT30M | response: PT0H | agreement-duration-malformed | targets[0].priorities.P1.response",
        "response: PT30M | response: -PT5M | agreement-duration-malformed | targets[0].priorities.P1.response",
        "response: PT30M, | '' | required | targets[0].priorities.P1.response",
        "{response: PT6H} | [PT6H] | agreement-members-expected | targets[1].priorities.P3",
        "P3: {response: PT6H} | P6: {response: PT6H} | agreement-member-unknown | targets[1].priorities.P6",
        "starts: AGREEMENT | starts: LATER | agreement-value-unknown | targets[1].starts",
        "[AWAITING_CUSTOMER] | [LUNCH] | agreement-value-unknown | targets[1].pausedBy.resolution[0]",
        "[QUESTION, COMPLAINT] | QUESTION | agreement-list-expected | targets[1].kinds",
        "wishMoves: true | wishMoves: perhaps | agreement-value-unknown | priority.wishMoves",
        "wishMoves: true | deskAssesses: now and then | agreement-value-unknown | priority.deskAssesses",
        "HIGH: P1, MEDIUM: P1 | HIGH: P1, MEDIUM: P9 | agreement-value-unknown | priority.matrix.HIGH.MEDIUM",
        "until: 2026-05-31 | until: 2026-02-28 | maintenance-ends-before-start | maintenance.until",
        "until: 2026-05-31 | until: 2026-02-30 | agreement-date-malformed | maintenance.until",
        "until: 2026-05-31 | until: +999999999-12-31 | agreement-date-malformed | maintenance.until",
        "channels: [EMAIL] | channels: [PIGEON] | agreement-value-unknown | targets[4].channels[0]",
        "maintenance: true | maintenance: sometimes | agreement-value-unknown | targets[4].maintenance",
        "'maintenance: {goLive: 2026-03-01, until: 2026-05-31}' | '' | maintenance-not-agreed | targets[4].maintenance",
        "name: Intranet | name: policy Administration | agreement-service-twice | services[1].name",
        "automaticMail: true | automaticMail: [true] | agreement-value-unknown | firstResponse.automaticMail",
    })
    void what_does_not_fit_is_refused_with_its_place(String right, String wrong, String code, String place) {
        assertThat(DOCUMENT).contains(right);
        assertThatThrownBy(() -> read(DOCUMENT.replace(right, wrong)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).isEqualTo(place);
                });
    }

    @Test
    void two_sets_may_not_claim_the_same_ticket_with_the_same_right() {
        String twice = DOCUMENT.replace("  - criticalities: [CRITICAL]", "  - kinds: [QUESTION]\n    priorities:\n      P3: {response: PT1H}\n  - criticalities: [CRITICAL]");
        assertThatThrownBy(() -> read(twice)).isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
            assertThat(refused.code()).isEqualTo("targets-overlap");
            assertThat(refused.field()).isEqualTo("targets[2]");
        });
    }

    @Test
    void without_a_default_set_some_ticket_would_owe_nothing() {
        assertThatThrownBy(() -> read("calendar: OFFICE\nlanguage: en\ntargets:\n  - kinds: [QUESTION]\n    priorities:\n      P3: {response: PT1H}"))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("targets-without-default"));
    }

    @Test
    void what_changed_is_told_place_by_place() {
        ServiceAgreement after = read(DOCUMENT.replace("update: PT1H, resolution: PT4H", "resolution: PT3H"));
        assertThat(AgreementChanges.between(AGREEMENT.toMap(), after.toMap()))
                .containsExactly("targets[0].priorities.P1.resolution: PT4H → PT3H", "targets[0].priorities.P1.update: PT1H → –");
        assertThat(AgreementChanges.between(AGREEMENT.toMap(), AGREEMENT.toMap())).isEmpty();
    }

    private static final String DEMANDS = DOCUMENT
            + """
            skills:
              - {skill: POLICY, level: BASIC}
              - {service: Policy administration, skill: POLICY, level: EXPERT}
              - {service: Policy administration, certification: Certified Engineer}
              - {service: Intranet, skill: WEB}
            """;

    @Test
    void a_service_demands_what_is_demanded_of_it_and_of_all() {
        SkillDemands demands = read(DEMANDS).skills();
        assertThat(demands.about(null).skills()).isEqualTo(Map.of("POLICY", SkillLevel.BASIC));
        assertThat(demands.about(null).certifications()).isEmpty();
        assertThat(demands.about(" policy ADMINISTRATION ").skills()).isEqualTo(Map.of("POLICY", SkillLevel.EXPERT));
        assertThat(demands.about("Policy administration").certifications()).containsExactly("Certified Engineer");
        assertThat(demands.about("Intranet").skills()).isEqualTo(Map.of("POLICY", SkillLevel.BASIC, "WEB", SkillLevel.BASIC));
        assertThat(AGREEMENT.skills()).isEqualTo(SkillDemands.NONE);
        assertThat(ServiceAgreement.of(read(DEMANDS).toMap())).isEqualTo(read(DEMANDS));
        assertThat(AgreementChanges.between(AGREEMENT.toMap(), read(DEMANDS).toMap()))
                .contains("skills[1].level: – → EXPERT", "skills[2].certification: – → Certified Engineer");
    }

    @ParameterizedTest
    @CsvSource({
        "'{level: BASIC, service: Intranet}', demand-of-nothing, skills[0]",
        "'{certification: C, level: BASIC}', required, skills[0].skill",
        "'{skill: POLICY, level: GURU}', agreement-value-unknown, skills[0].level",
        "'{skill: policy}', code-malformed, skills[0].skill",
        "'{service: Intranett, skill: POLICY}', demand-service-unknown, skills[0].service",
        "'{skills: POLICY}', agreement-member-unknown, skills[0].skills",
    })
    void a_demand_that_says_nothing_is_refused_with_its_place(String demand, String code, String place) {
        assertThatThrownBy(() -> read(DOCUMENT + "skills: [" + demand + "]"))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).isEqualTo(place);
                });
    }
}
