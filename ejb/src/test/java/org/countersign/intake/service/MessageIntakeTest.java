package org.countersign.intake.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.countersign.customer.model.Contact;
import org.countersign.customer.model.ContractContact;
import org.countersign.customer.model.Customers;
import org.countersign.intake.model.IntakeEvent.ContentMissing;
import org.countersign.intake.model.IntakeEvent.MessageDecided;
import org.countersign.intake.model.IntakeEvent.MessageReceived;
import org.countersign.intake.model.IntakeOutcome;
import org.countersign.intake.model.MessageDecision;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.FileAttached;
import org.countersign.ticket.model.TicketEvent.MessagePosted;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Tickets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Mail from the raw message to its outcome, on both databases. */
@OnEachDatabase
class MessageIntakeTest {

    private static final String AUTHSERV = "mx.desk.example";

    private static int customers;
    private static int mails;

    @Parameter
    TestDatabase database;

    private IntakeNode node;
    private SampleCustomer customer;
    private String anna;
    private String mailbox;

    @BeforeEach
    void a_customer_with_a_mailbox() {
        node = new IntakeNode(database);
        customer = SampleCustomer.store(database, node.wiring(), "I" + customers++);
        anna = customer.code().toLowerCase(java.util.Locale.ROOT) + "@customer.example";
        mailbox = mailboxOf(customer);
    }

    private String mailboxOf(SampleCustomer of) {
        String address = "support@" + of.code().toLowerCase(java.util.Locale.ROOT) + ".desk.example";
        database.inNewTransaction(() -> node.wiring()
                .get(MailboxAdministration.class)
                .add(new NewMailbox(address, "DESK-" + of.code(), "Desk " + of.code(), AUTHSERV, null)));
        return address;
    }

    private Mail mail() {
        return new Mail(anna, mailbox);
    }

    /** A mail in the making; proven by our mail server unless told otherwise. */
    private static final class Mail {

        private final List<String> fields = new ArrayList<>();
        private final String to;
        private String from;
        private String subject = "Printer stuck";
        private String body = "It prints nothing.";
        private String id = "<" + mails++ + "@customer.example>";
        private boolean proven = true;

        Mail(String from, String to) {
            this.from = from;
            this.to = to;
        }

        Mail from(String address) {
            from = address;
            return this;
        }

        Mail subject(String text) {
            subject = text;
            return this;
        }

        Mail body(String text) {
            body = text;
            return this;
        }

        Mail id(String messageId) {
            id = messageId;
            return this;
        }

        Mail unproven() {
            proven = false;
            return this;
        }

        Mail field(String line) {
            fields.add(line);
            return this;
        }

        @Override
        public String toString() {
            String domain = from.substring(from.indexOf('@') + 1);
            return (proven ? "Authentication-Results: " + AUTHSERV + "; dmarc=pass header.from=" + domain + "\r\n" : "")
                    + String.join("", fields.stream().map(field -> field + "\r\n").toList())
                    + "Message-ID: " + id + "\r\nFrom: Anna <" + from + ">\r\nTo: " + to + "\r\nSubject: " + subject + "\r\n"
                    + (body.startsWith("Content-Type") ? "MIME-Version: 1.0\r\n" : "\r\n") + body + "\r\n";
        }
    }

    private IntakeResult receive(Mail mail) {
        return node.receive(mail.toString());
    }

    private TicketState stateOf(String number) {
        return database.inTransaction(() -> ticket(number).state());
    }

    private Ticket ticket(String number) {
        return node.wiring().get(Tickets.class).byNumber(number).orElseThrow();
    }

    private void contractSays(String assignment) throws SQLException {
        database.executeAsOwner("UPDATE contract SET " + assignment + " WHERE id = ?", customer.contractId());
    }

    private void endTicket(String number) throws SQLException {
        database.executeAsOwner("UPDATE ticket SET state = 'WITHDRAWN' WHERE number = ?", number);
    }

    @Test
    void a_proven_mail_of_a_contact_becomes_a_ticket_with_what_it_says() {
        IntakeResult result = receive(mail().subject("Nyomtató").body("Elakadt a papír."));

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.TICKET_CREATED);
        assertThat(result.senderContact()).isEqualTo(anna);
        assertThat(result.reason()).isNull();
        database.inTransaction(() -> {
            Ticket ticket = ticket(result.ticket());
            assertThat(ticket.summary()).isEqualTo("Nyomtató");
            assertThat(ticket.description()).isEqualTo("Elakadt a papír.");
            assertThat(ticket.state()).isEqualTo(TicketState.NEW);
            assertThat(ticket.contactId()).isEqualTo(customer.contactId());
        });
        assertThat(node.wiring().events().fired(MessageReceived.class))
                .singleElement()
                .satisfies(event -> assertThat(event.ticket()).isEqualTo(result.ticket()));
    }

    @Test
    void files_of_the_mail_become_files_of_the_ticket() {
        String png = Base64.getEncoder().encodeToString("not really a picture".getBytes(StandardCharsets.US_ASCII));
        receive(mail().body("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the picture.\r\n--b\r\n"
                + "Content-Type: image/png; name=\"../screen.png\"\r\nContent-Disposition: attachment\r\n"
                + "Content-Transfer-Encoding: base64\r\n\r\n" + png + "\r\n--b--\r\n"));

        assertThat(node.wiring().events().fired(FileAttached.class))
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("screen.png"));
    }

    @Test
    void a_message_and_its_files_can_be_had_as_they_came() {
        String raw = mail().body("Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nSee the log.\r\n--b\r\n"
                        + "Content-Type: text/plain; name=log.txt\r\nContent-Disposition: attachment\r\n\r\nall is well\r\n--b--\r\n")
                .toString();
        long id = node.receive(raw).message();
        IntakeQueries queries = node.wiring().get(IntakeQueries.class);

        assertThat(new String(database.inNewTransaction(() -> queries.raw(id)), StandardCharsets.UTF_8)).isEqualTo(raw);
        assertThat(database.inNewTransaction(() -> queries.file(id, 0))).satisfies(file -> {
            assertThat(file.name()).isEqualTo("log.txt");
            assertThat(new String(file.content(), StandardCharsets.UTF_8)).isEqualTo("all is well");
        });
        long unreadable = node.receive("\0\3 nothing that anybody could read").message();
        assertThat(database.inNewTransaction(() -> queries.raw(unreadable))).isNotEmpty();
        for (Runnable missing : List.<Runnable>of(() -> queries.file(id, 1), () -> queries.file(unreadable, 0), () -> queries.file(-1, 0), () -> queries.raw(-1))) {
            assertThatThrownBy(() -> database.inNewTransaction(() -> {
                        missing.run();
                        return null;
                    }))
                    .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("not-found"));
        }
    }

    @Test
    void an_unproven_mail_opens_a_held_ticket_where_the_contract_says_so() {
        IntakeResult result = receive(mail().unproven());

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.HELD_UNAUTHORISED);
        assertThat(result.reason()).isEqualTo("sender-not-proven");
        assertThat(stateOf(result.ticket())).isEqualTo(TicketState.HELD);
    }

    @Test
    void an_unproven_mail_opens_a_ticket_where_the_contract_trusts_the_mail_server() throws SQLException {
        contractSays("unproven_mail = 'OPEN'");

        IntakeResult result = receive(mail().unproven());

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.TICKET_CREATED);
        assertThat(stateOf(result.ticket())).isEqualTo(TicketState.NEW);
    }

    @Test
    void an_unproven_mail_opens_nothing_where_the_contract_wants_it_aside() throws SQLException {
        contractSays("unproven_mail = 'QUARANTINE'");

        IntakeResult result = receive(mail().unproven());

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.QUARANTINED);
        assertThat(result.ticket()).isNull();
    }

    @Test
    void results_of_another_server_prove_nothing() {
        IntakeResult result = receive(mail().unproven()
                .field("Authentication-Results: mx.forger.example; dmarc=pass header.from=customer.example"));

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.HELD_UNAUTHORISED);
    }

    @Test
    void the_report_of_somebody_who_is_no_fixed_contact_waits_for_one() throws SQLException {
        contractSays("fixed_contacts_only = TRUE");
        String carla = database.inNewTransaction(() -> {
            Customers all = node.wiring().get(Customers.class);
            Contact contact = new Contact(
                    customer.organisationId(), "Carla", "carla-" + customer.code() + "@customer.example", null, "hu", "Europe/Budapest");
            all.add(contact);
            database.entityManager().flush();
            all.add(new ContractContact(customer.contractId(), contact.id(), false));
            return contact.email();
        });

        IntakeResult result = receive(mail().from(carla));

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.HELD_UNAUTHORISED);
        assertThat(result.reason()).isEqualTo("awaiting-fixed-contact");
        database.inTransaction(() -> assertThat(ticket(result.ticket()).holdReason()).isEqualTo("AWAITING_FIXED_CONTACT"));
        assertThat(receive(mail()).outcome()).isEqualTo(IntakeOutcome.TICKET_CREATED);
    }

    @Test
    void an_unknown_sender_gets_no_ticket_and_the_mail_is_kept_with_its_reason() {
        IntakeResult result = receive(mail().from("stranger@elsewhere.example"));

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.REFUSED);
        assertThat(result.reason()).isEqualTo("sender-unknown");
        assertThat(result.senderContact()).isNull();
        InboundDetails kept = node.details(result.message());
        assertThat(kept.row().sender()).isEqualTo("stranger@elsewhere.example");
        assertThat(kept.row().toDecide()).isTrue();
        assertThat(kept.mail().text()).isEqualTo("It prints nothing.");
    }

    @Test
    void a_contact_of_another_customer_is_a_stranger_at_this_desk() {
        SampleCustomer other = SampleCustomer.store(database, node.wiring(), "J" + customers++);

        IntakeResult result = receive(mail().from(other.code().toLowerCase(java.util.Locale.ROOT) + "@customer.example"));

        assertThat(result.reason()).isEqualTo("sender-unknown");
    }

    @Test
    void mail_to_nobody_here_is_refused() {
        IntakeResult result = node.receive(new Mail(anna, "sales@elsewhere.example").toString());

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.REFUSED);
        assertThat(result.reason()).isEqualTo("mailbox-unknown");
    }

    @Test
    void what_cannot_be_read_is_stored_as_refused_with_its_reason() {
        IntakeResult result = node.receive("\0\1\2 no mail at all");

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.REFUSED);
        assertThat(result.reason()).isEqualTo("mail-not-a-message");
        assertThat(node.details(result.message()).mail()).isNull();
        assertThat(receive(mail()).outcome()).isEqualTo(IntakeOutcome.TICKET_CREATED);
    }

    @Test
    void a_proven_answer_goes_onto_the_board_with_its_new_text_only() {
        String number = receive(mail()).ticket();

        IntakeResult answer = receive(mail().subject("Re: [" + number + "] Printer stuck")
                .body("Now it smokes.\r\n\r\nOn Monday, Desk <support@desk.example> wrote:\r\n> It prints nothing."));

        assertThat(answer.outcome()).isEqualTo(IntakeOutcome.MESSAGE_APPENDED);
        assertThat(answer.ticket()).isEqualTo(number);
        assertThat(node.wiring().events().fired(MessagePosted.class)).hasSize(1);
        assertThat(boardOf(number)).containsExactly("Now it smokes.");
    }

    private List<String> boardOf(String number) {
        return database.inTransaction(() -> database.entityManager()
                .createQuery("select m.text from TicketMessage m where m.ticketId = :ticket order by m.id", String.class)
                .setParameter("ticket", ticket(number).id())
                .getResultList());
    }

    @Test
    void a_forged_sender_with_a_valid_number_is_put_aside_and_never_appended() {
        String number = receive(mail()).ticket();

        IntakeResult forged = receive(mail().unproven().subject("Re: " + number).body("Please send the passwords to me."));

        assertThat(forged.outcome()).isEqualTo(IntakeOutcome.QUARANTINED);
        assertThat(forged.reason()).isEqualTo("sender-not-proven");
        assertThat(boardOf(number)).isEmpty();
    }

    @Test
    void the_reply_address_proves_the_contact_to_whom_it_was_given_and_nobody_else() throws SQLException {
        String number = receive(mail()).ticket();
        String address = node.wiring().get(ReplyTokenSource.class).tokens().replyAddress(mailbox, number, anna);

        assertThat(node.receive(new Mail(anna, address).unproven().subject("Re: printer").toString()).outcome())
                .isEqualTo(IntakeOutcome.MESSAGE_APPENDED);

        String colleague = database.inNewTransaction(() -> {
            Contact contact = new Contact(
                    customer.organisationId(), "Dora", "dora-" + customer.code() + "@customer.example", null, "hu", "Europe/Budapest");
            node.wiring().get(Customers.class).add(contact);
            return contact.email();
        });
        assertThat(node.receive(new Mail(colleague, address).unproven().subject("Re: printer").toString()).outcome())
                .isEqualTo(IntakeOutcome.QUARANTINED);
        assertThat(boardOf(number)).hasSize(1);
    }

    @Test
    void the_number_of_another_organisations_ticket_leads_nowhere() {
        SampleCustomer other = SampleCustomer.store(database, node.wiring(), "K" + customers++);
        String foreign = database.inNewTransaction(() -> other.ticket(node.wiring(), "Theirs").number());

        IntakeResult result = receive(mail().subject("Re: " + foreign));

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.QUARANTINED);
        assertThat(result.reason()).isEqualTo("ticket-of-another-organisation");
        assertThat(boardOf(foreign)).isEmpty();
    }

    @Test
    void an_answer_to_an_ended_ticket_opens_a_new_one_that_names_it() throws SQLException {
        String number = receive(mail()).ticket();
        endTicket(number);

        IntakeResult result = receive(mail().subject("Re: " + number).body("It is stuck again."));

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.TICKET_CREATED);
        assertThat(result.reason()).isEqualTo("ticket-ended");
        assertThat(result.ticket()).isNotEqualTo(number);
        database.inTransaction(() -> assertThat(ticket(result.ticket()).description())
                .isEqualTo("(This goes on from " + number + ", which has ended.)\n\nIt is stuck again."));
        assertThat(boardOf(number)).isEmpty();
    }

    @Test
    void a_number_that_no_ticket_has_is_only_a_word() {
        assertThat(receive(mail().subject("Order CS-999999999")).outcome()).isEqualTo(IntakeOutcome.TICKET_CREATED);
    }

    @Test
    void machines_are_never_answered() {
        assertThat(receive(mail().field("Auto-Submitted: auto-replied")).outcome()).isEqualTo(IntakeOutcome.AUTOMATIC_REPLY);
        assertThat(receive(mail().field("Return-Path: <>")).reason()).isEqualTo("null-return-path");
        assertThat(receive(mail().from(mailbox)).reason()).isEqualTo("own-address");
        assertThat(receive(mail().field("X-Countersign-Loop: localhost:8080")).outcome()).isEqualTo(IntakeOutcome.LOOP);
        assertThat(node.wiring().events().fired(MessageReceived.class)).hasSize(4).allMatch(event -> event.ticket() == null);
        assertThat(node.wiring().events().fired()).noneMatch(event -> event instanceof ContentMissing);
    }

    @Test
    void an_empty_mail_is_held_and_its_sender_asked_for_what_is_missing() {
        IntakeResult result = receive(mail().subject("").body(""));

        assertThat(result.outcome()).isEqualTo(IntakeOutcome.HELD_INCOMPLETE);
        assertThat(result.ticket()).isNull();
        assertThat(node.wiring().events().fired(ContentMissing.class))
                .singleElement()
                .satisfies(asked -> assertThat(asked.contactId()).isEqualTo(customer.contactId()));
    }

    @Test
    void a_mail_without_a_subject_gets_one_in_the_senders_language() {
        IntakeResult result = receive(mail().subject(""));

        database.inTransaction(() -> assertThat(ticket(result.ticket()).summary()).isEqualTo("(no subject)"));
    }

    @Test
    void the_same_message_again_is_a_duplicate_of_the_first_ticket() {
        Mail mail = mail();
        IntakeResult first = receive(mail);

        IntakeResult second = node.receive("Received: by another way\r\n" + mail);

        assertThat(second.outcome()).isEqualTo(IntakeOutcome.DUPLICATE);
        assertThat(second.ticket()).isEqualTo(first.ticket());
        assertThat(second.message()).isEqualTo(first.message());
    }

    @Test
    void a_message_that_comes_in_on_two_nodes_at_once_makes_one_ticket() throws Exception {
        IntakeNode second = new IntakeNode(database);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int round = 0; round < 15; round++) {
                String mail = mail().subject("Round " + "abcdefghijklmno".charAt(round)).toString();
                CyclicBarrier barrier = new CyclicBarrier(2);
                List<Future<IntakeResult>> results = new ArrayList<>();
                for (IntakeNode each : List.of(node, second)) {
                    Callable<IntakeResult> receive = () -> {
                        barrier.await();
                        return each.receive(mail);
                    };
                    results.add(threads.submit(receive));
                }
                IntakeResult one = results.get(0).get();
                IntakeResult other = results.get(1).get();
                assertThat(List.of(one.outcome(), other.outcome()))
                        .containsExactlyInAnyOrder(IntakeOutcome.TICKET_CREATED, IntakeOutcome.DUPLICATE);
                assertThat(one.ticket()).isNotNull().isEqualTo(other.ticket());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(ticketsOf(customer)).isEqualTo(15);
    }

    private long ticketsOf(SampleCustomer of) {
        return database.inTransaction(() -> database.entityManager()
                .createQuery("select count(t) from Ticket t where t.contractId = :contract", Long.class)
                .setParameter("contract", of.contractId())
                .getSingleResult());
    }

    @Test
    void a_message_whose_node_died_after_storing_is_finished_when_it_comes_again() {
        Mail mail = mail();
        long stored = node.storeOnly(mail.toString());

        IntakeResult again = receive(mail);

        assertThat(again.outcome()).isEqualTo(IntakeOutcome.DUPLICATE);
        assertThat(again.message()).isEqualTo(stored);
        assertThat(stateOf(again.ticket())).isEqualTo(TicketState.NEW);
        assertThat(ticketsOf(customer)).isEqualTo(1);
    }

    @Test
    void a_message_whose_node_died_after_storing_is_finished_by_any_node_soon() {
        long stored = node.storeOnly(mail().toString());
        IntakeNode second = new IntakeNode(database);

        second.wiring().get(WaitingMessages.class).process();
        assertThat(node.details(stored).row().outcome()).as("its node may be about to process it").isNull();

        second.wiring().clock().advance(Duration.ofSeconds(31));
        second.wiring().get(WaitingMessages.class).process();
        node.wiring().clock().advance(Duration.ofSeconds(31));
        node.wiring().get(WaitingMessages.class).process();

        assertThat(node.details(stored).row().outcome()).isEqualTo(IntakeOutcome.TICKET_CREATED);
        assertThat(ticketsOf(customer)).isEqualTo(1);
    }

    @Test
    void a_message_that_breaks_us_again_and_again_is_put_aside_and_the_next_one_flows() throws SQLException {
        // Tickets of this contract cannot be written: a fault of ours that no mail can help.
        String constraint = "broken_for_" + customer.contractId();
        database.executeAsOwner(
                "ALTER TABLE ticket ADD CONSTRAINT " + constraint + " CHECK (contract_id <> " + customer.contractId() + ")");

        IntakeResult broken = receive(mail());

        assertThat(broken.outcome()).isEqualTo(IntakeOutcome.QUARANTINED);
        assertThat(broken.reason()).isEqualTo("processing-failed");
        assertThat(node.details(broken.message()).facts().detail()).containsIgnoringCase(constraint);
        assertThat(receive(mail().from("stranger@elsewhere.example")).outcome()).isEqualTo(IntakeOutcome.REFUSED);
    }

    @Test
    void two_desks_that_answer_each_other_stop_at_the_cap() {
        List<IntakeOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            outcomes.add(receive(mail().subject("Re: Re: Your request no. " + i + " was received")).outcome());
        }

        assertThat(outcomes.subList(0, 10)).containsOnly(IntakeOutcome.TICKET_CREATED);
        assertThat(outcomes.subList(10, 12)).containsOnly(IntakeOutcome.LOOP);
        assertThat(receive(mail().subject("Scanner broken")).outcome()).isEqualTo(IntakeOutcome.TICKET_CREATED);
        node.wiring().clock().advance(Duration.ofMinutes(61));
        assertThat(receive(mail().subject("Your request was received")).outcome()).isEqualTo(IntakeOutcome.TICKET_CREATED);
    }

    @Test
    void a_flood_of_one_sender_is_put_aside_and_the_others_are_served() {
        for (int i = 0; i < 100; i++) {
            node.receive(new Mail("flood" + customer.code() + "@elsewhere.example", mailbox).toString());
        }

        IntakeResult next = receive(mail().from("flood" + customer.code() + "@elsewhere.example"));

        assertThat(next.outcome()).isEqualTo(IntakeOutcome.QUARANTINED);
        assertThat(next.reason()).isEqualTo("too-many-messages");
        assertThat(receive(mail()).outcome()).isEqualTo(IntakeOutcome.TICKET_CREATED);
    }

    private void decide(long message, MessageDecision decision, String ticket, String reason) {
        node.wiring().calledBy(customer.code().toLowerCase(java.util.Locale.ROOT) + "-agent");
        database.inNewTransaction(() -> {
            node.wiring().get(IntakeDecision.class).decide(message, decision, ticket, reason);
            return null;
        });
    }

    @Test
    void a_person_makes_a_ticket_of_a_message_in_quarantine() throws SQLException {
        contractSays("unproven_mail = 'QUARANTINE'");
        IntakeResult kept = receive(mail().unproven());

        decide(kept.message(), MessageDecision.ACCEPT, null, "I called her.");

        InboundDetails decided = node.details(kept.message());
        assertThat(decided.row().outcome()).isEqualTo(IntakeOutcome.TICKET_CREATED);
        assertThat(decided.row().toDecide()).isFalse();
        assertThat(decided.facts().decidedBy()).isEqualTo(customer.code().toLowerCase(java.util.Locale.ROOT) + "-agent");
        assertThat(stateOf(decided.row().ticket())).isEqualTo(TicketState.NEW);
        assertThat(node.wiring().events().fired(MessageDecided.class))
                .singleElement()
                .satisfies(event -> assertThat(event.before()).isEqualTo(IntakeOutcome.QUARANTINED));
    }

    @Test
    void a_person_attaches_a_message_to_a_ticket_of_the_same_organisation_only() {
        String number = receive(mail()).ticket();
        IntakeResult kept = receive(mail().unproven().subject("Re: " + number).body("From my new address."));
        SampleCustomer other = SampleCustomer.store(database, node.wiring(), "L" + customers++);
        String foreign = database.inNewTransaction(() -> other.ticket(node.wiring(), "Theirs").number());

        assertThatThrownBy(() -> decide(kept.message(), MessageDecision.ATTACH, foreign, null))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("intake-ticket-unknown"));
        decide(kept.message(), MessageDecision.ATTACH, number, null);

        assertThat(boardOf(number)).containsExactly("From my new address.");
        assertThat(boardOf(foreign)).isEmpty();
    }

    @Test
    void a_message_is_decided_once() {
        IntakeResult kept = receive(mail().from("stranger@elsewhere.example"));
        decide(kept.message(), MessageDecision.REFUSE, null, "Advertising");

        assertThat(node.details(kept.message()).row().reason()).isEqualTo("refused-by-desk");
        assertThatThrownBy(() -> decide(kept.message(), MessageDecision.ACCEPT, null, null))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("message-already-decided"));
    }

    @Test
    void a_stranger_stays_a_stranger_whoever_decides() {
        IntakeResult kept = receive(mail().from("stranger@elsewhere.example"));

        assertThatThrownBy(() -> decide(kept.message(), MessageDecision.ACCEPT, null, null))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("sender-unknown"));
    }

    @Test
    void a_message_that_made_a_ticket_leaves_nothing_to_decide() {
        IntakeResult made = receive(mail());

        assertThatThrownBy(() -> decide(made.message(), MessageDecision.REFUSE, null, null))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("message-not-to-decide"));
    }

    @Test
    void the_list_shows_the_newest_first_page_by_page_with_one_statement_each() {
        List<Long> received = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            received.add(0, receive(mail().from("list" + i + "-" + customer.code() + "@elsewhere.example")).message());
            node.wiring().clock().advance(Duration.ofSeconds(1));
        }
        IntakeQueries queries = node.wiring().get(IntakeQueries.class);

        List<Long> seen = new ArrayList<>();
        String after = null;
        while (seen.size() < 5) {
            String from = after;
            var page = database.inNewTransaction(() -> queries.list(List.of(IntakeOutcome.REFUSED), 2, from));
            page.items().forEach(row -> seen.add(row.id()));
            after = page.next();
        }
        assertThat(seen.subList(0, 5)).isEqualTo(received);
        assertThat(database.statements().count(() -> database.inNewTransaction(() -> queries.list(List.of(), 50, null)))).isEqualTo(1);
    }

    @Test
    void hostile_html_is_shown_inert_and_its_images_only_when_asked_for() {
        IntakeResult kept = receive(mail().from("stranger@elsewhere.example")
                .body("Content-Type: text/html\r\n\r\n<p onclick=x()>Hi<script>alert(1)</script><img src='http://spy.example/1.png'></p>"));

        MailPreview shown = node.details(kept.message()).mail();

        assertThat(shown.html()).contains("Hi").doesNotContain("script", "onclick", "http://spy.example");
        assertThat(shown.blockedImages()).isEqualTo(1);
    }
}
