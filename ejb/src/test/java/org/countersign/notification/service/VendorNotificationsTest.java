package org.countersign.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.CallContext;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.notification.model.OutboxState;
import org.countersign.notification.model.ReplyAddresses;
import org.countersign.notification.model.SenderAddresses;
import org.countersign.notification.model.VendorMailKey;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketState;
import org.countersign.vendor.model.ChaserReason;
import org.countersign.vendor.model.VendorAddress;
import org.countersign.vendor.model.VendorCaseState;
import org.countersign.vendor.model.VendorEvent.ChasedParties;
import org.countersign.vendor.model.VendorEvent.Letter;
import org.countersign.vendor.model.VendorEvent.VendorAnswered;
import org.countersign.vendor.model.VendorEvent.VendorCaseHanded;
import org.countersign.vendor.model.VendorEvent.VendorCaseOpened;
import org.countersign.vendor.model.VendorEvent.VendorCaseWithdrawn;
import org.countersign.vendor.model.VendorEvent.VendorChased;
import org.countersign.vendor.model.VendorEvent.VendorTold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who gets which mail when a vendor is late. */
@OnEachDatabase
class VendorNotificationsTest {

    private static final Instant OPENED = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant DUE = Instant.parse("2026-11-16T13:00:00Z");

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private Ticket ticket;

    @BeforeEach
    void a_ticket() {
        wiring = new Wiring(database);
        wiring.bind(SenderAddresses.class, new ConfiguredSender());
        wiring.bind(ReplyAddresses.class, new NumberedReplyAddresses());
        customer = SampleCustomer.store(database, wiring, "C" + customers++);
        ticket = database.inTransaction(() -> customer.ticket(wiring, "Printer stuck"));
        wiring.events().observeBy(wiring.get(VendorNotifications.class));
    }

    @Test
    void the_vendor_is_reminded_in_its_language_and_the_owner_is_told() {
        chase(1, "support@signer.example", "nl", "0041-7733");

        OutboxMessage toVendor = only(MailTemplate.VENDOR_CHASER);
        assertThat(toVendor.recipient()).isEqualTo("support@signer.example");
        assertThat(toVendor.subject()).isEqualTo("Herinnering: VC-" + ticket.id() + " Signature library");
        assertThat(toVendor.body()).contains("er is nog geen antwoord", "Uw kenmerk: 0041-7733", "Termijn: ").doesNotContain(ticket.number(), "Printer");
        assertThat(toVendor.body()).contains("Geachte Signer Inc.");

        OutboxMessage toOwner = only(MailTemplate.VENDOR_CHASER_STAFF);
        assertThat(toOwner.recipient()).isEqualTo(customer.code().toLowerCase(java.util.Locale.ROOT) + "-agent@desk.example");
        assertThat(toOwner.subject()).contains("[" + ticket.number() + "]", "VC-" + ticket.id());
        assertThat(toOwner.body())
                .contains("Signer Inc. is late", "there is no answer yet", "support@signer.example", "/desk/ticket/ticket.xhtml?number=" + ticket.number());
    }

    @Test
    void what_opens_a_case_goes_to_the_vendor_with_what_it_owes_and_without_the_ticket() {
        open("support@signer.example", "pt");

        OutboxMessage mail = only(MailTemplate.VENDOR_CASE_OPENED);
        assertThat(mail.recipient()).isEqualTo("support@signer.example");
        assertThat(mail.subject()).isEqualTo("Caso " + number() + ": Signature library");
        assertThat(mail.body())
                .contains("It is an hour late.", "O nosso caso: " + number(), "Contrato: UC-1", "Prioridade: P3", "Primeira resposta até: ")
                .doesNotContain(ticket.number(), "Printer", "A vossa referência", "pedido.");
        assertThat(mail.ticketId()).isNull();
        assertThat(mail.inReplyTo()).isEmpty();
        assertThat(mail.replyTo().orElseThrow()).contains("+t-vc-" + ticket.id());
        assertThat(mail.messageId()).startsWith("<vc-" + ticket.id() + ".");
    }

    @Test
    void what_the_vendor_is_told_later_hangs_on_what_opened_the_case_and_goes_once() {
        open("support@signer.example", "en");
        String first = only(MailTemplate.VENDOR_CASE_OPENED).messageId();
        tell(2, "support@signer.example", "7.3.1");
        tell(2, "support@signer.example", "7.3.1");
        chase(1, "support@signer.example", "en", null);

        OutboxMessage told = only(MailTemplate.VENDOR_CASE_TOLD);
        assertThat(told.body()).contains("7.3.1", "Your reference: 0041-7733").doesNotContain(ticket.number());
        assertThat(told.inReplyTo()).contains(first);
        assertThat(only(MailTemplate.VENDOR_CHASER).inReplyTo()).contains(first);
        assertThat(only(MailTemplate.VENDOR_CHASER).replyTo()).isEqualTo(told.replyTo());
    }

    @Test
    void what_became_of_each_mail_is_known_by_its_place_in_the_correspondence_and_read_at_once() {
        open("support@signer.example", "en");
        tell(0, "support@signer.example", "7.3.1");
        chase(1, "support@signer.example", "en", null);

        VendorMailQueries queries = wiring.get(VendorMailQueries.class);
        Map<VendorMailKey, VendorMail> mails = database.inTransaction(() -> queries.ofCases(List.of(number(), "VC-0")));
        assertThat(mails.keySet())
                .containsExactlyInAnyOrder(VendorMailKey.opening(number()), new VendorMailKey(number(), 0), new VendorMailKey(number(), 1));
        assertThat(mails.values()).allSatisfy(mail -> assertThat(mail.state()).isEqualTo(OutboxState.PENDING));
        assertThat(database.statements().count(() -> database.inTransaction(() -> queries.ofCases(List.of(number()))))).isEqualTo(1);
        assertThat(database.inTransaction(() -> queries.ofCases(List.of()))).isEmpty();
    }

    @Test
    void a_vendor_without_an_address_is_told_by_other_means() {
        open(null, "en");
        tell(0, null, "7.3.1");

        assertThat(mails(MailTemplate.VENDOR_CASE_OPENED)).isEmpty();
        assertThat(mails(MailTemplate.VENDOR_CASE_TOLD)).isEmpty();
    }

    @Test
    void what_the_vendor_answers_is_told_to_who_sees_to_the_case_once_and_to_no_customer() {
        answer("support@signer.example");

        OutboxMessage mail = only(MailTemplate.VENDOR_ANSWER_STAFF);
        assertThat(mail.recipient()).isEqualTo(agent() + "@desk.example");
        assertThat(mail.subject()).contains("[" + ticket.number() + "]", "Signer Inc.", number());
        assertThat(mail.body()).contains("Which version?", "/desk/ticket/ticket.xhtml?number=" + ticket.number());
        assertThat(database.inTransaction(() -> database.entityManager()
                        .createQuery("select m.recipient from OutboxMessage m where m.contractId = :contract", String.class)
                        .setParameter("contract", customer.contractId())
                        .getResultList()))
                .containsOnly(agent() + "@desk.example");
    }

    @Test
    void who_works_on_the_ticket_is_told_too_and_who_recorded_the_answer_is_not() throws Exception {
        String other = "other-" + agent();
        database.inTransaction(() -> {
            Account account = Account.ofStaff(other, "Other", other + "@desk.example", SupportLevel.L3, Set.of(Role.AGENT));
            wiring.get(Accounts.class).add(account);
            return null;
        });
        database.executeAsOwner("UPDATE ticket SET assignee_id = (SELECT id FROM account WHERE name = ?) WHERE number = ?", other, ticket.number());
        CallContext.enter(agent(), "127.0.0.1");
        try {
            answer(null);
        } finally {
            CallContext.leave();
        }

        assertThat(only(MailTemplate.VENDOR_ANSWER_STAFF).recipient()).isEqualTo(other + "@desk.example");
    }

    @Test
    void where_the_owner_works_here_no_longer_whoever_works_on_the_ticket_is_told_or_else_the_managers() throws Exception {
        String manager = "manager-" + agent();
        String other = "next-" + agent();
        database.inTransaction(() -> {
            wiring.get(Accounts.class).add(Account.ofStaff(manager, "M", manager + "@desk.example", SupportLevel.L1, Set.of(Role.MANAGER)));
            wiring.get(Accounts.class).add(Account.ofStaff(other, "Next", other + "@desk.example", SupportLevel.L3, Set.of(Role.AGENT)));
            return null;
        });
        database.executeAsOwner("UPDATE account SET active = FALSE WHERE name = ?", agent());
        chase(1, null, "en", null);
        assertThat(mails(MailTemplate.VENDOR_CHASER_STAFF)).extracting(OutboxMessage::recipient).contains(manager + "@desk.example")
                .doesNotContain(agent() + "@desk.example");

        database.executeAsOwner("UPDATE ticket SET assignee_id = (SELECT id FROM account WHERE name = ?) WHERE number = ?", other, ticket.number());
        chase(2, null, "en", null);
        assertThat(mails(MailTemplate.VENDOR_CHASER_STAFF)).extracting(OutboxMessage::recipient).contains(other + "@desk.example");
        answer(null);
        assertThat(only(MailTemplate.VENDOR_ANSWER_STAFF).recipient()).isEqualTo(other + "@desk.example");
    }

    private String agent() {
        return customer.code().toLowerCase(java.util.Locale.ROOT) + "-agent";
    }

    private void answer(String mailedFrom) {
        database.inTransaction(() -> wiring.events().fire(new VendorAnswered(
                ticket.ref(), number(), "SIGNER", 0, VendorCaseState.OPEN, VendorCaseState.ANSWERED, mailedFrom,
                letter("en", null, "Which version?"))));
    }

    @Test
    void who_gets_a_case_from_somebody_else_is_told() {
        String agent = customer.code().toLowerCase(java.util.Locale.ROOT) + "-agent";
        database.inTransaction(() -> wiring.events().fire(
                new VendorCaseHanded(ticket.ref(), number(), "SIGNER", "somebody", agent, letter("en", null, null))));

        OutboxMessage mail = only(MailTemplate.VENDOR_CASE_HANDED_STAFF);
        assertThat(mail.recipient()).isEqualTo(agent + "@desk.example");
        assertThat(mail.body()).contains("Signer Inc.", "Signature library", "/desk/ticket/ticket.xhtml?number=" + ticket.number());
    }

    @Test
    void a_vendor_is_told_once_that_a_case_is_withdrawn_and_not_why() {
        open("support@signer.example", "nl");
        withdraw("support@signer.example", null);
        withdraw("support@signer.example", null);

        OutboxMessage mail = only(MailTemplate.VENDOR_CASE_WITHDRAWN);
        assertThat(mail.recipient()).isEqualTo("support@signer.example");
        assertThat(mail.subject()).isEqualTo("Ingetrokken: " + number() + " Signature library");
        assertThat(mail.body()).contains("hebben wij uw hulp niet meer nodig", "Uw kenmerk: 0041-7733").doesNotContain("Gone by itself", ticket.number());
        assertThat(mail.inReplyTo()).contains(only(MailTemplate.VENDOR_CASE_OPENED).messageId());
        assertThat(mails(MailTemplate.VENDOR_CASE_ENDED_STAFF)).as("the desk withdrew it itself").isEmpty();
        VendorMailQueries queries = wiring.get(VendorMailQueries.class);
        assertThat(database.inTransaction(() -> queries.ofCases(List.of(number())))).containsKey(new VendorMailKey(number(), VendorMailKey.ENDING));
    }

    @Test
    void the_owner_of_a_case_that_ended_with_its_ticket_is_told_who_tells_the_vendor() {
        withdraw("support@signer.example", TicketState.WITHDRAWN);

        OutboxMessage mail = only(MailTemplate.VENDOR_CASE_ENDED_STAFF);
        assertThat(mail.recipient()).isEqualTo(agent() + "@desk.example");
        assertThat(mail.body())
                .contains("The vendor was told by mail: support@signer.example", "Withdrawn", "Why: Gone by itself", "number=" + ticket.number())
                .doesNotContain("Please tell the vendor");
    }

    @Test
    void who_has_to_tell_a_vendor_that_takes_no_mail_learns_it_even_by_ending_the_ticket() {
        CallContext.enter(agent(), "127.0.0.1");
        try {
            withdraw("support@signer.example", TicketState.DUPLICATE);
            assertThat(mails(MailTemplate.VENDOR_CASE_ENDED_STAFF)).as("who did it knows it").isEmpty();
            withdraw(null, TicketState.DUPLICATE);
        } finally {
            CallContext.leave();
        }

        assertThat(only(MailTemplate.VENDOR_CASE_ENDED_STAFF).body())
                .contains("Please tell the vendor, which takes no mail: Signer Inc.")
                .doesNotContain("told by mail");
        assertThat(mails(MailTemplate.VENDOR_CASE_WITHDRAWN)).hasSize(1);
    }

    private void withdraw(String mailedTo, TicketState endedWith) {
        database.inTransaction(() -> wiring.events().fire(new VendorCaseWithdrawn(
                ticket.ref(), number(), "SIGNER", VendorCaseState.OPEN, endedWith, "Gone by itself", mailedTo,
                letter("nl", "0041-7733", null))));
    }

    @Test
    void a_vendor_that_takes_no_mail_gets_none() {
        chase(1, null, "en", null);

        assertThat(mails(MailTemplate.VENDOR_CHASER)).isEmpty();
        assertThat(only(MailTemplate.VENDOR_CHASER_STAFF).body()).doesNotContain("reminded by mail", "reference");
    }

    @Test
    void one_chaser_is_one_mail_to_each() {
        chase(1, "support@signer.example", "en", null);
        chase(1, "support@signer.example", "en", null);
        assertThat(mails(MailTemplate.VENDOR_CHASER)).hasSize(1);
        assertThat(mails(MailTemplate.VENDOR_CHASER_STAFF)).hasSize(1);

        chase(2, "support@signer.example", "en", null);
        assertThat(mails(MailTemplate.VENDOR_CHASER)).hasSize(2);
    }

    private void chase(int chaser, String mailedTo, String language, String reference) {
        database.inTransaction(() -> wiring.events().fire(new VendorChased(
                ticket.ref(),
                "VC-" + ticket.id(),
                "SIGNER",
                chaser,
                chaser,
                ChaserReason.NO_RESPONSE,
                mailedTo,
                DUE.plusSeconds(3600),
                new ChasedParties(
                        customer.agentId(), "Signer Inc.", new VendorAddress(mailedTo, null, null, language), "Signature library", reference,
                        OPENED, DUE))));
    }

    private void open(String mailedTo, String language) {
        database.inTransaction(() -> wiring.events().fire(new VendorCaseOpened(
                ticket.ref(), number(), "SIGNER", "Signature library", null, Priority.P3, DUE, null, null, mailedTo,
                letter(language, null, "It is an hour late."))));
    }

    private void tell(int entry, String mailedTo, String text) {
        database.inTransaction(() -> wiring.events().fire(new VendorTold(
                ticket.ref(), number(), "SIGNER", entry, VendorCaseState.ANSWERED, VendorCaseState.OPEN, DUE, mailedTo,
                letter("en", "0041-7733", text))));
    }

    private Letter letter(String language, String reference, String text) {
        return new Letter(customer.agentId(), "Signer Inc.", language, "UC-1", "Signature library", reference, text);
    }

    private String number() {
        return "VC-" + ticket.id();
    }

    private OutboxMessage only(MailTemplate template) {
        List<OutboxMessage> mails = mails(template);
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }

    /** Of this test's case. */
    private List<OutboxMessage> mails(MailTemplate template) {
        return database.inTransaction(() -> database.entityManager()
                .createQuery("select m from OutboxMessage m where m.template = :template and m.contractId = :contract", OutboxMessage.class)
                .setParameter("template", template)
                .setParameter("contract", customer.contractId())
                .getResultList());
    }
}
