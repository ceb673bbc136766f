package org.countersign.customer.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.yaml.YamlAgreementText;
import org.countersign.identity.model.SupportLevel;
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
            categories:
              - {category: ACCESS, title: Access problems, level: L1, kinds: [INCIDENT, SERVICE_REQUEST]}
              - {category: CONNECTIVITY, title: Connectivity, level: L2, direct: true}
              - {category: BUG, title: Bugs, level: L3}
              - {category: DATA-EXCHANGE, title: Data exchange}
            minimum: [SERVICE, CATEGORY, "FIELD:user"]
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
        assertThat(agreement.categories().listed())
                .containsExactly(
                        new Category("ACCESS", "Access problems", SupportLevel.L1, false, List.of("INCIDENT", "SERVICE_REQUEST")),
                        new Category("CONNECTIVITY", "Connectivity", SupportLevel.L2, true, List.of()),
                        new Category("BUG", "Bugs", SupportLevel.L3, false, List.of()),
                        new Category("DATA-EXCHANGE", "Data exchange", null, false, List.of()));
        assertThat(ServiceAgreement.of(agreement.toMap())).isEqualTo(agreement);
        assertThat(agreement.minimum().demanded()).containsExactly("SERVICE", "CATEGORY", "FIELD:user");
        assertThat(read(CONTRACT).minimum()).isEqualTo(MinimumContent.NONE);
        assertThat(read(CONTRACT).categories()).isEqualTo(Categories.NONE);
        assertThat(read(CONTRACT).environments()).isEqualTo(Environments.ANY);
        assertThat(read(CONTRACT).remoteAccess()).isEmpty();
        assertThat(read(CONTRACT).toMap()).doesNotContainKeys("environments", "remoteAccess", "categories", "minimum");
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

    @Test
    void a_category_is_named_by_its_code_and_for_its_kinds_only() {
        Categories categories = read(CONTRACT + CLAUSES).categories();

        assertThat(categories.named(" BUG ", "QUESTION").title()).isEqualTo("Bugs");
        assertThat(categories.of("QUESTION")).extracting(Category::code).containsExactly("CONNECTIVITY", "BUG", "DATA-EXCHANGE");
        for (List<String> wrong : List.of(List.of("ACCESS", "QUESTION"), List.of("STORM", "QUESTION"), List.of("bug", "QUESTION"))) {
            assertThatThrownBy(() -> categories.named(wrong.get(0), wrong.get(1)))
                    .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                        assertThat(refused.code()).isEqualTo("category-unknown");
                        assertThat(refused.field()).isEqualTo("category");
                        assertThat(refused.arguments()).containsExactly(wrong.get(0), "CONNECTIVITY, BUG, DATA-EXCHANGE");
                    });
        }
        assertThatThrownBy(() -> Categories.NONE.named("BUG", "INCIDENT"))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("categories-not-agreed"));
    }

    @Test
    void what_a_report_lacks_is_told_in_the_order_of_the_contract() {
        MinimumContent minimum = read(CONTRACT + CLAUSES).minimum();

        assertThat(minimum.missing(Map.of(), Map.of())).containsExactly("SERVICE", "CATEGORY", "FIELD:user");
        assertThat(minimum.missing(Map.of(ReportPart.SERVICE, "Claims", ReportPart.CATEGORY, " "), Map.of("user", "Anna", "other", "x")))
                .containsExactly("CATEGORY");
        assertThat(MinimumContent.NONE.missing(Map.of(), Map.of())).isEmpty();
        assertThat(minimum.demanded().stream().map(one -> MinimumContent.inWords(one, Locale.forLanguageTag("hu"))))
                .containsExactly("Szolgáltatás", "Kategória", "user");
    }

    @Test
    void no_contract_demands_a_category_that_nobody_could_name() {
        assertThatThrownBy(() -> read(CONTRACT + "minimum: [SERVICE, CATEGORY]\n"))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo("minimum-without-categories");
                    assertThat(refused.field()).isEqualTo("minimum[1]");
                });
    }

    @Test
    void only_a_direct_category_of_a_higher_level_passes_by_where_reports_enter() {
        Categories categories = read(CONTRACT + CLAUSES).categories();

        assertThat(categories.listed().stream().filter(category -> category.passesBy(SupportLevel.L1)).map(Category::code))
                .containsExactly("CONNECTIVITY");
        assertThat(categories.listed()).noneMatch(category -> category.passesBy(SupportLevel.L2));
    }

    @Test
    void no_report_opens_at_a_level_of_the_customer() {
        assertThatThrownBy(() -> read(CONTRACT + CLAUSES + "levels: {L2: CUSTOMER}\n"))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo("category-direct-to-customer");
                    assertThat(refused.field()).isEqualTo("categories[1].direct");
                });
        assertThat(read(CONTRACT + CLAUSES + "levels: {L3: CUSTOMER}\n").categories().listed()).hasSize(4);
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
        "note: One; notes: One; agreement-member-unknown; remoteAccess[0].notes",
        "category: BUG; category: ACCESS; agreement-name-twice; categories[2].category",
        "category: BUG; category: a bug; code-malformed; categories[2].category",
        "', title: Bugs'; ''; required; categories[2].title",
        "level: L3; level: VENDOR; agreement-value-unknown; categories[2].level",
        "level: L3; level: L4; agreement-value-unknown; categories[2].level",
        "'level: L2, direct'; direct; required; categories[1].level",
        "direct: true; direct: yes please; agreement-value-unknown; categories[1].direct",
        "INCIDENT, SERVICE_REQUEST; STORM; agreement-value-unknown; categories[0].kinds[0]",
        "title: Bugs; name: Bugs; agreement-member-unknown; categories[2].name",
        "'[SERVICE,'; '[STORM,'; agreement-value-unknown; minimum[0]",
        "'[SERVICE,'; '[\"FIELD:\",'; agreement-value-unknown; minimum[0]",
        "'[SERVICE,'; '[\"FIELD:a, b\",'; agreement-value-unknown; minimum[0]",
        "'[SERVICE,'; '[CATEGORY,'; agreement-name-twice; minimum[1]"
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
