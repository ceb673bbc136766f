package org.countersign.ticket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.countersign.audit.persistence.JpaTicketSeals;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.model.Urgency;
import org.countersign.ticket.model.Visibility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Two people, or a person and a rule, do something with one ticket at once, on two nodes. */
@OnEachDatabase
class StepsAtOnceTest {

    private static int customers;

    @Parameter
    TestDatabase database;

    private final ExecutorService threads = Executors.newFixedThreadPool(3);
    private Wiring here;
    private SampleCustomer customer;

    @BeforeEach
    void a_customer() {
        here = new Wiring(database);
        customer = SampleCustomer.store(database, here, "SAO" + customers++);
        here.calledBy(agent());
        here.bind(TicketSeals.class, here.get(JpaTicketSeals.class));
    }

    @AfterEach
    void nobody_works() {
        threads.shutdownNow();
    }

    private String agent() {
        return customer.code().toLowerCase(Locale.ROOT) + "-agent";
    }

    private Wiring node(String name) {
        String account = agent() + "-" + name;
        database.inNewTransaction(() -> {
            here.get(Accounts.class)
                    .add(Account.ofStaff(account, name, account + "@desk.example", SupportLevel.L1, Set.of(Role.AGENT)));
            return null;
        });
        return new Wiring(database).calledBy(account);
    }

    private String ticket() {
        return database.inTransaction(() -> here.get(TicketRegistration.class)
                        .register(new RegisterTicket(
                                "DESK-" + customer.code(), null, TicketKind.INCIDENT, "Printer stuck", "It does not work.", Impact.MEDIUM,
                                Urgency.MEDIUM, Channel.PHONE, null, null, null)))
                .number();
    }

    private Ticket read(String number) {
        return database.inTransaction(() -> here.get(Tickets.class).byNumber(number).orElseThrow());
    }

    /** Somebody else asks for a step while another is not yet at its end, and waits for it. */
    private Future<?> whileAnotherIsUnderWay(String number, Runnable step) {
        return database.inTransaction(() -> {
            here.get(TicketConversation.class).post(number, "We look at it.", Visibility.PUBLIC, Channel.PORTAL);
            here.get(Tickets.class).flush();
            Future<?> waiting = threads.submit(() -> database.inTransaction(step));
            assertThatThrownBy(() -> waiting.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
            return waiting;
        });
    }

    @Test
    void a_step_that_names_no_version_is_done_to_the_ticket_as_the_other_left_it() throws Exception {
        Wiring there = node("there");
        String number = ticket();
        whileAnotherIsUnderWay(number, () -> there.get(TicketHandling.class).escalate(number, SupportLevel.L2, "A bug", null)).get();
        assertThat(read(number).level()).isEqualTo(SupportLevel.L2);
        whileAnotherIsUnderWay(number, () -> there.get(TicketHandling.class).start(number, null)).get();
        assertThat(read(number).assigneeId()).isNotNull();
        whileAnotherIsUnderWay(
                        number,
                        () -> there.get(TicketConversation.class).post(number, "So do I.", Visibility.INTERNAL, Channel.PORTAL))
                .get();
        whileAnotherIsUnderWay(
                        number, () -> there.get(TicketConversation.class).attach(number, "log.txt", "text/plain", new byte[] {1}))
                .get();
        whileAnotherIsUnderWay(number, () -> there.get(TicketHandling.class).resolve(number, "Restarted", null)).get();
        assertThat(read(number).resolution().text()).isEqualTo("Restarted");
    }

    @Test
    void a_step_that_names_a_version_is_refused_when_the_other_has_changed_the_ticket() {
        Wiring there = node("there");
        String number = ticket();
        long seen = read(number).version();
        Future<?> late = whileAnotherIsUnderWay(number, () -> there.get(TicketHandling.class).start(number, null, seen));
        assertThatThrownBy(late::get)
                .cause()
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("changed-meanwhile"));
        assertThat(read(number).assigneeId()).isNull();
    }

    @Test
    void who_asks_for_the_next_does_not_clash_with_whoever_works_on_it() throws Exception {
        Wiring there = node("there");
        String first = ticket();
        List<String> taken = new ArrayList<>();
        whileAnotherIsUnderWay(
                        first,
                        () -> there.get(TicketHandling.class)
                                .takeNext("DESK-" + customer.code(), SupportLevel.L1, null)
                                .ifPresent(taken::add))
                .get();
        assertThat(taken).containsExactly(first);
    }

    @Test
    void takers_of_the_same_tickets_wait_for_each_other_and_none_for_ever() throws Exception {
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            numbers.add(ticket());
        }
        List<Future<?>> agents = new ArrayList<>();
        for (String name : List.of("one", "two", "three")) {
            TicketHandling desk = node(name).get(TicketHandling.class);
            agents.add(threads.submit(() -> {
                for (String number : numbers) {
                    database.inTransaction(() -> desk.takeNext("DESK-" + customer.code(), SupportLevel.L1, null));
                    database.inTransaction(() -> desk.assign(number, agent(), null, null));
                }
            }));
        }
        for (Future<?> agent : agents) {
            agent.get(60, TimeUnit.SECONDS);
        }
        assertThat(numbers).allSatisfy(number -> assertThat(read(number).assigneeId()).isNotNull());
    }
}
