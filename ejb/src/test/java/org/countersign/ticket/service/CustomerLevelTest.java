package org.countersign.ticket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.MailTemplate;
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
import org.countersign.ticket.model.TicketAction;
import org.countersign.ticket.model.TicketEvent.TicketHandedBack;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Urgency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A support level that the customer's own staff works (M19), and the provider's role under a contract (M23). */
@OnEachDatabase
class CustomerLevelTest {

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
        customer = SampleCustomer.store(database, wiring, "V" + customers++);
        wiring.events().observeBy(wiring.get(Notifications.class));
    }

    private <T> T as(String account, Supplier<T> work) {
        wiring.calledBy(customer.code().toLowerCase(Locale.ROOT) + account);
        return database.inTransaction(work);
    }

    private void agree(String levels) {
        database.inTransaction(() -> {
            ContractAgreements agreements = wiring.get(ContractAgreements.class);
            String contract = "DESK-" + customer.code();
            String text = agreements.print(agreements.version(contract, null).agreement());
            return agreements.record(contract, text + levels, null, "Szabó Anna", null, null);
        });
    }

    private String ticket() {
        return as("-contact", () -> wiring.get(TicketRegistration.class)
                .register(new RegisterTicket(
                        "DESK-" + customer.code(), null, TicketKind.INCIDENT, "Printer stuck", "It does not work.", Impact.MEDIUM,
                        Urgency.MEDIUM, Channel.PORTAL, null, null, null))
                .number());
    }

    private void escalate(String number, SupportLevel level) {
        as("-agent", () -> {
            wiring.get(TicketHandling.class).escalate(number, level, "Is the port open?", null);
            return null;
        });
    }

    private TicketDetails find(String account, String number) {
        return as(account, () -> wiring.get(TicketQueries.class).find(number));
    }

    private void handBack(String number) {
        as("-contact", () -> {
            wiring.get(TicketResolution.class).handBack(number, "It is open now.", Channel.PORTAL, null);
            return null;
        });
    }

    @Test
    void a_ticket_that_comes_to_the_customers_level_is_theirs_and_comes_back_with_an_answer() {
        agree("levels: {L2: CUSTOMER}\n");
        String number = ticket();

        escalate(number, SupportLevel.L2);

        TicketDetails theirs = find("-contact", number);
        assertThat(theirs.state()).isEqualTo(TicketState.ON_HOLD);
        assertThat(theirs.level()).isEqualTo(SupportLevel.L2);
        assertThat(theirs.withCustomer()).isTrue();
        assertThat(theirs.mayHandBack()).isTrue();
        assertThat(theirs.legalActions()).contains(TicketAction.HAND_BACK);
        assertThat(find("-agent", number).mayHandBack()).isFalse();
        assertThat(theirs.resolutionDue()).as("the clock waits for them").isNull();
        assertThat(mails(theirs)).contains(MailTemplate.TICKET_PUT_TO_CUSTOMER);

        wiring.clock().advance(Duration.ofHours(2));
        handBack(number);

        TicketDetails ours = find("-agent", number);
        assertThat(ours.state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(ours.level()).isEqualTo(SupportLevel.L1);
        assertThat(ours.withCustomer()).isFalse();
        assertThat(ours.resolutionDue()).as("two hours later than without").isEqualTo("2026-11-19T11:00:00Z");
        List<BoardEntry> board = as("-agent", () -> wiring.get(TicketQueries.class).board(number, null, null).items());
        assertThat(board).singleElement().satisfies(entry -> {
            assertThat(entry.text()).isEqualTo("It is open now.");
            assertThat(entry.byCustomer()).isTrue();
        });
        assertThat(wiring.events().fired(TicketHandedBack.class)).singleElement().satisfies(event -> {
            assertThat(event.from()).isEqualTo(SupportLevel.L2);
            assertThat(event.to()).isEqualTo(SupportLevel.L1);
            assertThat(event.byCustomer()).isTrue();
        });
        escalate(number, SupportLevel.L3);
        assertThat(find("-agent", number).withCustomer()).as("the third level is the provider's").isFalse();
    }

    @Test
    void whose_level_it_is_says_the_version_in_force_also_where_the_ticket_was_computed_by_another() {
        agree("");
        String number = ticket();
        agree("levels: {L2: CUSTOMER}\n");

        escalate(number, SupportLevel.L2);

        assertThat(find("-contact", number).withCustomer()).isTrue();
        handBack(number);
        assertThat(find("-agent", number).level()).isEqualTo(SupportLevel.L1);
    }

    @Test
    void the_desk_takes_it_back_by_resuming() {
        agree("levels: {L2: CUSTOMER}\n");
        String number = ticket();
        escalate(number, SupportLevel.L2);
        as("-agent", () -> {
            wiring.get(TicketHandling.class).resume(number, null);
            return null;
        });
        assertThat(find("-agent", number).level()).isEqualTo(SupportLevel.L1);
        assertThat(wiring.events().fired(TicketHandedBack.class)).extracting(TicketHandedBack::byCustomer).containsExactly(false);
    }

    @Test
    void only_what_is_with_the_customer_can_be_handed_back() {
        agree("levels: {L2: CUSTOMER}\n");
        String number = ticket();
        assertThatThrownBy(() -> handBack(number))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("illegal-step"));
        as("-agent", () -> {
            wiring.get(TicketHandling.class).hold(number, Hold.open(HoldReason.AWAITING_CUSTOMER, null), null);
            return null;
        });
        assertThat(find("-contact", number).legalActions()).doesNotContain(TicketAction.HAND_BACK);
        assertThatThrownBy(() -> handBack(number))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("not-with-customer"));
    }

    @Test
    void where_the_customers_help_desk_comes_first_reports_enter_at_the_providers_level() {
        agree("levels: {L1: CUSTOMER}\n");
        assertThat(find("-agent", ticket()).level()).isEqualTo(SupportLevel.L2);
    }

    private List<MailTemplate> mails(TicketDetails ticket) {
        return database.inTransaction(() -> database.entityManager()
                .createQuery("select m.template from OutboxMessage m where m.ticketId = :ticket", MailTemplate.class)
                .setParameter("ticket", ticket.id())
                .getResultList());
    }
}
