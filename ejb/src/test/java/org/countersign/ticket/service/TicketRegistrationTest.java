package org.countersign.ticket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.audit.service.AuditRecorder;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.SupportLevel;
import org.countersign.intake.service.ReplyTokenSource;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.notification.model.ReplyAddresses;
import org.countersign.notification.model.SenderAddresses;
import org.countersign.notification.service.MailboxSenders;
import org.countersign.notification.service.Notifications;
import org.countersign.notification.service.TokenReplyAddresses;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What a report costs, with the mail and the audit entry that come of it, and what it answers. */
@OnEachDatabase
class TicketRegistrationTest {

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;

    @BeforeEach
    void a_customer() {
        wiring = new Wiring(database);
        wiring.bind(SenderAddresses.class, wiring.get(MailboxSenders.class));
        wiring.bind(ReplyAddresses.class, wiring.get(TokenReplyAddresses.class));
        customer = SampleCustomer.store(database, wiring, "R" + customers++);
        wiring.events().observeBy(wiring.get(Notifications.class));
        wiring.events().observeBy(wiring.get(AuditRecorder.class));
        // What a version of the contract and of its calendar says is read once in the life of a node.
        database.inTransaction(() -> customer.terms(wiring));
        // The key of reply tokens is read once in the life of a node.
        database.inTransaction(() -> wiring.get(ReplyTokenSource.class).tokens());
    }

    @AfterEach
    void nobody_calls() {
        CallContext.leave();
    }

    @Test
    void a_report_through_the_api_costs_three_reads_and_one_insert_into_each_table() {
        signIn("-agent");

        List<String> statements = database.statements().during(() -> register());

        assertThat(statements).extracting(TicketRegistrationTest::verbAndTable)
                .containsExactlyInAnyOrder(
                        "SELECT contract", "SELECT calendar_version", "SELECT mailbox", "INSERT ticket", "INSERT clock_event",
                        "INSERT audit_entry", "INSERT audit_unsealed", "INSERT outbox_message");
    }

    @Test
    void a_category_and_an_environment_cost_nothing_more() {
        database.inTransaction(() -> {
            ContractAgreements agreements = wiring.get(ContractAgreements.class);
            String contract = "DESK-" + customer.code();
            String clauses = "categories: [{category: BUG, title: Bugs, level: L3, direct: true}]\nenvironments: [Production]\n";
            return agreements.record(contract, agreements.print(customer.terms(wiring).agreement()) + clauses, null, "Szabó Anna", null, null);
        });
        database.inTransaction(() -> customer.terms(wiring));
        signIn("-agent");

        List<String> statements = database.statements().during(() -> register("PRODUCTION", "BUG"));

        assertThat(statements).extracting(TicketRegistrationTest::verbAndTable)
                .containsExactlyInAnyOrder(
                        "SELECT contract", "SELECT calendar_version", "SELECT mailbox", "INSERT ticket", "INSERT clock_event",
                        "INSERT audit_entry", "INSERT audit_unsealed", "INSERT outbox_message");
        TicketDetails answered = register("PRODUCTION", "BUG");
        assertThat(database.inTransaction(() -> wiring.get(TicketQueries.class).find(answered.number()))).isEqualTo(answered);
        assertThat(answered.level()).isEqualTo(SupportLevel.L3);
    }

    @Test
    void a_report_of_a_contact_asks_also_whether_the_contact_may_accept() {
        signIn("-contact");

        List<String> statements = database.statements().during(() -> register());

        assertThat(statements).extracting(TicketRegistrationTest::verbAndTable)
                .containsExactlyInAnyOrder(
                        "SELECT contract", "SELECT calendar_version", "SELECT mailbox", "SELECT acceptance_authorisation", "INSERT ticket",
                        "INSERT clock_event", "INSERT audit_entry", "INSERT audit_unsealed", "INSERT outbox_message");
    }

    @Test
    void the_answer_is_the_ticket_as_it_is_read_afterwards() {
        for (String account : List.of("-agent", "-contact")) {
            signIn(account);

            TicketDetails answered = register();

            assertThat(database.inTransaction(() -> wiring.get(TicketQueries.class).find(answered.number()))).isEqualTo(answered);
            assertThat(answered.version()).isEqualTo(1);
            assertThat(answered.fields()).isEqualTo(Map.of("room", "2.14"));
        }
    }

    @Test
    void where_the_desk_assesses_a_customers_impact_and_urgency_are_a_wish_that_moves_nothing() {
        agreeThatTheDeskAssesses();
        signIn("-contact");

        TicketDetails shouted = report(Impact.HIGH, Urgency.HIGH, null);
        assertThat(List.of(shouted.impact(), shouted.urgency())).containsExactly(Impact.MEDIUM, Urgency.MEDIUM);
        assertThat(shouted.priority()).isEqualTo(Priority.P3);
        assertThat(shouted.wishedPriority()).isEqualTo(Priority.P1);
        TicketDetails whispered = report(Impact.LOW, null, null);
        assertThat(whispered.priority()).isEqualTo(Priority.P3);
        assertThat(whispered.wishedPriority()).isEqualTo(Priority.P4);
        TicketDetails said = report(Impact.LOW, Urgency.LOW, Priority.P2);
        assertThat(said.priority()).isEqualTo(Priority.P3);
        assertThat(said.wishedPriority()).as("said in so many words").isEqualTo(Priority.P2);
        TicketDetails silent = report(null, null, null);
        assertThat(silent.priority()).isEqualTo(Priority.P3);
        assertThat(silent.wishedPriority()).isNull();
        assertThat(List.of(shouted.resolutionDue(), whispered.resolutionDue(), said.resolutionDue()))
                .containsOnly(silent.resolutionDue());

        signIn("-agent");
        TicketDetails taken = report(Impact.HIGH, Urgency.HIGH, Priority.P5);
        assertThat(taken.priority()).as("what the desk takes down, the desk has assessed").isEqualTo(Priority.P1);
        assertThat(taken.wishedPriority()).isEqualTo(Priority.P5);
        assertThatThrownBy(() -> report(null, Urgency.HIGH, null))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.field()).isEqualTo("impact"));
    }

    @Test
    void where_nothing_else_is_agreed_a_customer_names_impact_and_urgency_and_the_wish_is_kept_beside() {
        signIn("-contact");

        TicketDetails ticket = report(Impact.HIGH, Urgency.HIGH, Priority.P4);

        assertThat(ticket.priority()).isEqualTo(Priority.P1);
        assertThat(ticket.wishedPriority()).isEqualTo(Priority.P4);
        assertThatThrownBy(() -> report(null, Urgency.HIGH, Priority.P4))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.field()).isEqualTo("impact"));
    }

    @Test
    void what_the_desk_assesses_costs_nothing_more() {
        agreeThatTheDeskAssesses();
        signIn("-contact");

        List<String> statements = database.statements().during(() -> report(Impact.HIGH, Urgency.HIGH, null));

        assertThat(statements).extracting(TicketRegistrationTest::verbAndTable)
                .containsExactlyInAnyOrder(
                        "SELECT contract", "SELECT calendar_version", "SELECT mailbox", "SELECT acceptance_authorisation", "INSERT ticket",
                        "INSERT clock_event", "INSERT audit_entry", "INSERT audit_unsealed", "INSERT outbox_message");
    }

    private void agreeThatTheDeskAssesses() {
        database.inTransaction(() -> {
            ContractAgreements agreements = wiring.get(ContractAgreements.class);
            String text = agreements.print(customer.terms(wiring).agreement());
            return agreements.record(
                    "DESK-" + customer.code(), text.replace("deskAssesses: false", "deskAssesses: true"), null, "Szabó Anna", null, null);
        });
        database.inTransaction(() -> customer.terms(wiring));
    }

    private TicketDetails register() {
        return register(null, null);
    }

    private TicketDetails report(Impact impact, Urgency urgency, Priority wish) {
        return database.inTransaction(() -> wiring.get(TicketRegistration.class)
                .registerAndShow(new RegisterTicket(
                        "DESK-" + customer.code(), customer.code() + "@customer.example", TicketKind.INCIDENT, "Printer stuck",
                        "It does not work.", impact, urgency, Channel.PORTAL, "Printing", null, Map.of(), wish, null)));
    }

    private TicketDetails register(String environment, String category) {
        return database.inTransaction(() -> wiring.get(TicketRegistration.class)
                .registerAndShow(new RegisterTicket(
                        "DESK-" + customer.code(), customer.code() + "@customer.example", TicketKind.INCIDENT, "Printer stuck",
                        "It does not work.", Impact.MEDIUM, Urgency.MEDIUM, Channel.API, "Printing", environment, Map.of("room", "2.14"), null, category)));
    }

    /** As the mechanism does: the account is read once for the whole request. */
    private void signIn(String account) {
        String name = customer.code().toLowerCase(Locale.ROOT) + account;
        wiring.calledBy(name);
        Caller caller = database.inTransaction(() -> Caller.of(wiring.get(Accounts.class).byName(name).orElseThrow()));
        CallContext.enter(name, "127.0.0.1", caller);
    }

    /** E.g. {@code INSERT ticket}; a read is named after the first table that it reads. */
    private static String verbAndTable(String sql) {
        String verb = sql.substring(0, sql.indexOf(' '));
        String rest = sql.substring(sql.toUpperCase(Locale.ROOT).indexOf(verb.equals("SELECT") ? " FROM " : " INTO ") + 6).replace("{oj ", "");
        return verb + " " + rest.split("[ (,]")[0].toLowerCase(Locale.ROOT);
    }
}
