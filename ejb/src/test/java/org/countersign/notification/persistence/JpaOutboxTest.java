package org.countersign.notification.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.notification.model.MailEvent.MailRetried;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailRequest.Attachment;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.MailThread;
import org.countersign.notification.model.Outbox;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.notification.model.OutboxState;
import org.countersign.notification.service.MailSender;
import org.countersign.notification.service.OutboxAdministration;
import org.countersign.notification.service.OutboxDetails;
import org.countersign.notification.service.OutboxFixture;
import org.countersign.notification.service.OutboxQueries;
import org.countersign.notification.service.OutboxRow;
import org.countersign.testing.Database;
import org.countersign.testing.MovableClock;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.ticket.model.Ticket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class JpaOutboxTest {

    private static int customers;

    @Parameter
    TestDatabase database;

    private OutboxFixture fixture;
    private MovableClock clock;
    private Outbox outbox;

    @BeforeEach
    void an_empty_outbox() throws SQLException {
        database.executeAsOwner("DELETE FROM outbox_message");
        fixture = new OutboxFixture(database);
        clock = fixture.wiring().clock();
        outbox = fixture.wiring().get(Outbox.class);
    }

    @Test
    void a_mail_is_read_as_it_was_queued() {
        SampleCustomer customer = SampleCustomer.store(database, fixture.wiring(), "O" + customers++);
        Ticket ticket = database.inTransaction(() -> customer.ticket(fixture.wiring(), "Árvíztűrő tükörfúrógép"));
        byte[] pdf = {1, 2, 0, -1};
        String messageId = send(MailRequest.of(
                        MailTemplate.BOARD_MESSAGE,
                        new Recipient("Őri Ágnes", "agnes@customer.example", "hu", "Europe/Budapest", true),
                        Map.of("summary", "ő", "author", "Béla", "text", "x".repeat(100_000), "link", "l"))
                .about(ticket.ref())
                .with(new Attachment("jelentés.pdf", "application/pdf", pdf))
                .answering("<their.1@customer.example>"));

        OutboxMessage mail = fixture.find(messageId);
        assertThat(mail.recipientName()).isEqualTo("Őri Ágnes");
        assertThat(mail.subject()).isEqualTo("[" + ticket.number() + "] Új üzenet: ő");
        assertThat(mail.body()).contains("Béla üzenete").hasSizeGreaterThan(100_000);
        assertThat(mail.inReplyTo()).contains("<their.1@customer.example>");
        assertThat(mail.contractId()).isEqualTo(customer.contractId());
        assertThat(mail.ticketId()).isEqualTo(ticket.id());
        assertThat(mail.createdAt()).isEqualTo(clock.instant());
        Attachment file = database.inTransaction(() -> outbox.byId(mail.id()).orElseThrow().attachment().orElseThrow());
        assertThat(file.name()).isEqualTo("jelentés.pdf");
        assertThat(file.content()).isEqualTo(pdf);

        OutboxDetails details = database.inTransaction(() -> fixture.wiring().get(OutboxQueries.class).find(mail.id()));
        assertThat(details.ticket()).isEqualTo(ticket.number());
        assertThat(details.contract()).isEqualTo("DESK-" + customer.code());
        assertThat(details.body()).isEqualTo(mail.body());
        assertThat(details.attachmentName()).isEqualTo("jelentés.pdf");
    }

    @Test
    void a_claimed_mail_carries_its_attachment_out_of_the_transaction() {
        String mail = send(refusal("a@x.example").with(new Attachment("a.bin", "application/octet-stream", new byte[] {7})));

        OutboxMessage claimed = claim("node").get(0);

        assertThat(claimed.attachment().orElseThrow().content()).containsExactly(7);
        for (OutboxMessage each : List.of(claimed, fixture.find(mail))) {
            assertThat(each.isClaimedBy("node")).isTrue();
            assertThat(each.nextAttemptAt()).isEqualTo(clock.instant().plusSeconds(300));
        }
    }

    /** Written at the commit: before that no query sees it, and none makes it be written. */
    @Test
    void mails_about_one_ticket_hang_on_the_first_to_the_same_address_also_within_one_transaction() {
        SampleCustomer customer = SampleCustomer.store(database, fixture.wiring(), "O" + customers++);
        Ticket ticket = database.inTransaction(() -> customer.ticket(fixture.wiring(), "Printer"));
        Ticket other = database.inTransaction(() -> customer.ticket(fixture.wiring(), "Scanner"));
        MailSender sender = fixture.wiring().get(MailSender.class);

        assertThatThrownBy(() -> database.inTransaction(() -> {
            sender.queue(about(ticket, "anna@customer.example"));
            throw new IllegalStateException("undone");
        })).hasMessage("undone");
        String first = database.inTransaction(() -> {
            assertThat(first(ticket, "anna@customer.example")).as("what was undone").isEmpty();
            String id = sender.queue(about(ticket, "anna@customer.example")).orElseThrow();
            clock.advance(Duration.ofSeconds(1));
            assertThat(database.statements().during(() -> {
                sender.queue(about(ticket, "anna@customer.example"));
                assertThat(first(ticket, "anna@customer.example")).contains(id);
                assertThat(first(ticket, "bert@customer.example")).isEmpty();
                assertThat(first(other, "anna@customer.example")).isEmpty();
            })).noneMatch(sql -> sql.toLowerCase(Locale.ROOT).startsWith("insert into outbox_message"));
            return id;
        });
        clock.advance(Duration.ofSeconds(1));
        String later = send(about(ticket, "anna@customer.example"));

        assertThat(database.inTransaction(() -> first(ticket, "anna@customer.example"))).contains(first);
        assertThat(fixture.find(later).inReplyTo()).contains(first);
    }

    @Test
    void the_first_mails_of_many_threads_are_found_at_once_and_of_two_at_the_same_instant_there_is_one() {
        SampleCustomer customer = SampleCustomer.store(database, fixture.wiring(), "O" + customers++);
        Ticket ticket = database.inTransaction(() -> customer.ticket(fixture.wiring(), "Printer"));
        Ticket other = database.inTransaction(() -> customer.ticket(fixture.wiring(), "Scanner"));
        List<String> queued = database.inTransaction(() -> fixture.wiring().get(MailSender.class).queueAll(List.of(
                about(ticket, "anna@customer.example"),
                about(ticket, "bert@customer.example"),
                about(other, "anna@customer.example"),
                about(ticket, "anna@customer.example"))));
        List<MailThread> threads = List.of(
                new MailThread(ticket.id(), null, "anna@customer.example"),
                new MailThread(ticket.id(), null, "bert@customer.example"),
                new MailThread(other.id(), null, "anna@customer.example"),
                new MailThread(other.id(), null, "bert@customer.example"),
                new MailThread(null, "VC-1", "anna@customer.example"));

        assertThat(database.inTransaction(() -> outbox.firstMessageIds(threads))).containsExactlyInAnyOrderEntriesOf(Map.of(
                threads.get(0), queued.get(0), threads.get(1), queued.get(1), threads.get(2), queued.get(2)));
        assertThat(fixture.find(queued.get(0)).inReplyTo()).isEmpty();
        assertThat(fixture.find(queued.get(3)).inReplyTo()).contains(queued.get(0));
        assertThat(database.inTransaction(() -> outbox.firstMessageIds(List.of()))).isEmpty();
    }

    @Test
    void of_mails_that_are_queued_at_once_each_hangs_where_it_would_alone() {
        SampleCustomer customer = SampleCustomer.store(database, fixture.wiring(), "O" + customers++);
        Ticket ticket = database.inTransaction(() -> customer.ticket(fixture.wiring(), "Printer"));
        String asked = "VC-" + ticket.id();
        MailSender sender = fixture.wiring().get(MailSender.class);
        String told = database.inTransaction(() -> sender.queue(any(MailTemplate.VENDOR_CASE_TOLD).aboutVendorCase(asked, null)).orElseThrow());

        List<String> queued = database.inTransaction(() -> sender.queueAll(List.of(
                any(MailTemplate.TICKET_REGISTERED).about(ticket.ref()).once("registered:" + ticket.id()),
                any(MailTemplate.TICKET_REGISTERED).about(ticket.ref()).once("registered:" + ticket.id()),
                any(MailTemplate.BOARD_MESSAGE).about(ticket.ref()),
                any(MailTemplate.BOARD_MESSAGE).about(ticket.ref()).answering("<theirs@customer.example>"),
                any(MailTemplate.VENDOR_CASE_TOLD).aboutVendorCase(asked, null),
                any(MailTemplate.MAIL_REFUSED))));

        assertThat(queued).hasSize(5);
        assertThat(queued.stream().map(id -> fixture.find(id).inReplyTo().orElse(null)))
                .containsExactly(null, queued.get(0), "<theirs@customer.example>", told, null);
    }

    private static MailRequest any(MailTemplate template) {
        Map<String, Object> facts = new HashMap<>();
        template.facts().forEach(fact -> facts.put(fact, null));
        return MailRequest.of(template, Recipient.of("Anna", "anna@customer.example", "en", null), facts);
    }

    private Optional<String> first(Ticket ticket, String recipient) {
        MailThread thread = new MailThread(ticket.id(), null, recipient);
        return Optional.ofNullable(outbox.firstMessageIds(List.of(thread)).get(thread));
    }

    private static MailRequest about(Ticket ticket, String email) {
        return MailRequest.of(
                        MailTemplate.BOARD_MESSAGE,
                        Recipient.of("Anna", email, "en", null),
                        Map.of("summary", "s", "author", "Béla", "text", "t", "link", "l"))
                .about(ticket.ref());
    }

    @Test
    void the_oldest_that_are_due_are_claimed_first_and_only_once() {
        List<String> queued = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clock.advance(Duration.ofSeconds(1));
            queued.add(fixture.queue("mail " + i));
        }

        assertThat(claim("a", 3)).extracting(OutboxMessage::messageId).isEqualTo(queued.subList(0, 3));
        assertThat(claim("b", 3)).extracting(OutboxMessage::messageId).isEqualTo(queued.subList(3, 5));
        assertThat(claim("c", 3)).isEmpty();
    }

    @Test
    void what_another_transaction_is_just_claiming_is_passed_over_without_waiting() throws Exception {
        List<String> queued = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            clock.advance(Duration.ofSeconds(1));
            queued.add(fixture.queue("mail " + i));
        }
        CountDownLatch claimed = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        ExecutorService otherNode = Executors.newSingleThreadExecutor();
        try {
            Future<List<String>> first = otherNode.submit(() -> database.inNewTransaction(() -> {
                List<String> ids = ids(outbox.claim("a", clock.instant(), clock.instant().plusSeconds(300), 2));
                claimed.countDown();
                await(mayCommit);
                return ids;
            }));
            await(claimed);
            List<String> second = ids(claim("b", 4));
            mayCommit.countDown();

            assertThat(first.get(30, TimeUnit.SECONDS)).isEqualTo(queued.subList(0, 2));
            // H2 locks all rows it sorts, beyond the limit too: the second finds them at its next look.
            assertThat(second).isEqualTo(database.kind() == Database.H2 ? List.of() : queued.subList(2, 4));
            assertThat(ids(claim("c", 4))).isEqualTo(database.kind() == Database.H2 ? queued.subList(2, 4) : List.of());
        } finally {
            mayCommit.countDown();
            otherNode.shutdownNow();
        }
    }

    @Test
    void the_same_key_reaches_each_address_once() {
        assertThat(queue(refusal("a@x.example").once("report:1"))).isPresent();
        assertThat(queue(refusal("A@X.example").once("report:1"))).isEmpty();
        assertThat(queue(refusal("b@x.example").once("report:1"))).isPresent();
        assertThat(queue(refusal("a@x.example").once("report:2"))).isPresent();
        assertThat(queue(refusal("a@x.example"))).isPresent();
        assertThat(queue(refusal("a@x.example"))).isPresent();
    }

    @Test
    void of_two_transactions_that_queue_the_same_key_one_fails() {
        assertThatThrownBy(() -> database.inTransaction(() -> {
                    queueHere(refusal("a@x.example").once("race"));
                    database.inNewTransaction(() -> queueHere(refusal("b@x.example").once("race")));
                    database.inNewTransaction(() -> queueHere(refusal("a@x.example").once("race")));
                }))
                .isInstanceOf(PersistenceException.class);

        assertThat(list(null, 10, null).items()).extracting(OutboxRow::recipient).contains("a@x.example").doesNotHaveDuplicates();
    }

    @Test
    void the_list_is_read_newest_first_page_by_page_in_one_statement_each() {
        List<String> subjects = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            // Two at a time in the same instant.
            clock.advance(Duration.ofSeconds(i % 2));
            fixture.queue("mail " + i);
            subjects.add(0, "Your message could not be accepted: mail " + i);
        }
        List<String> read = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            List<CursorPage<OutboxRow>> page = new ArrayList<>();
            assertThat(database.statements().count(() -> page.add(list(null, 3, from)))).isEqualTo(1);
            page.get(0).items().forEach(row -> read.add(row.subject()));
            after = page.get(0).next();
        } while (after != null);

        assertThat(read).isEqualTo(subjects);
    }

    @Test
    void the_list_can_be_narrowed_to_a_state() {
        String sent = fixture.queue("sent");
        clock.advance(Duration.ofSeconds(1));
        String waiting = fixture.queue("waiting");
        long id = claim("node", 1).get(0).id();
        fixture.work().sent(id, "node");

        assertThat(list(OutboxState.SENT, 10, null).items()).extracting(OutboxRow::id).containsExactly(fixture.find(sent).id());
        assertThat(list(OutboxState.PENDING, 10, null).items()).extracting(OutboxRow::id).containsExactly(fixture.find(waiting).id());
        assertThat(list(OutboxState.DEAD, 10, null).items()).isEmpty();
        assertThat(database.inTransaction(() -> fixture.wiring().get(OutboxQueries.class).counts()))
                .isEqualTo(Map.of(OutboxState.SENT, 1L, OutboxState.PENDING, 1L));
    }

    @Test
    void a_cursor_that_the_list_did_not_give_is_refused() {
        for (String cursor : List.of("x", "MTIz", "!")) {
            assertThatThrownBy(() -> list(null, 10, cursor))
                    .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("cursor-invalid"));
        }
    }

    @Test
    void a_mail_given_up_is_tried_again_on_request_and_the_trail_says_so() {
        String mail = fixture.queue("one");
        clock.advance(Duration.ofHours(24));
        fixture.work().failed(claim("node", 1).get(0).id(), "node", "refused");
        OutboxMessage dead = fixture.find(mail);
        assertThat(dead.state()).isEqualTo(OutboxState.DEAD);

        database.inTransaction(() -> fixture.wiring().get(OutboxAdministration.class).retry(dead.id()));

        assertThat(claim("node", 1)).extracting(OutboxMessage::messageId).containsExactly(mail);
        assertThat(fixture.wiring().events().fired(MailRetried.class)).singleElement()
                .satisfies(event -> assertThat(event.subjectId()).isEqualTo(mail));
        assertThatThrownBy(() -> database.inTransaction(() -> fixture.wiring().get(OutboxAdministration.class).retry(-1)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("not-found"));
    }

    @Test
    void mail_is_never_deleted_by_the_application() {
        assertThatThrownBy(() -> database.executeAsApplication("DELETE FROM outbox_message")).isInstanceOf(SQLException.class);
    }

    private static MailRequest refusal(String address) {
        return MailRequest.of(
                MailTemplate.MAIL_REFUSED, Recipient.of("", address, "en", null), Map.of("subject", "Help", "reason", "too large"));
    }

    private Optional<String> queue(MailRequest request) {
        return database.inTransaction(() -> queueHere(request));
    }

    private Optional<String> queueHere(MailRequest request) {
        return fixture.wiring().get(MailSender.class).queue(request);
    }

    private String send(MailRequest request) {
        return queue(request).orElseThrow();
    }

    private List<OutboxMessage> claim(String name) {
        return claim(name, 10);
    }

    private List<OutboxMessage> claim(String name, int limit) {
        Instant now = clock.instant();
        return database.inNewTransaction(() -> outbox.claim(name, now, now.plusSeconds(300), limit));
    }

    private static List<String> ids(List<OutboxMessage> messages) {
        return messages.stream().map(OutboxMessage::messageId).toList();
    }

    private CursorPage<OutboxRow> list(OutboxState state, int limit, String after) {
        return database.inTransaction(() -> fixture.wiring().get(OutboxQueries.class).list(state, limit, after));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
