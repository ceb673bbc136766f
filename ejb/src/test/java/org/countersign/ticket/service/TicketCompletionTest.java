package org.countersign.ticket.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.countersign.customer.model.Contact;
import org.countersign.customer.model.ContractContact;
import org.countersign.customer.model.Customers;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
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
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.TicketAction;
import org.countersign.ticket.model.TicketEvent.ReportSupplemented;
import org.countersign.ticket.model.TicketEvent.TicketRegistered;
import org.countersign.ticket.model.TicketEvent.TicketReleased;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Urgency;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The minimum content of a report: what falls short is held, told, completed, and never lost (M31, M32, M43). */
@OnEachDatabase
class TicketCompletionTest {

    private static final String CLAUSES =
            """
            categories:
              - {category: CONNECTIVITY, title: Connectivity, level: L2, direct: true}
              - {category: BUG, title: Bugs, level: L3}
            environments: [Production, Preproduction]
            minimum: [SERVICE, ENVIRONMENT, CATEGORY, DESCRIPTION, "FIELD:user"]
            """;

    private static final CompleteReport NOTHING = new CompleteReport(null, null, null, null, null);

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
        customer = SampleCustomer.store(database, wiring, "N" + customers++);
        wiring.events().observeBy(wiring.get(Notifications.class));
    }

    private <T> T as(String account, Supplier<T> work) {
        wiring.calledBy(customer.code().toLowerCase(Locale.ROOT) + account);
        return database.inTransaction(work);
    }

    private void agree(String clauses, String starts) {
        database.inTransaction(() -> {
            ContractAgreements agreements = wiring.get(ContractAgreements.class);
            String contract = "DESK-" + customer.code();
            String text = agreements.print(agreements.version(contract, null).agreement()).replace("starts: RECEIPT", "starts: " + starts);
            return agreements.record(
                    contract, text.replaceAll("(?s)(environments|categories):.*", "") + clauses, null, "Szabó Anna", null, null);
        });
    }

    private TicketDetails report(String account, String description, String service, String environment, String category, Map<String, String> fields) {
        return as(account, () -> wiring.get(TicketRegistration.class)
                .registerAndShow(new RegisterTicket(
                        "DESK-" + customer.code(), null, TicketKind.INCIDENT, "Nothing answers", description, Impact.MEDIUM, Urgency.MEDIUM,
                        Channel.API, service, environment, fields, null, category)));
    }

    private void complete(String account, String number, CompleteReport given) {
        as(account, () -> {
            wiring.get(TicketCompletion.class).complete(number, given, null);
            return null;
        });
    }

    private TicketDetails find(String account, String number) {
        return as(account, () -> wiring.get(TicketQueries.class).find(number));
    }

    private static String refusal(Runnable work) {
        String[] code = new String[1];
        assertThatThrownBy(work::run).isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> code[0] = refused.code());
        return code[0];
    }

    @Test
    void a_report_that_has_it_all_goes_straight_into_the_queue() {
        agree(CLAUSES, "COMPLETENESS");
        TicketDetails ticket = report("-contact", "Since ten.", "Claims", "production", "BUG", Map.of("user", "Anna"));
        assertThat(ticket.state()).isEqualTo(TicketState.NEW);
        assertThat(ticket.missing()).isEmpty();
        assertThat(ticket.resolutionDue()).isNotNull();
        assertThat(ticket.legalActions()).doesNotContain(TicketAction.COMPLETE);
        assertThat(refusal(() -> complete("-agent", ticket.number(), NOTHING))).isEqualTo("illegal-step");
    }

    @Test
    void what_falls_short_is_held_and_says_what_is_missing_and_is_completed_bit_by_bit() {
        agree(CLAUSES, "COMPLETENESS");

        TicketDetails held = report("-contact", null, "Claims", null, null, new HashMap<>(Map.of("room", "2.14")));

        assertThat(held.state()).isEqualTo(TicketState.HELD);
        assertThat(held.holdReason()).isEqualTo("INCOMPLETE");
        assertThat(held.missing()).containsExactly("ENVIRONMENT", "CATEGORY", "DESCRIPTION", "FIELD:user");
        assertThat(held.resolutionDue()).isNull();
        assertThat(held.mayComplete()).isTrue();
        assertThat(held.mayRelease()).isFalse();
        assertThat(held.legalActions()).contains(TicketAction.COMPLETE).doesNotContain(TicketAction.RELEASE);
        assertThat(find("-contact", held.number())).isEqualTo(held);
        assertThat(wiring.events().fired(TicketRegistered.class)).extracting(TicketRegistered::missing)
                .containsExactly("ENVIRONMENT, CATEGORY, DESCRIPTION, FIELD:user");
        assertThat(refusal(() -> as("-agent", () -> {
                    wiring.get(TicketHandling.class).release(held.number(), null);
                    return null;
                })))
                .isEqualTo("report-incomplete");
        assertThat(refusal(() -> complete("-contact", held.number(), new CompleteReport(null, "Training", null, null, null))))
                .isEqualTo("environment-unknown");

        complete("-contact", held.number(), new CompleteReport(null, "Production", null, "Since ten.", Map.of("user", " ")));

        TicketDetails more = find("-agent", held.number());
        assertThat(more.state()).isEqualTo(TicketState.HELD);
        assertThat(more.missing()).containsExactly("CATEGORY", "FIELD:user");
        assertThat(more.description()).isEqualTo("Since ten.");
        wiring.clock().advance(Duration.ofHours(2));
        Instant completed = wiring.clock().instant();

        complete("-agent", held.number(), new CompleteReport(null, null, "CONNECTIVITY", null, Map.of("user", "Anna")));

        TicketDetails ticket = find("-agent", held.number());
        assertThat(ticket.state()).isEqualTo(TicketState.NEW);
        assertThat(ticket.missing()).isEmpty();
        assertThat(ticket.service()).isEqualTo("Claims");
        assertThat(ticket.level()).as("where the contract has its category open").isEqualTo(SupportLevel.L2);
        assertThat(ticket.fields()).isEqualTo(Map.of("room", "2.14", "user", "Anna"));
        ExplainedClock clock = as("-agent", () -> wiring.get(TicketQueries.class).clock(held.number()));
        assertThat(clock.targets().get(0).segments()).as("what ran before does not count")
                .anySatisfy(segment -> {
                    assertThat(segment.counted()).isFalse();
                    assertThat(segment.to()).isEqualTo(completed);
                });
        assertThat(wiring.events().fired(ReportSupplemented.class)).extracting(ReportSupplemented::missing)
                .containsExactly("CATEGORY, FIELD:user", null);
        assertThat(wiring.events().fired(ReportSupplemented.class)).extracting(ReportSupplemented::added)
                .containsExactly("ENVIRONMENT, DESCRIPTION", "CATEGORY, FIELD:user");
        assertThat(wiring.events().fired(TicketReleased.class)).hasSize(1);
        assertThat(mails(ticket)).containsExactly(MailTemplate.TICKET_HELD, MailTemplate.TICKET_RELEASED);
    }

    @Test
    void a_report_without_a_description_is_refused_where_the_contract_does_not_hold_it() {
        agree("environments: [Production]\nminimum: [ENVIRONMENT]\n", "RECEIPT");
        assertThat(refusal(() -> report("-agent", " ", null, null, null, null))).isEqualTo("required");
        assertThat(report("-agent", "It does not.", null, null, null, null).missing()).containsExactly("ENVIRONMENT");
    }

    @Test
    void what_the_contract_demands_no_more_need_not_be_added() {
        agree(CLAUSES, "RECEIPT");
        String number = report("-agent", "It does not.", null, null, null, null).number();
        agree("", "RECEIPT");

        complete("-agent", number, NOTHING);

        assertThat(find("-agent", number).state()).isEqualTo(TicketState.NEW);
    }

    @Test
    void a_report_of_somebody_who_is_no_fixed_contact_waits_for_one_when_it_is_complete() {
        agree("minimum: [SERVICE]\n", "COMPLETENESS");
        onlyFixedContacts();
        String number = report("-other", "It does not.", null, null, null, null).number();
        assertThat(find("-other", number).holdReason()).isEqualTo("INCOMPLETE");
        assertThat(find("-third", number).mayComplete()).isFalse();
        assertThat(refusal(() -> complete("-third", number, new CompleteReport("Claims", null, null, null, null))))
                .isEqualTo("completion-not-allowed");

        complete("-other", number, new CompleteReport("Claims", null, null, null, null));

        TicketDetails waiting = find("-contact", number);
        assertThat(waiting.holdReason()).isEqualTo(TicketRegistration.AWAITING_FIXED_CONTACT);
        assertThat(waiting.mayRelease()).isTrue();
        assertThat(waiting.legalActions()).contains(TicketAction.RELEASE).doesNotContain(TicketAction.COMPLETE);
        assertThat(refusal(() -> complete("-agent", number, NOTHING))).isEqualTo("report-not-incomplete");
        assertThat(mails(waiting)).containsExactly(MailTemplate.TICKET_HELD, MailTemplate.TICKET_APPROVAL_ASKED);

        String second = report("-other", "It does not either.", null, null, null, null).number();
        complete("-contact", second, new CompleteReport("Claims", null, null, null, null));
        assertThat(find("-agent", second).state()).as("whoever may agree has completed it").isEqualTo(TicketState.NEW);
    }

    /** From now on only the customer's first contact may agree; two more report. */
    private void onlyFixedContacts() {
        database.inTransaction(() -> {
            database.entityManager()
                    .createQuery("update Contract c set c.fixedContactsOnly = true where c.id = :id")
                    .setParameter("id", customer.contractId())
                    .executeUpdate();
            database.entityManager().getEntityManagerFactory().getCache().evictAll();
            Customers all = wiring.get(Customers.class);
            for (String name : List.of("-other", "-third")) {
                String small = customer.code().toLowerCase(Locale.ROOT) + name;
                Contact contact = new Contact(customer.organisationId(), "Contact" + name, small + "@customer.example", null, "en", "Europe/Budapest");
                all.add(contact);
                all.add(new ContractContact(customer.contractId(), contact.id(), false));
                wiring.get(Accounts.class).add(Account.ofContact(
                        small, "Contact" + name, small + "@customer.example", customer.organisationId(), contact.id()));
            }
            return null;
        });
    }

    private Instant begins(String number) {
        ExplainedClock clock = as("-agent", () -> wiring.get(TicketQueries.class).clock(number));
        return clock.targets().get(0).start();
    }

    @Test
    void a_complete_report_that_waits_for_a_fixed_contact_is_complete_since_its_receipt() {
        agree("minimum: [SERVICE]\n", "COMPLETENESS");
        onlyFixedContacts();
        Instant received = wiring.clock().instant();
        String number = report("-other", "It does not.", "Claims", null, null, null).number();
        assertThat(find("-other", number).holdReason()).isEqualTo(TicketRegistration.AWAITING_FIXED_CONTACT);
        wiring.clock().advance(Duration.ofHours(2));

        as("-contact", () -> {
            wiring.get(TicketHandling.class).release(number, null);
            return null;
        });

        assertThat(begins(number)).isEqualTo(received);
    }

    @Test
    void nobody_has_to_agree_to_what_a_fixed_contact_reports_also_where_it_is_incomplete() {
        agree("minimum: [SERVICE]\n", "AGREEMENT");
        onlyFixedContacts();
        Instant received = wiring.clock().instant();
        String number = report("-contact", "It does not.", null, null, null, null).number();
        String others = report("-other", "It does not.", null, null, null, null).number();
        wiring.clock().advance(Duration.ofHours(2));

        complete("-contact", number, new CompleteReport("Claims", null, null, null, null));
        complete("-contact", others, new CompleteReport("Claims", null, null, null, null));

        assertThat(begins(number)).isEqualTo(received);
        assertThat(begins(others)).isEqualTo(wiring.clock().instant());
    }

    private List<MailTemplate> mails(TicketDetails ticket) {
        return database.inTransaction(() -> database.entityManager()
                .createQuery("select m.template from OutboxMessage m where m.ticketId = :ticket order by m.id", MailTemplate.class)
                .setParameter("ticket", ticket.id())
                .getResultList());
    }
}
