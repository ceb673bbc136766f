package org.countersign.ticket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.countersign.audit.service.AuditQueries;
import org.countersign.audit.service.AuditRecorder;
import org.countersign.audit.service.AuditRow;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.OutboxMessage;
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
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.TicketEvent.TicketHandedBack;
import org.countersign.ticket.model.TicketEvent.TicketResumed;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.model.Urgency;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A ticket waits until an agreed date and goes on by itself. It is Monday, 10:00 in Budapest; service is given from 08:00 to 16:00. */
@OnEachDatabase
class HoldUntilTest {

    /** Wednesday, 10:00 in Budapest. */
    private static final Instant VISIT = Instant.parse("2026-11-18T09:00:00Z");

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;

    @BeforeEach
    void a_customer() throws Exception {
        database.executeAsOwner("UPDATE ticket SET hold_until = NULL");
        wiring = new Wiring(database);
        wiring.bind(SenderAddresses.class, wiring.get(MailboxSenders.class));
        wiring.bind(ReplyAddresses.class, wiring.get(TokenReplyAddresses.class));
        customer = SampleCustomer.store(database, wiring, "U" + customers++);
        Transactions.next = database;
        wiring.bind(HoldEnds.class, wiring.get(Transactions.class));
        wiring.events().observeBy(wiring.get(Notifications.class));
        wiring.events().observeBy(wiring.get(AuditRecorder.class));
    }

    /** Lets one ticket never go on. */
    static final class Refusing {

        private final String number;

        Refusing(String number) {
            this.number = number;
        }

        void resumed(@Observes TicketResumed event) {
            if (event.ticket().number().equals(number)) {
                throw new IllegalStateException("cannot");
            }
        }
    }

    /** {@link HoldEnds} with the transactions of its annotations. */
    static final class Transactions extends HoldEnds {

        private static TestDatabase next;

        private final TestDatabase database = next;

        @Override
        public List<Long> ended(long after, int limit) {
            return database.inNewTransaction(() -> super.ended(after, limit));
        }

        @Override
        public boolean resume(long ticketId) {
            return database.inNewTransaction(() -> super.resume(ticketId));
        }
    }

    @AfterEach
    void nobody_calls() {
        CallContext.leave();
    }

    private <T> T as(String account, Supplier<T> work) {
        String name = customer.code().toLowerCase(Locale.ROOT) + account;
        wiring.calledBy(name);
        CallContext.enter(name, null);
        try {
            return database.inNewTransaction(work);
        } finally {
            CallContext.leave();
        }
    }

    private void handle(java.util.function.Consumer<TicketHandling> step) {
        as("-agent", () -> {
            step.accept(wiring.get(TicketHandling.class));
            return null;
        });
    }

    /** A ticket that nobody has taken. */
    private String register() {
        return as("-contact", () -> wiring.get(TicketRegistration.class)
                .register(new RegisterTicket(
                        "DESK-" + customer.code(), null, TicketKind.INCIDENT, "Printer stuck", "It does not work.", Impact.MEDIUM,
                        Urgency.MEDIUM, Channel.PORTAL, null, null, null))
                .number());
    }

    /** A ticket that is worked on. */
    private String ticket() {
        String number = register();
        handle(steps -> steps.start(number, null));
        return number;
    }

    private String onHoldUntil(Instant until) {
        String number = ticket();
        handle(steps -> steps.hold(number, new Hold(HoldReason.AGREED_DATE, "We come on Wednesday", until), null));
        return number;
    }

    private TicketDetails find(String number) {
        return as("-agent", () -> wiring.get(TicketQueries.class).find(number));
    }

    private ExplainedClock.Target resolution(String number) {
        return as("-contact", () -> wiring.get(TicketQueries.class).clock(number)).targets().stream()
                .filter(target -> target.name().equals("RESOLUTION"))
                .findFirst()
                .orElseThrow();
    }

    private int sweep() {
        int[] done = new int[1];
        CallContext.runAsSystem(null, () -> done[0] = wiring.get(HoldEndSweep.class).sweep());
        return done[0];
    }

    private List<AuditRow> history(String account, String number) {
        return as(account, () -> wiring.get(AuditQueries.class).ticketHistory(number, 50, null)).items();
    }

    private List<OutboxMessage> mails(String number) {
        long id = find(number).id();
        return database.inNewTransaction(() -> database.entityManager()
                .createQuery("select m from OutboxMessage m where m.ticketId = :ticket order by m.id", OutboxMessage.class)
                .setParameter("ticket", id)
                .getResultList());
    }

    @Test
    void it_goes_on_at_the_date_once_by_the_system_and_both_sides_are_told() {
        String number = onHoldUntil(VISIT);
        assertThat(find(number).holdUntil()).isEqualTo(VISIT);
        Instant due = find(number).resolutionDue();
        assertThat(due).isEqualTo("2026-11-23T09:00:00Z");
        wiring.clock().moveTo(VISIT.minusSeconds(1));
        assertThat(sweep()).isZero();

        wiring.clock().moveTo(VISIT.plus(Duration.ofHours(2)));
        assertThat(find(number).state()).as("nobody has swept yet").isEqualTo(TicketState.ON_HOLD);
        assertThat(resolution(number).consumed()).isEqualTo(Duration.ofHours(2));
        assertThat(sweep()).isEqualTo(1);
        assertThat(sweep()).isZero();

        TicketDetails ticket = find(number);
        assertThat(ticket.state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(ticket.holdUntil()).isNull();
        assertThat(ticket.holdReason()).isNull();
        assertThat(ticket.resolutionDue()).isEqualTo(due);
        assertThat(wiring.events().fired(TicketResumed.class)).hasSize(1);
        List<AuditRow> desk = history("-agent", number);
        assertThat(desk).filteredOn(row -> row.action().equals("TicketResumed")).singleElement()
                .satisfies(row -> assertThat(row.actor()).isEqualTo("system"));
        assertThat(history("-contact", number)).filteredOn(row -> row.action().equals("TicketPutOnHold")).singleElement()
                .satisfies(row -> assertThat(row.facts()).containsEntry("until", VISIT.toString()).doesNotContainKey("note"));
        List<OutboxMessage> mails = mails(number);
        assertThat(mails).filteredOn(mail -> mail.template() == MailTemplate.TICKET_ON_HOLD).singleElement()
                .satisfies(mail -> assertThat(mail.body()).contains("Work goes on by itself on: 18 November 2026, 10:00"));
        assertThat(mails).filteredOn(mail -> mail.template() == MailTemplate.TICKET_RESUMED).hasSize(1);
        assertThat(mails).filteredOn(mail -> mail.template() == MailTemplate.TICKET_RESUMED_STAFF).singleElement()
                .satisfies(mail -> assertThat(mail.recipient()).startsWith(customer.code().toLowerCase(Locale.ROOT) + "-agent@"));
    }

    @Test
    void the_clock_says_until_when_it_waits_and_that_it_runs_again_by_itself() {
        String number = onHoldUntil(VISIT);
        wiring.clock().advance(Duration.ofHours(3));
        ExplainedClock.Target waiting = resolution(number);
        assertThat(waiting.waitsUntil()).isEqualTo(VISIT);
        assertThat(waiting.haltedBecause()).isNull();
        assertThat(waiting.due()).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(waiting.runsAgain().at()).isEqualTo(VISIT);
        assertThat(waiting.segments().get(waiting.segments().size() - 1).reason()).isEqualTo("AGREED_DATE");
        assertThat(find(number).breached()).isEmpty();
    }

    @Test
    void who_resumes_earlier_leaves_nothing_to_the_sweep_and_mails_nothing_to_himself() {
        String number = onHoldUntil(VISIT);
        wiring.clock().advance(Duration.ofHours(1));
        handle(steps -> steps.resume(number, null));
        assertThat(find(number).resolutionDue()).as("an hour later than without").isEqualTo("2026-11-19T10:00:00Z");

        wiring.clock().moveTo(VISIT.plusSeconds(1));
        assertThat(sweep()).isZero();
        assertThat(find(number).resolutionDue()).isEqualTo("2026-11-19T10:00:00Z");
        assertThat(mails(number)).extracting(OutboxMessage::template).doesNotContain(MailTemplate.TICKET_RESUMED_STAFF);
    }

    @Test
    void what_ended_meanwhile_and_what_waits_without_a_date_is_left_alone() {
        String withdrawn = onHoldUntil(VISIT);
        as("-contact", () -> {
            wiring.get(TicketResolution.class).withdraw(withdrawn, "Gone by itself", null);
            return null;
        });
        String duplicate = onHoldUntil(VISIT);
        String original = ticket();
        handle(steps -> steps.linkDuplicate(duplicate, original, null));
        String open = onHoldUntil(null);

        wiring.clock().moveTo(VISIT.plus(Duration.ofDays(30)));
        assertThat(sweep()).isZero();
        assertThat(find(withdrawn).state()).isEqualTo(TicketState.WITHDRAWN);
        assertThat(find(duplicate).holdUntil()).isNull();
        assertThat(find(open).state()).isEqualTo(TicketState.ON_HOLD);
        assertThat(find(open).resolutionDue()).isNull();
        assertThat(resolution(open).haltedBecause()).isEqualTo("AGREED_DATE");
    }

    @Test
    void what_the_customers_own_staff_has_is_theirs_until_they_answer() {
        agree("levels: {L2: CUSTOMER}\n");
        String number = ticket();
        handle(steps -> steps.escalate(number, SupportLevel.L2, "Is the port open?", null));
        assertThat(find(number).state()).isEqualTo(TicketState.ON_HOLD);
        wiring.clock().moveTo(VISIT);
        assertThat(sweep()).isZero();
    }

    @Test
    void what_waits_at_a_level_that_the_contract_gave_to_the_customer_meanwhile_comes_back_from_there() {
        String number = ticket();
        handle(steps -> steps.escalate(number, SupportLevel.L2, "Needs the network team", null));
        handle(steps -> steps.hold(number, new Hold(HoldReason.AGREED_DATE, null, VISIT), null));
        agree("levels: {L2: CUSTOMER}\n");

        wiring.clock().moveTo(VISIT);
        assertThat(sweep()).isEqualTo(1);
        assertThat(find(number).state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(find(number).level()).isEqualTo(SupportLevel.L1);
        assertThat(wiring.events().fired(TicketHandedBack.class)).hasSize(1);
    }

    private void agree(String levels) {
        database.inNewTransaction(() -> {
            ContractAgreements agreements = wiring.get(ContractAgreements.class);
            String contract = "DESK-" + customer.code();
            String text = agreements.print(agreements.version(contract, null).agreement());
            return agreements.record(contract, text + levels, null, "Szabó Anna", null, null);
        });
    }

    /** F68. */
    @Test
    void a_clock_set_forward_and_back_resumes_nothing_twice() {
        String number = onHoldUntil(VISIT);
        wiring.clock().moveTo(VISIT.plusSeconds(1));
        assertThat(sweep()).isEqualTo(1);
        wiring.clock().moveTo(VISIT.minus(Duration.ofHours(24)));
        assertThat(sweep()).isZero();
        wiring.clock().moveTo(VISIT.plus(Duration.ofHours(24)));
        assertThat(sweep()).isZero();
        assertThat(wiring.events().fired(TicketResumed.class)).hasSize(1);
        assertThat(find(number).resolutionDue()).isEqualTo("2026-11-23T09:00:00Z");
    }

    /** F57. */
    @Test
    void what_one_node_has_claimed_another_passes_over() throws Exception {
        onHoldUntil(VISIT);
        String locked = onHoldUntil(VISIT);
        wiring.clock().moveTo(VISIT);
        Tickets tickets = wiring.get(Tickets.class);
        ExecutorService otherNode = Executors.newSingleThreadExecutor();
        try {
            database.inNewTransaction(() -> {
                tickets.lock(locked).orElseThrow();
                try {
                    assertThat(otherNode.submit(this::sweep).get(30, TimeUnit.SECONDS)).isEqualTo(1);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return null;
            });
        } finally {
            otherNode.shutdownNow();
        }
        assertThat(sweep()).isEqualTo(1);
        assertThat(sweep()).isZero();
        assertThat(wiring.events().fired(TicketResumed.class)).hasSize(2);
    }

    @Test
    void a_ticket_that_cannot_go_on_holds_up_no_other() {
        String stuck = onHoldUntil(VISIT);
        String next = onHoldUntil(VISIT);
        wiring.clock().moveTo(VISIT);
        wiring.events().observeBy(new Refusing(stuck));
        assertThat(sweep()).isEqualTo(1);
        assertThat(find(next).state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(find(stuck).state()).isEqualTo(TicketState.ON_HOLD);
    }

    @Test
    void what_falls_due_right_after_the_hold_finds_the_ticket_at_work() {
        String number = onHoldUntil(VISIT);
        wiring.clock().moveTo(VISIT.plusSeconds(1));
        CallContext.runAsSystem(null, () -> database.inNewTransaction(() -> {
            TicketEscalation escalation = wiring.get(TicketEscalation.class);
            long id = wiring.get(Tickets.class).byNumber(number).orElseThrow().id();
            assertThat(escalation.takeInHand(List.of(id))).containsExactly(id);
            assertThat(escalation.raise(id, SupportLevel.L2, "LATE")).isTrue();
            return null;
        }));
        assertThat(find(number).level()).isEqualTo(SupportLevel.L2);
        assertThat(sweep()).isZero();
    }

    @Test
    void what_nobody_had_started_waits_to_be_started() {
        String number = register();
        handle(steps -> steps.hold(number, new Hold(HoldReason.AGREED_DATE, null, VISIT), null));
        wiring.clock().moveTo(VISIT);
        assertThat(sweep()).isEqualTo(1);
        assertThat(find(number).state()).isEqualTo(TicketState.NEW);
        handle(steps -> steps.start(number, null));
        assertThat(find(number).state()).isEqualTo(TicketState.IN_PROGRESS);
    }

    @Test
    void a_date_that_has_passed_is_refused_and_changes_nothing() {
        String number = ticket();
        assertThatThrownBy(() -> handle(steps -> steps.hold(
                        number, new Hold(HoldReason.AWAITING_CUSTOMER, null, wiring.clock().instant()), null)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo("hold-until-past");
                    assertThat(refused.field()).isEqualTo("until");
                });
        assertThat(find(number).state()).isEqualTo(TicketState.IN_PROGRESS);
    }
}
