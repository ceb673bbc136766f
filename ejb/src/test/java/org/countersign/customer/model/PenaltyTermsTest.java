package org.countersign.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.countersign.customer.yaml.YamlAgreementText;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an agreement says of availability and of penalties. */
class PenaltyTermsTest {

    private static final String DOCUMENT =
            """
            calendar: OFFICE
            language: hu
            targets:
              - priorities:
                  P1: {response: PT30M, update: PT1H, resolution: PT4H}
                  P2: {response: PT1H, resolution: PT8H}
                  P3: {response: PT2H, resolution: PT24H}
                  P4: {response: PT4H, resolution: PT60H}
                  P5: {response: PT8H, resolution: PT120H}
            services:
              - {name: Policy administration, criticality: CRITICAL}
              - {name: Intranet, criticality: LOW}
            availability:
              - {service: policy administration, target: 99.9, measured: SERVICE_HOURS, excludes: [AGREED_MAINTENANCE, CUSTOMER_CAUSED]}
            penalties:
              currency: EUR
              base: 12000.50
              cap: {percent: 30}
              clauses:
                - {code: FIRST-WORD, measure: RESPONSE, priorities: [P1, P2], perBreach: {amount: 100.00}}
                - code: RESOLUTIONS
                  measure: RESOLUTION
                  tiers: [{below: 95, percent: 5}, {below: 90, percent: 10}]
                - code: UPTIME
                  measure: AVAILABILITY
                  service: Policy Administration
                  tiers: [{below: 99.9, percent: 10}, {below: 99, amount: 5000}]
            """;

    private static ServiceAgreement read(String text) {
        return ServiceAgreement.of(new YamlAgreementText().read(text));
    }

    @Test
    void what_is_written_is_read_as_the_same() {
        ServiceAgreement agreement = read(DOCUMENT);
        assertThat(read(new YamlAgreementText().write(agreement.toMap()))).isEqualTo(agreement);
        assertThat(agreement.availability()).singleElement().satisfies(target -> {
            assertThat(target.service()).isEqualTo("Policy administration");
            assertThat(target.excludes()).containsExactly(OutageCause.AGREED_MAINTENANCE, OutageCause.CUSTOMER_CAUSED);
        });
        assertThat(agreement.penalties().clauses()).extracting(PenaltyClause::code).containsExactly("FIRST-WORD", "RESOLUTIONS", "UPTIME");
        assertThat(agreement.penalties().clauses().get(2).service()).isEqualTo("Policy administration");
    }

    @Test
    void a_change_is_told_place_by_place() {
        ServiceAgreement after = read(DOCUMENT.replace("base: 12000.50", "base: 13000"));
        assertThat(AgreementChanges.between(read(DOCUMENT).toMap(), after.toMap()))
                .isEqualTo(List.of("penalties.base: 12000.50 → 13000.00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "service: policy administration | service: Payroll | agreement-service-unknown | availability[0].service",
        "target: 99.9 | target: 100.01 | availability-target-out-of-range | availability[0].target",
        "target: 99.9 | target: 0 | availability-target-out-of-range | availability[0].target",
        "target: 99.9 | target: -1 | agreement-number-malformed | availability[0].target",
        "target: 99.9 | target: .nan | agreement-number-malformed | availability[0].target",
        "target: 99.9 | target: 1e400 | agreement-number-malformed | availability[0].target",
        "measured: SERVICE_HOURS | measured: SOMETIMES | agreement-value-unknown | availability[0].measured",
        "[AGREED_MAINTENANCE, CUSTOMER_CAUSED] | [FAULT] | agreement-value-unknown | availability[0].excludes[0]",
        "currency: EUR | currency: EURO | penalty-currency-unknown | penalties.currency",
        "currency: EUR | currency: eur | penalty-currency-unknown | penalties.currency",
        "currency: EUR | currency: XAU | penalty-currency-unknown | penalties.currency",
        "base: 12000.50 | base: -12000.50 | agreement-number-malformed | penalties.base",
        "base: 12000.50 | base: 0 | agreement-number-malformed | penalties.base",
        "base: 12000.50 | base: 12000.505 | penalty-amount-too-fine | penalties.base",
        "base: 12000.50 | '' | required | penalties.base",
        "cap: {percent: 30} | cap: {percent: 130} | penalty-percent-out-of-range | penalties.cap.percent",
        "cap: {percent: 30} | cap: {percent: 30, amount: 5} | penalty-amount-or-percent | penalties.cap",
        "cap: {percent: 30} | cap: {} | penalty-amount-or-percent | penalties.cap",
        "cap: {percent: 30} | rounding: UP | agreement-value-unknown | penalties.rounding",
        "measure: RESOLUTION | measure: SPEED | agreement-value-unknown | penalties.clauses[1].measure",
        "priorities: [P1, P2] | priorities: [P1, P9] | agreement-value-unknown | penalties.clauses[0].priorities[1]",
        "priorities: [P1, P2] | service: Intranet | penalty-member-of-other-measure | penalties.clauses[0].service",
        "service: Policy Administration | priorities: [P1] | penalty-member-of-other-measure | penalties.clauses[2].priorities",
        "service: Policy Administration | service: Intranet | penalty-service-unknown | penalties.clauses[2].service",
        "code: RESOLUTIONS | code: UPTIME | penalty-clause-twice | penalties.clauses[2].code",
        "code: RESOLUTIONS | code: no good | code-malformed | penalties.clauses[1].code",
        "perBreach: {amount: 100.00} | perBreach: {amount: -1} | agreement-number-malformed | penalties.clauses[0].perBreach.amount",
        "perBreach: {amount: 100.00} | perBreach: {amount: 1, percent: 1} | penalty-amount-or-percent | penalties.clauses[0].perBreach",
        "', perBreach: {amount: 100.00}' | '' | penalty-per-breach-or-tiers | penalties.clauses[0]",
        "{below: 90, percent: 10} | {below: 95, percent: 10} | penalty-tiers-overlap | penalties.clauses[1].tiers[1].below",
        "{below: 90, percent: 10} | {below: 97, percent: 10} | penalty-tiers-overlap | penalties.clauses[1].tiers[1].below",
        "{below: 90, percent: 10} | {below: 90, percent: 4} | penalty-tier-owes-less | penalties.clauses[1].tiers[1]",
        "{below: 99, amount: 5000} | {below: 99, amount: 1200} | penalty-tier-owes-less | penalties.clauses[2].tiers[1]",
        "{below: 95, percent: 5} | {below: 0, percent: 5} | penalty-percent-out-of-range | penalties.clauses[1].tiers[0].below",
        "{below: 95, percent: 5} | {below: 95} | penalty-amount-or-percent | penalties.clauses[1].tiers[0]",
        "'measure: RESPONSE, priorities: [P1, P2]' | 'measure: UPDATE, priorities: [P2]' | penalty-without-target | penalties.clauses[0].measure",
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
    void nothing_can_be_owed_for_an_availability_that_nobody_promised() {
        String without = DOCUMENT.replaceAll("(?s)availability:.*penalties:", "penalties:");
        assertThatThrownBy(() -> read(without)).isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
            assertThat(refused.code()).isEqualTo("penalty-without-availability");
            assertThat(refused.field()).isEqualTo("penalties.clauses[2].measure");
        });
    }
}
