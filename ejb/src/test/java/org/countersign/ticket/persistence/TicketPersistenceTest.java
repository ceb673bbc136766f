package org.countersign.ticket.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.TicketTraits;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.serviceclock.model.Pause;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.AcceptanceManner;
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.service.TicketFilter;
import org.countersign.ticket.service.TicketRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What a ticket's life looks like in the database. */
@OnEachDatabase
class TicketPersistenceTest {

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;

    @BeforeEach
    void a_customer() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "T" + customers++);
    }

    @Test
    void accounts_contracts_and_their_roles_are_read_as_stored() {
        database.inTransaction(() -> {
            var contact = wiring.get(Accounts.class).byId(customer.contactAccountId()).orElseThrow();
            assertThat(contact.roles()).containsExactly(Role.CONTACT);
            assertThat(contact.organisationId()).isEqualTo(customer.organisationId());

            var terms = wiring.get(Customers.class).termsByCode("DESK-" + customer.code(), now()).orElseThrow();
            assertThat(terms.id()).isEqualTo(customer.contractId());
            assertThat(terms.organisationName()).isEqualTo("Customer " + customer.code());
            assertThat(terms.agreement().promise(new TicketTraits("INCIDENT", "PHONE", null, LocalDate.of(2026, 1, 5)), "P3").times().resolution()).isEqualTo(Duration.ofHours(24));
            assertThat(wiring.get(Customers.class).isFixed(customer.contractId(), customer.contactId())).contains(true);
        });
    }

    @Test
    void a_ticket_is_read_as_registered() {
        Ticket registered = database.inTransaction(() -> customer.ticket(wiring, "Printer stuck"));

        database.inTransaction(() -> {
            Ticket ticket = find(registered.number());
            assertThat(ticket.number()).isEqualTo("CS-" + ticket.id());
            assertThat(ticket.summary()).isEqualTo("Printer stuck");
            assertThat(ticket.state()).isEqualTo(TicketState.NEW);
            assertThat(ticket.receivedAt()).isEqualTo(wiring.clock().instant());
            assertThat(ticket.resolutionDue()).isEqualTo(registered.resolutionDue());
        });
    }

    @Test
    void tickets_are_numbered_in_the_order_of_arrival() {
        List<Ticket> tickets = database.inTransaction(
                () -> List.of(customer.ticket(wiring, "First"), customer.ticket(wiring, "Second"), customer.ticket(wiring, "Third")));

        assertThat(tickets.get(1).id()).isEqualTo(tickets.get(0).id() + 1);
        assertThat(tickets.get(2).id()).isEqualTo(tickets.get(1).id() + 1);
    }

    @Test
    void a_ticket_that_the_customer_accepts_closes_with_the_acceptance_stored_before_it() {
        Ticket ticket = resolved();

        List<String> statements = database.statements().during(() -> accept(ticket));

        database.inTransaction(() -> {
            Ticket closed = find(ticket.number());
            assertThat(closed.state()).isEqualTo(TicketState.CLOSED);
            assertThat(closed.closedAt()).isEqualTo(wiring.clock().instant());
            assertThat(closed.acceptance().contactId()).isEqualTo(customer.contactId());
            assertThat(closed.acceptance().acceptedAt()).isEqualTo(wiring.clock().instant());
            assertThat(closed.resolution().text()).isEqualTo("Roller replaced");
        });
        List<String> writes = statements.stream().filter(sql -> !sql.startsWith("SELECT")).toList();
        assertThat(indexOf(writes, "INSERT INTO ACCEPTANCE")).isLessThan(indexOf(writes, "UPDATE TICKET"));
    }

    @Test
    void a_rejected_solution_stays_on_record_beside_the_next_one() {
        Ticket ticket = resolved();
        wiring.clock().advance(Duration.ofHours(2));
        database.inTransaction(() -> find(ticket.number()).reject(customer.contactId(), "Still stuck", terms(), now()));
        database.inTransaction(() -> find(ticket.number()).resolve("New printer", customer.agentId(), terms(), now()));
        accept(ticket);

        database.inTransaction(() -> {
            Ticket closed = find(ticket.number());
            assertThat(closed.resolution().ordinal()).isEqualTo(2);
            assertThat(closed.rejections()).isEqualTo(1);
            assertThat(pauses(closed)).hasSize(2);
            assertThat(wiring.get(JpaTicketViews.class).resolutions(closed.id()))
                    .extracting("ordinal", "text")
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple(1, "Roller replaced"),
                            org.assertj.core.groups.Tuple.tuple(2, "New printer"));
        });
    }

    @Test
    void time_on_hold_is_read_back_and_moves_the_due_instant() {
        Ticket ticket = database.inTransaction(() -> {
            Ticket registered = customer.ticket(wiring, "Waiting for parts");
            registered.start(customer.agentId(), terms(), now());
            return registered;
        });
        Instant due = ticket.resolutionDue();
        database.inTransaction(() -> find(ticket.number()).hold(Hold.open(HoldReason.AWAITING_CUSTOMER, "Which printer?"), terms(), now()));
        database.inTransaction(() -> assertThat(find(ticket.number()).resolutionDue()).isNull());
        wiring.clock().advance(Duration.ofHours(1));
        database.inTransaction(() -> find(ticket.number()).resume(terms(), now()));

        database.inTransaction(() -> {
            Ticket resumed = find(ticket.number());
            assertThat(pauses(resumed)).singleElement().satisfies(pause -> assertThat(pause.reason()).isEqualTo("AWAITING_CUSTOMER"));
            assertThat(resumed.resolutionDue()).isEqualTo(due.plus(Duration.ofHours(1)));
        });
    }

    @Test
    void a_list_of_open_tickets_has_those_that_owe_nothing_now_and_no_ended_one() {
        Ticket running = database.inTransaction(() -> customer.ticket(wiring, "Running"));
        Ticket waiting = database.inTransaction(() -> {
            Ticket ticket = customer.ticket(wiring, "Waiting");
            ticket.start(customer.agentId(), terms(), now());
            ticket.hold(Hold.open(HoldReason.AWAITING_VENDOR, null), terms(), now());
            return ticket;
        });
        Ticket proposed = resolved();
        Ticket accepted = resolved();
        accept(accepted);
        Ticket withdrawn = database.inTransaction(() -> {
            Ticket ticket = customer.ticket(wiring, "Withdrawn");
            ticket.withdraw("Gone by itself", now());
            return ticket;
        });
        List<TicketState> open = Arrays.stream(TicketState.values()).filter(TicketState::isOpen).toList();
        List<TicketState> some = List.of(TicketState.NEW, TicketState.ON_HOLD);

        assertThat(listed(open, TicketFilter.Sort.DUE)).containsExactly(running.number(), waiting.number(), proposed.number());
        assertThat(listed(open, TicketFilter.Sort.CREATED)).containsExactly(running.number(), waiting.number(), proposed.number());
        assertThat(listed(open, TicketFilter.Sort.UPDATED)).containsExactlyInAnyOrder(running.number(), waiting.number(), proposed.number());
        assertThat(listed(some, TicketFilter.Sort.DUE)).containsExactly(running.number(), waiting.number());
        assertThat(listed(List.of(TicketState.NEW, TicketState.WITHDRAWN), TicketFilter.Sort.DUE))
                .containsExactly(running.number(), withdrawn.number());
        assertThat(listed(null, TicketFilter.Sort.DUE))
                .containsExactly(running.number(), waiting.number(), proposed.number(), accepted.number(), withdrawn.number());
    }

    @Test
    void what_is_searched_for_is_taken_as_it_is_written() {
        Ticket percent = database.inTransaction(() -> customer.ticket(wiring, "Battery at 100%"));
        Ticket path = database.inTransaction(() -> customer.ticket(wiring, "C:\\old_drive is gone"));
        assertThat(found("100%")).containsExactly(percent.number());
        assertThat(found("OLD_DRIVE")).containsExactly(path.number());
        assertThat(found("c:\\old")).containsExactly(path.number());
        assertThat(found("%")).containsExactly(percent.number());
        assertThat(found("old.drive")).isEmpty();
        assertThat(found(percent.number().toLowerCase(java.util.Locale.ROOT))).containsExactly(percent.number());
    }

    private List<String> found(String text) {
        TicketFilter filter =
                new TicketFilter(null, null, null, null, null, "DESK-" + customer.code(), null, text, null, TicketFilter.Sort.CREATED);
        return database.inTransaction(() -> wiring.get(JpaTicketViews.class).list(filter, null, 50, null).stream()
                .map(TicketRow::number)
                .toList());
    }

    private List<String> listed(List<TicketState> states, TicketFilter.Sort sort) {
        TicketFilter filter = new TicketFilter(states, null, null, null, null, "DESK-" + customer.code(), null, null, null, sort);
        return database.inTransaction(() -> wiring.get(JpaTicketViews.class).list(filter, null, 50, null).stream()
                .map(TicketRow::number)
                .toList());
    }

    private Ticket resolved() {
        Ticket ticket = database.inTransaction(() -> {
            Ticket registered = customer.ticket(wiring, "Printer stuck");
            registered.start(customer.agentId(), terms(), now());
            return registered;
        });
        wiring.clock().advance(Duration.ofHours(1));
        database.inTransaction(() -> find(ticket.number()).resolve("Roller replaced", customer.agentId(), terms(), now()));
        return ticket;
    }

    private void accept(Ticket ticket) {
        wiring.clock().advance(Duration.ofHours(1));
        database.inTransaction(() -> {
            AuthorisationInForce authorisation = wiring.get(Customers.class)
                    .authorisationInForce(customer.contractId(), customer.contactId(), now())
                    .orElseThrow();
            find(ticket.number()).accept(authorisation, AcceptanceManner.PORTAL, "Works now", now());
        });
    }

    private Ticket find(String number) {
        return wiring.get(Tickets.class).byNumber(number).orElseThrow();
    }

    private List<Pause> pauses(Ticket ticket) {
        return ticket.clock(terms()).target(ServiceTarget.RESOLUTION).orElseThrow().pauses();
    }

    private ContractTerms terms() {
        return customer.terms(wiring);
    }

    private Instant now() {
        return wiring.clock().instant();
    }

    private static int indexOf(List<String> statements, String start) {
        for (int i = 0; i < statements.size(); i++) {
            if (statements.get(i).toUpperCase(java.util.Locale.ROOT).startsWith(start)) {
                return i;
            }
        }
        throw new AssertionError("No " + start + " among " + statements);
    }
}
