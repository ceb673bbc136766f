package org.countersign.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.countersign.customer.yaml.YamlAgreementText;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a contract says about reports and about the way to the customer's systems. */
class ReportClausesTest {

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

    private static final String CLAUSES =
            """
            environments: [Production, Preproduction]
            remoteAccess:
              - {equipment: VPN client, suppliedBy: CUSTOMER, note: One account for each engineer}
              - {equipment: Remote desktop, suppliedBy: PROVIDER}
            """;

    private static ServiceAgreement read(String text) {
        return ServiceAgreement.of(new YamlAgreementText().read(text));
    }

    @Test
    void clauses_are_written_as_they_were_read_and_may_be_left_out() {
        ServiceAgreement agreement = read(CONTRACT + CLAUSES);

        assertThat(agreement.environments().names()).containsExactly("Production", "Preproduction");
        assertThat(agreement.remoteAccess())
                .containsExactly(
                        new RemoteAccess("VPN client", Supplier.CUSTOMER, "One account for each engineer"),
                        new RemoteAccess("Remote desktop", Supplier.PROVIDER, null));
        assertThat(ServiceAgreement.of(agreement.toMap())).isEqualTo(agreement);
        assertThat(read(CONTRACT).environments()).isEqualTo(Environments.ANY);
        assertThat(read(CONTRACT).remoteAccess()).isEmpty();
        assertThat(read(CONTRACT).toMap()).doesNotContainKeys("environments", "remoteAccess");
    }

    @Test
    void an_environment_is_called_as_the_contract_writes_it() {
        Environments environments = read(CONTRACT + CLAUSES).environments();

        assertThat(environments.named("PREproduction ")).isEqualTo("Preproduction");
        assertThat(environments.named(null)).isNull();
        assertThat(Environments.ANY.named("Wherever")).isEqualTo("Wherever");
        assertThatThrownBy(() -> environments.named("Training"))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo("environment-unknown");
                    assertThat(refused.field()).isEqualTo("environment");
                    assertThat(refused.arguments()).containsExactly("Training", "Production, Preproduction");
                });
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
        "'[Production, Preproduction]'; Production; agreement-list-expected; environments",
        "'[Production, Preproduction]'; '[Production, PRODUCTION]'; agreement-name-twice; environments[1]",
        "'[Production, Preproduction]'; '[Production, {}]'; agreement-text-expected; environments[1]",
        "'[Production, Preproduction]'; '[Production, null]'; agreement-text-expected; environments[1]",
        "'[Production, Preproduction]'; '[\"\"]'; required; environments[0]",
        "suppliedBy: CUSTOMER; suppliedBy: NOBODY; agreement-value-unknown; remoteAccess[0].suppliedBy",
        "', suppliedBy: PROVIDER'; ''; required; remoteAccess[1].suppliedBy",
        "equipment: Remote desktop; equipment: vpn CLIENT; agreement-name-twice; remoteAccess[1].equipment",
        "equipment: Remote desktop; equipment: []; agreement-text-expected; remoteAccess[1].equipment",
        "note: One; notes: One; agreement-member-unknown; remoteAccess[0].notes"
    })
    void what_does_not_fit_is_refused_with_its_place(String part, String other, String code, String place) {
        assertThat(CLAUSES).contains(part);
        assertThatThrownBy(() -> read(CONTRACT + CLAUSES.replace(part, other)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).isEqualTo(place);
                });
    }
}
