package org.countersign.ticket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.countersign.audit.persistence.JpaTicketSeals;
import org.countersign.audit.service.AuditRecorder;
import org.countersign.audit.service.AuditSealer;
import org.countersign.customer.model.QueueOrder;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.ArrivalOrder;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.TicketOvertook;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.model.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who is first in line, who was passed, and how that is proven, in the database. */
@OnEachDatabase
class QueueTest {

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private String contract;
    private TicketHandling handling;
    private QueueQueries queries;

    @BeforeEach
    void a_customer() {
        wiring = new Wiring(database);
        wiring.bind(TicketSeals.class, wiring.get(JpaTicketSeals.class));
        wiring.events().observeBy(wiring.get(AuditRecorder.class));
        customer = SampleCustomer.store(database, wiring, "Q" + customers++);
        contract = "DESK-" + customer.code();
        handling = wiring.get(TicketHandling.class);
        queries = wiring.get(QueueQueries.class);
        wiring.calledBy(agent());
        CallContext.enter(agent(), "192.0.2.1");
    }

    @AfterEach
    void nobody_calls() {
        CallContext.leave();
    }

    private String agent() {
        return customer.code().toLowerCase(Locale.ROOT) + "-agent";
    }

    private void inTheOrderReceived() {
        database.inTransaction(() -> {
            ContractAgreements agreements = wiring.get(ContractAgreements.class);
            String text = agreements.print(agreements.version(contract, null).agreement());
            agreements.record(contract, text.replace("order: PRIORITY", "order: RECEIVED"), null, "Anna", null, null);
        });
    }

    /** The number of a ticket that comes in a minute after the one before. */
    private String arrives() {
        wiring.clock().advance(Duration.ofMinutes(1));
        return registered("MEDIUM");
    }

    private String registered(String impact) {
        return database.inTransaction(() -> wiring.get(TicketRegistration.class)
                        .register(new RegisterTicket(
                                contract, null, TicketKind.INCIDENT, "Printer stuck", "It does not work.", Impact.valueOf(impact),
                                Urgency.MEDIUM, Channel.PHONE, null, null, null)))
                .number();
    }

    private void start(String number, String reason) {
        database.inTransaction(() -> handling.start(number, reason, null));
    }

    private Ticket ticket(String number) {
        return database.inTransaction(() -> wiring.get(Tickets.class).byNumber(number).orElseThrow());
    }

    private PlaceInLine place(String number) {
        return database.inTransaction(() -> queries.place(number));
    }

    private List<String> line() {
        return database.inTransaction(() -> queries.queue(contract, SupportLevel.L1, null, null)).line().items().stream()
                .map(WaitingTicket::number)
                .toList();
    }

    private Optional<String> next(String seen) {
        return database.inTransaction(() -> handling.takeNext(contract, SupportLevel.L1, seen));
    }

    private List<TicketOvertook> told() {
        return wiring.events().fired(TicketOvertook.class);
    }

    @Test
    void in_the_order_received_the_first_in_line_passes_nobody() {
        inTheOrderReceived();
        String first = arrives();
        arrives();
        start(first, null);
        assertThat(told()).isEmpty();
        assertThat(place(first).overtook()).isEmpty();
    }

    @Test
    void in_the_order_received_whoever_passes_another_says_why_and_both_pages_show_it() {
        inTheOrderReceived();
        String first = arrives();
        String second = arrives();
        String third = arrives();
        assertThat(place(third)).satisfies(place -> {
            assertThat(place.isReasonRequired()).isTrue();
            assertThat(place.before()).isEqualTo(2);
            assertThat(place.first()).isEqualTo(first);
        });
        assertThatThrownBy(() -> start(third, " ")).isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
            assertThat(refused.code()).isEqualTo("overtaking-without-reason");
            assertThat(refused.field()).isEqualTo("reason");
            assertThat(refused.arguments()).containsExactly(first, 2L, third);
        });
        assertThat(ticket(third).state()).isEqualTo(TicketState.NEW);

        start(third, "The caller waits at the airport");

        assertThat(told()).singleElement().satisfies(event -> {
            assertThat(event.ticket().number()).isEqualTo(third);
            assertThat(event.overtaken()).isEqualTo(2);
            assertThat(event.first()).isEqualTo(first);
            assertThat(event.queue()).isEqualTo(contract + "/L1");
            assertThat(event.order()).isEqualTo(QueueOrder.RECEIVED);
            assertThat(event.reason()).isEqualTo("The caller waits at the airport");
        });
        assertThat(place(third).overtook()).extracting(OvertakingRow::takenBy).containsExactly(agent());
        assertThat(place(second).overtakenBy()).extracting(OvertakingRow::ticket).containsExactly(third);
        assertThat(place(first).overtakenBy()).extracting(OvertakingRow::overtaken).containsExactly(2L);
        assertThat(overtakings(new OvertakingFilter(null, null, second))).hasSize(1);
        assertThat(overtakings(new OvertakingFilter(wiring.clock().instant().plusSeconds(1), null, null))).isEmpty();
        assertThat(line()).containsExactly(first, second);
    }

    private List<OvertakingRow> overtakings(OvertakingFilter filter) {
        return database.inTransaction(() -> queries.overtakings(contract, SupportLevel.L1, filter, null, null)).items();
    }

    @Test
    void no_way_around_the_queue_leads_past_the_first_without_a_word() {
        inTheOrderReceived();
        arrives();
        String second = arrives();
        assertThatThrownBy(() -> database.inTransaction(() -> handling.assign(second, agent(), null)))
                .hasMessageStartingWith("overtaking-without-reason");
        assertThatThrownBy(() -> database.inTransaction(() -> handling.resolve(second, "Restarted", null)))
                .hasMessageStartingWith("overtaking-without-reason");
        database.inTransaction(() -> handling.hold(second, Hold.open(HoldReason.AWAITING_CUSTOMER, null), null));
        assertThatThrownBy(() -> database.inTransaction(() -> handling.assign(second, agent(), null)))
                .hasMessageStartingWith("overtaking-without-reason");
    }

    @Test
    void by_priority_a_more_important_one_may_go_first_and_an_equal_one_may_not_unseen() {
        String first = arrives();
        String important = registered("HIGH");
        String equal = arrives();
        assertThat(line()).containsExactly(important, first, equal);
        start(important, null);
        assertThat(told()).isEmpty();

        start(equal, null);

        assertThat(told()).singleElement().satisfies(event -> {
            assertThat(event.first()).isEqualTo(first);
            assertThat(event.overtaken()).isEqualTo(1);
            assertThat(event.reason()).isNull();
        });
    }

    @Test
    void who_is_held_or_taken_or_of_another_level_is_not_passed() {
        inTheOrderReceived();
        String taken = arrives();
        String escalated = arrives();
        String waiting = arrives();
        start(taken, null);
        database.inTransaction(() -> handling.escalate(escalated, SupportLevel.L2, "A bug", null));
        start(waiting, null);
        assertThat(told()).isEmpty();
        assertThat(database.inTransaction(() -> queries.queue(contract, SupportLevel.L2, null, null)).line().items())
                .extracting(WaitingTicket::number)
                .containsExactly(escalated);
        assertThat(database.inTransaction(() -> handling.takeNext(contract, SupportLevel.L2, null))).contains(escalated);
        assertThat(ticket(escalated).assigneeId()).isEqualTo(customer.agentId());
    }

    @Test
    void the_line_is_read_page_by_page_in_both_orders() {
        String first = arrives();
        String important = registered("HIGH");
        String last = arrives();
        assertThat(pages()).containsExactly(important, first, last);
        inTheOrderReceived();
        assertThat(pages()).containsExactly(first, important, last);
        assertThat(database.inTransaction(() -> queries.waiting()).stream().filter(queue -> queue.contract().equals(contract)))
                .singleElement()
                .satisfies(queue -> assertThat(queue.waiting()).isEqualTo(3));
    }

    private List<String> pages() {
        List<String> numbers = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            QueueView page = database.inTransaction(() -> queries.queue(contract, SupportLevel.L1, 1, from));
            page.line().items().forEach(ticket -> numbers.add(ticket.number()));
            after = page.line().next();
        } while (after != null);
        return numbers;
    }

    @Test
    void the_next_is_the_first_in_line_and_asking_twice_gives_it_once() {
        inTheOrderReceived();
        String first = arrives();
        String second = arrives();
        assertThat(next(first)).contains(first);
        assertThat(ticket(first).state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(ticket(first).assigneeId()).isEqualTo(customer.agentId());
        assertThat(next(first)).as("a second click").contains(first);
        assertThat(next(null)).contains(second);
        assertThat(next(null)).isEmpty();
        assertThat(told()).isEmpty();
    }

    @Test
    void two_agents_at_once_get_two_tickets_in_their_order() throws Exception {
        inTheOrderReceived();
        List<String> came = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            came.add(arrives());
        }
        List<Wiring> nodes = List.of(node("one"), node("two"), node("three"));
        ExecutorService threads = Executors.newFixedThreadPool(nodes.size());
        try {
            List<Future<List<String>>> agents = new ArrayList<>();
            for (Wiring node : nodes) {
                TicketHandling desk = node.get(TicketHandling.class);
                agents.add(threads.submit(() -> {
                    List<String> mine = new ArrayList<>();
                    for (int i = 0; i < 2; i++) {
                        database.inTransaction(() -> desk.takeNext(contract, SupportLevel.L1, null)).ifPresent(mine::add);
                    }
                    return mine;
                }));
            }
            List<String> taken = new ArrayList<>();
            for (Future<List<String>> agent : agents) {
                taken.addAll(agent.get());
            }
            assertThat(taken).containsExactlyInAnyOrderElementsOf(came);
            nodes.forEach(node -> assertThat(node.events().fired(TicketOvertook.class)).isEmpty());
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_queue_is_held_before_anything_of_a_ticket_that_is_behind_its_contract_is_written() {
        String started = arrives();
        String solved = arrives();
        inTheOrderReceived();

        List<String> start = database.statements().during(() -> start(started, null));
        List<String> solve = database.statements()
                .during(() -> database.inTransaction(() -> handling.resolve(solved, "Restarted", null)));

        assertThat(List.of(start, solve)).allSatisfy(statements -> assertThat(firstWith(statements, "QUEUE_TURN"))
                .as("Who holds the queue may be about to write the ticket that this one has locked")
                .isBetween(0, firstWith(statements, "UPDATE TICKET")));
    }

    private static int firstWith(List<String> statements, String part) {
        return java.util.stream.IntStream.range(0, statements.size())
                .filter(i -> statements.get(i).toUpperCase(Locale.ROOT).contains(part))
                .findFirst()
                .orElse(-1);
    }

    /** Another node, on which another agent works. */
    private Wiring node(String name) {
        String account = agent() + "-" + name;
        database.inNewTransaction(() -> {
            wiring.get(Accounts.class)
                    .add(Account.ofStaff(account, name, account + "@desk.example", SupportLevel.L1, Set.of(Role.AGENT)));
            return null;
        });
        return new Wiring(database).calledBy(account);
    }

    @Test
    void the_proof_agrees_with_itself_and_tells_every_overtaking() {
        inTheOrderReceived();
        String first = arrives();
        String second = arrives();
        start(second, "Asked for by the customer");
        ArrivalProof before = proof();
        assertThat(before.verdict().unsealed()).isEqualTo(2);
        seal();

        ArrivalProof proof = proof();

        assertThat(proof.verdict().agrees()).isTrue();
        assertThat(proof.verdict().unsealed()).isZero();
        assertThat(proof.verdict().overtakings()).isEqualTo(1);
        assertThat(proof.arrivals().items()).extracting(ArrivalProof.Arrived::ticket).containsExactly(first, second);
        assertThat(proof.arrivals().items()).allSatisfy(arrived -> assertThat(arrived.witness().holds()).isTrue());
        ArrivalProof.Passed passed = proof.arrivals().items().get(1).overtakings().get(0);
        assertThat(passed.first()).isEqualTo(first);
        assertThat(passed.reason()).isEqualTo("Asked for by the customer");
        assertThat(passed.witness().hash()).hasSize(64);
        assertThat(passed.witness().position()).isGreaterThan(proof.arrivals().items().get(1).witness().position());
    }

    @Test
    void whoever_moves_an_arrival_in_the_database_is_found_out() throws SQLException {
        inTheOrderReceived();
        String first = arrives();
        String second = arrives();
        seal();
        database.executeAsOwner(
                "UPDATE ticket SET received_at = ? WHERE number = ?", ticket(first).receivedAt().minusSeconds(600), second);
        ArrivalProof.Verdict verdict = proof().verdict();
        assertThat(verdict.agrees()).isFalse();
        assertThat(verdict.disagreements())
                .extracting(ArrivalOrder.Disagreement::fault)
                .containsExactly(ArrivalOrder.Fault.RECEIVED_EARLIER, ArrivalOrder.Fault.RECEIVED_ANOTHER_TIME);
        database.executeAsOwner(
                "UPDATE audit_entry SET actor = 'nobody' WHERE subject_id = ? AND action = 'TicketRegistered'", first);
        assertThat(proof().verdict().disagreements())
                .contains(new ArrivalOrder.Disagreement(first, ArrivalOrder.Fault.LINK_BROKEN, null));
    }

    private void seal() {
        database.inTransaction(() -> wiring.get(AuditSealer.class).sealBatch());
    }

    private ArrivalProof proof() {
        return database.inTransaction(() -> wiring.get(QueueProof.class)
                .proof(
                        contract,
                        SupportLevel.L1,
                        wiring.clock().instant().minus(Duration.ofDays(1)),
                        wiring.clock().instant().plusSeconds(1),
                        null,
                        null));
    }

    @Test
    void nobody_can_change_or_delete_what_was_put_down() {
        assertThatThrownBy(() -> database.executeAsApplication("DELETE FROM overtaking")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication("UPDATE overtaking SET reason = 'none'")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication("DELETE FROM overtaken_ticket")).isInstanceOf(SQLException.class);
    }
}
