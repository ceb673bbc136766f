package org.countersign.intake.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.countersign.intake.model.IntakeEvent.MessageReceived;
import org.countersign.intake.model.IntakeOutcome;
import org.countersign.intake.model.MessageDecision;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.MessagePosted;
import org.countersign.ticket.model.TicketEvent.TicketRegistered;
import org.countersign.ticket.service.TicketHandling;
import org.countersign.vendor.model.EntryKind;
import org.countersign.vendor.model.VendorCaseState;
import org.countersign.vendor.model.VendorEvent.VendorAnswered;
import org.countersign.vendor.model.VendorTimes;
import org.countersign.vendor.service.OpenVendorCase;
import org.countersign.vendor.service.RecordVendor;
import org.countersign.vendor.service.VendorAdministration;
import org.countersign.vendor.service.VendorCaseHandling;
import org.countersign.vendor.service.VendorCaseQueries;
import org.countersign.vendor.service.VendorCaseView;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What a vendor answers by mail, from the raw message to its case, on both databases. */
@OnEachDatabase
class VendorMailIntakeTest {

    private static final String AUTHSERV = "mx.desk.example";

    private static int customers;
    private static int mails;

    @Parameter
    TestDatabase database;

    private IntakeNode node;
    private SampleCustomer customer;
    private String agent;
    private String mailbox;
    private String vendor;
    private String ticket;
    private String number;

    @BeforeEach
    void a_case_with_a_vendor() {
        node = new IntakeNode(database);
        customer = SampleCustomer.store(database, node.wiring(), "VM" + customers++);
        String code = customer.code().toLowerCase(Locale.ROOT);
        agent = code + "-agent";
        mailbox = "support@" + code + ".desk.example";
        vendor = "support@" + code + ".signer.example";
        node.wiring().calledBy(agent);
        database.inNewTransaction(() -> node.wiring()
                .get(MailboxAdministration.class)
                .add(new NewMailbox(mailbox, "DESK-" + customer.code(), "Desk", AUTHSERV, null)));
        Map<Priority, VendorTimes> targets = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            targets.put(priority, new VendorTimes(Duration.ofHours(4), Duration.ofHours(16)));
        }
        database.inNewTransaction(() -> node.wiring()
                .get(VendorAdministration.class)
                .record(
                        new RecordVendor(
                                "SIGNER-" + customer.code(), "Signer Inc.", vendor, null, null, "en", null, "HOURS-" + customer.code(), targets,
                                Duration.ofHours(4)),
                        null));
        ticket = workedOn();
        number = open(ticket, null);
        node.wiring().events().forget();
    }

    private String workedOn() {
        Ticket made = database.inNewTransaction(() -> customer.ticket(node.wiring(), "Time stamps are late"));
        run(() -> node.wiring().get(TicketHandling.class).start(made.number(), null));
        return made.number();
    }

    private String open(String of, String reference) {
        return database.inNewTransaction(() -> handling()
                .open(new OpenVendorCase(of, "SIGNER-" + customer.code(), "Signature library", "An hour late.", reference), null));
    }

    private void run(Runnable step) {
        database.inNewTransaction(() -> {
            step.run();
            return null;
        });
    }

    private VendorCaseHandling handling() {
        return node.wiring().get(VendorCaseHandling.class);
    }

    private VendorCaseView show(String of) {
        return database.inNewTransaction(() -> node.wiring().get(VendorCaseQueries.class).find(of));
    }

    private String tokenAddress(String author) {
        return node.wiring().get(ReplyTokenSource.class).tokens().replyAddress(mailbox, number, author);
    }

    private IntakeResult receive(String from, String to, String subject, boolean proven, String... fields) {
        return node.receive(mail(from, to, subject, proven, "Which version?", fields));
    }

    private static String mail(String from, String to, String subject, boolean proven, String body, String... fields) {
        String domain = from.substring(from.indexOf('@') + 1);
        return (proven ? "Authentication-Results: " + AUTHSERV + "; dmarc=pass header.from=" + domain + "\r\n" : "")
                + String.join("", List.of(fields).stream().map(field -> field + "\r\n").toList())
                + "Message-ID: <" + mails++ + "@" + domain + ">\r\nFrom: " + from + "\r\nTo: " + to + "\r\nSubject: " + subject
                + "\r\n\r\n" + body + "\r\n";
    }

    private void nothingReachesTheCustomer() {
        assertThat(node.wiring().events().fired(MessagePosted.class)).isEmpty();
        assertThat(node.wiring().events().fired(TicketRegistered.class)).isEmpty();
    }

    @Test
    void an_answer_to_the_case_s_own_address_is_the_vendor_s_word_and_stops_its_time() {
        IntakeResult result = receive(vendor, tokenAddress(vendor), "Re: our request", false);

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.MESSAGE_APPENDED);
        assertThat(result.reason()).isEqualTo("vendor-answered");
        assertThat(result.ticket()).isEqualTo(ticket);
        assertThat(result.senderContact()).isNull();
        VendorCaseView shown = show(number);
        assertThat(shown.state()).isEqualTo(VendorCaseState.ANSWERED);
        assertThat(shown.chaseAt()).isNull();
        assertThat(shown.correspondence()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.ANSWERED);
            assertThat(entry.text()).isEqualTo("Which version?");
            assertThat(entry.mailedFrom()).isEqualTo(vendor);
            assertThat(entry.message()).isEqualTo(result.message());
            assertThat(entry.by()).isNull();
        });
        assertThat(node.wiring().events().fired(VendorAnswered.class)).singleElement().satisfies(event -> {
            assertThat(event.mailedFrom()).isEqualTo(vendor);
            assertThat(event.letter().text()).isEqualTo("Which version?");
        });
        assertThat(node.wiring().events().fired(MessageReceived.class)).singleElement().satisfies(event -> assertThat(event.contractId())
                .isEqualTo(customer.contractId()));
        nothingReachesTheCustomer();
    }

    @Test
    void the_number_in_the_subject_counts_from_the_vendor_s_proven_address_only() {
        assertThat(receive(vendor, mailbox, "Re: Case " + number, false).reason()).isEqualTo("sender-not-proven");
        assertThat(receive("eve@elsewhere.example", mailbox, "Re: Case " + number, true).reason()).isEqualTo("not-the-vendor");
        assertThat(receive("eve@elsewhere.example", tokenAddress(vendor), "Re", true).reason()).isEqualTo("not-the-vendor");
        assertThat(show(number).correspondence()).isEmpty();

        assertThat(receive(vendor, mailbox, "Re: Case " + number, true).outcome()).isEqualTo(IntakeOutcome.MESSAGE_APPENDED);
        assertThat(show(number).correspondence()).hasSize(1);
        nothingReachesTheCustomer();
    }

    @Test
    void the_vendor_s_own_reference_finds_the_case_where_one_is_meant() {
        run(() -> handling().amend(number, "INC-0041", null, null));

        assertThat(receive(vendor, mailbox, "[inc-0041] update", true).outcome()).isEqualTo(IntakeOutcome.MESSAGE_APPENDED);
        assertThat(receive(vendor, mailbox, "INC-00415 update", true).reason()).isEqualTo("vendor-case-unknown");
        open(ticket, "INC-0041");
        assertThat(receive(vendor, mailbox, "INC-0041 update", true).reason()).as("two are meant alike").isEqualTo("vendor-case-unknown");
        assertThat(receive("eve@elsewhere.example", mailbox, "INC-0041 update", true).reason()).isEqualTo("sender-unknown");
        nothingReachesTheCustomer();
    }

    @Test
    void a_vendor_that_names_no_case_of_its_own_opens_no_ticket() throws SQLException {
        database.executeAsOwner("UPDATE contract SET unproven_mail = 'OPEN' WHERE id = ?", customer.contractId());

        assertThat(receive(vendor, mailbox, "Our newsletter", true).reason()).isEqualTo("vendor-case-unknown");
        assertThat(receive(vendor, mailbox, "About " + ticket, true).reason()).isEqualTo("vendor-case-unknown");
        nothingReachesTheCustomer();
    }

    @Test
    void a_contact_who_names_a_vendor_case_writes_a_report_like_any_other() {
        String anna = customer.code().toLowerCase(Locale.ROOT) + "@customer.example";

        assertThat(receive(anna, mailbox, "What is " + number + "?", true).outcome()).isEqualTo(IntakeOutcome.TICKET_CREATED);
        assertThat(show(number).correspondence()).isEmpty();
    }

    @Test
    void machines_of_the_vendor_answer_nothing() {
        assertThat(receive(vendor, tokenAddress(vendor), "Re: Case " + number, true, "Auto-Submitted: auto-replied").outcome())
                .isEqualTo(IntakeOutcome.AUTOMATIC_REPLY);
        assertThat(receive(vendor, tokenAddress(vendor), "Undelivered", true, "Return-Path: <>").outcome())
                .isEqualTo(IntakeOutcome.AUTOMATIC_REPLY);
        assertThat(show(number).state()).isEqualTo(VendorCaseState.OPEN);
    }

    @Test
    void a_message_that_comes_twice_on_two_nodes_is_one_answer() throws Exception {
        String mail = mail(vendor, tokenAddress(vendor), "Re", true, "Which version?");
        IntakeNode other = new IntakeNode(database);
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<IntakeResult>> results = new ArrayList<>();
            for (IntakeNode each : List.of(node, other)) {
                Callable<IntakeResult> receive = () -> {
                    together.await();
                    return each.receive(mail);
                };
                results.add(threads.submit(receive));
            }
            for (Future<IntakeResult> result : results) {
                result.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(node.receive(mail).outcome()).isEqualTo(IntakeOutcome.DUPLICATE);
        assertThat(show(number).correspondence()).hasSize(1);
    }

    @Test
    void a_case_that_has_ended_takes_no_answer_and_an_empty_mail_is_none() {
        assertThat(node.receive(mail(vendor, tokenAddress(vendor), "Re", true, " ")).reason()).isEqualTo("message-empty");
        run(() -> handling().solve(number, "Done", null));

        assertThat(receive(vendor, tokenAddress(vendor), "Re", true).reason()).isEqualTo("vendor-case-over");
    }

    @Test
    void a_person_may_say_that_a_mail_is_the_vendor_s_answer_once() {
        long message = receive("engineer@signer.example", mailbox, "Your question", true).message();

        refused("intake-vendor-case-unknown", () -> attach(message, "VC-1"));
        attach(message, " " + number.toLowerCase(Locale.ROOT));
        refused("message-already-decided", () -> attach(message, number));

        assertThat(show(number).correspondence()).singleElement().satisfies(entry -> assertThat(entry.mailedFrom())
                .isEqualTo("engineer@signer.example"));
        assertThat(node.details(message).row().ticket()).isEqualTo(ticket);
        nothingReachesTheCustomer();

        long late = receive("engineer@signer.example", mailbox, "Your question", true).message();
        run(() -> handling().solve(number, "Done", null));
        refused("vendor-case-ended", () -> attach(late, number));
    }

    private void attach(long message, String to) {
        run(() -> node.wiring().get(IntakeDecision.class).decide(message, MessageDecision.ATTACH, to, null));
    }

    private static void refused(String code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
