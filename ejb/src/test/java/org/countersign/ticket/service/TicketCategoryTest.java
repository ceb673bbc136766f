package org.countersign.ticket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.TicketAction;
import org.countersign.ticket.model.TicketEvent.TicketCategorised;
import org.countersign.ticket.model.TicketEvent.TicketRegistered;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Urgency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What kind of work a ticket is, by the categories of its contract, and the level that this kind of work belongs to. */
@OnEachDatabase
class TicketCategoryTest {

    private static final String CLAUSES =
            """
            categories:
              - {category: ACCESS, title: Access problems, level: L1, kinds: [SERVICE_REQUEST]}
              - {category: CONNECTIVITY, title: Connectivity, level: L2, direct: true}
              - {category: BUG, title: Bugs, level: L3}
              - {category: DATA-EXCHANGE, title: Data exchange}
            environments: [Production, Preproduction]
            """;

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;

    @BeforeEach
    void a_customer() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "K" + customers++);
    }

    private <T> T as(String account, Supplier<T> work) {
        wiring.calledBy(customer.code().toLowerCase(Locale.ROOT) + account);
        return database.inTransaction(work);
    }

    private void agree(String clauses) {
        database.inTransaction(() -> {
            ContractAgreements agreements = wiring.get(ContractAgreements.class);
            String contract = "DESK-" + customer.code();
            String text = agreements.print(agreements.version(contract, null).agreement());
            return agreements.record(contract, text.replaceAll("(?s)categories:.*", "") + clauses, null, "Szabó Anna", null, null);
        });
    }

    private TicketDetails report(String category, String environment) {
        return as("-agent", () -> wiring.get(TicketRegistration.class)
                .registerAndShow(new RegisterTicket(
                        "DESK-" + customer.code(), null, TicketKind.INCIDENT, "Nothing answers", "Since ten.", Impact.MEDIUM, Urgency.MEDIUM,
                        Channel.PHONE, null, environment, null, null, category)));
    }

    private void categorise(String number, String category, Long seen) {
        as("-agent", () -> {
            wiring.get(TicketHandling.class).categorise(number, category, seen);
            return null;
        });
    }

    private TicketDetails find(String account, String number) {
        return as(account, () -> wiring.get(TicketQueries.class).find(number));
    }

    private List<String> numbers(String category) {
        TicketFilter filter = new TicketFilter(null, null, null, null, null, "DESK-" + customer.code(), category, null, null, null);
        return as("-agent", () -> {
            List<TicketRow> rows = wiring.get(TicketQueries.class).list(filter, null, null).items();
            assertThat(wiring.get(TicketQueries.class).count(filter)).isEqualTo(rows.size());
            assertThat(rows).allMatch(row -> category == null || category.equals(row.category()));
            return rows.stream().map(TicketRow::number).toList();
        });
    }

    private static String refusal(Runnable work) {
        String[] code = new String[1];
        assertThatThrownBy(work::run).isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> code[0] = refused.code());
        return code[0];
    }

    @Test
    void a_report_of_a_category_starts_where_others_do_and_the_level_that_it_belongs_to_is_suggested() {
        agree(CLAUSES);

        TicketDetails bug = report("BUG", "preproduction");

        assertThat(bug.category()).isEqualTo("BUG");
        assertThat(bug.categoryTitle()).isEqualTo("Bugs");
        assertThat(bug.level()).isEqualTo(SupportLevel.L1);
        assertThat(bug.suggestedLevel()).isEqualTo(SupportLevel.L3);
        assertThat(bug.environment()).as("as the contract writes it").isEqualTo("Preproduction");
        assertThat(find("-agent", bug.number())).isEqualTo(bug);
        assertThat(find("-contact", bug.number()).categoryTitle()).isEqualTo("Bugs");

        as("-agent", () -> {
            wiring.get(TicketHandling.class).escalate(bug.number(), SupportLevel.L3, "It is one.", null);
            return null;
        });
        assertThat(find("-agent", bug.number()).suggestedLevel()).isNull();
        assertThat(report("DATA-EXCHANGE", null).suggestedLevel()).isNull();
    }

    @Test
    void where_the_contract_says_so_a_report_opens_at_the_level_of_its_category_and_the_first_event_says_why() {
        agree(CLAUSES);

        assertThat(report("CONNECTIVITY", null).level()).isEqualTo(SupportLevel.L2);
        report("BUG", null);

        List<TicketRegistered> events = wiring.events().fired(TicketRegistered.class);
        assertThat(events).extracting(TicketRegistered::level).containsExactly(SupportLevel.L2, SupportLevel.L1);
        assertThat(events).extracting(TicketRegistered::category).containsExactly("CONNECTIVITY", "BUG");
        assertThat(events).extracting(TicketRegistered::direct).containsExactly(true, false);
    }

    @Test
    void what_the_contract_does_not_list_is_refused() {
        assertThat(refusal(() -> report("BUG", null))).isEqualTo("categories-not-agreed");
        TicketDetails plain = report(" ", "Anywhere");
        assertThat(plain.category()).isNull();
        assertThat(plain.legalActions()).doesNotContain(TicketAction.CATEGORISE);
        assertThat(refusal(() -> categorise(plain.number(), "BUG", null))).isEqualTo("categories-not-agreed");

        agree(CLAUSES);

        assertThat(refusal(() -> report("STORM", null))).isEqualTo("category-unknown");
        assertThat(refusal(() -> report("ACCESS", null))).as("for service requests only").isEqualTo("category-unknown");
        assertThat(refusal(() -> report("BUG", "Training"))).isEqualTo("environment-unknown");
        assertThat(refusal(() -> categorise(plain.number(), "ACCESS", null))).isEqualTo("category-unknown");
        assertThat(refusal(() -> categorise(plain.number(), " ", null))).isEqualTo("required");
        assertThat(find("-agent", plain.number()).category()).isNull();
    }

    @Test
    void an_agent_sets_the_category_and_changes_it_and_nothing_is_told_twice() {
        agree(CLAUSES);
        TicketDetails ticket = report(null, null);
        assertThat(ticket.legalActions()).contains(TicketAction.CATEGORISE);

        categorise(ticket.number(), "CONNECTIVITY", ticket.version());

        TicketDetails set = find("-agent", ticket.number());
        assertThat(set.category()).isEqualTo("CONNECTIVITY");
        assertThat(set.level()).as("who has it goes on").isEqualTo(SupportLevel.L1);
        assertThat(set.suggestedLevel()).isEqualTo(SupportLevel.L2);
        assertThat(set.version()).isGreaterThan(ticket.version());
        assertThat(refusal(() -> categorise(ticket.number(), "BUG", ticket.version()))).isEqualTo("changed-meanwhile");
        categorise(ticket.number(), "CONNECTIVITY", null);
        categorise(ticket.number(), "BUG", null);
        assertThat(wiring.events().fired(TicketCategorised.class))
                .extracting(TicketCategorised::from, TicketCategorised::to, TicketCategorised::belongsTo)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(null, "CONNECTIVITY", SupportLevel.L2),
                        org.assertj.core.groups.Tuple.tuple("CONNECTIVITY", "BUG", SupportLevel.L3));
    }

    @Test
    void lists_are_filtered_by_category_and_a_category_outlives_its_clause() {
        agree(CLAUSES);
        String bug = report("BUG", null).number();
        String other = report("DATA-EXCHANGE", null).number();
        String none = report(null, null).number();

        assertThat(numbers("BUG")).containsExactly(bug);
        assertThat(numbers("STORM")).isEmpty();
        assertThat(numbers(null)).containsExactly(bug, other, none);

        agree("");

        assertThat(numbers("BUG")).containsExactly(bug);
        as("-agent", () -> {
            wiring.get(TicketHandling.class).start(bug, null);
            return null;
        });
        TicketDetails then = find("-agent", bug);
        assertThat(then.categoryTitle()).isEqualTo("BUG");
        assertThat(then.suggestedLevel()).isNull();
        assertThat(then.legalActions()).doesNotContain(TicketAction.CATEGORISE);
    }
}
