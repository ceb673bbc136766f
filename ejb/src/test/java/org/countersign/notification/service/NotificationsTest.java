package org.countersign.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.countersign.customer.model.Contact;
import org.countersign.customer.model.ContractContact;
import org.countersign.customer.model.Customers;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Accounts;
import org.countersign.kernel.CallContext;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.notification.model.ReplyAddresses;
import org.countersign.notification.model.SenderAddresses;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.AcceptanceManner;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent;
import org.countersign.ticket.model.TicketEvent.TicketRegistered;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.model.Urgency;
import org.countersign.ticket.model.Visibility;
import org.countersign.ticket.service.TicketConversation;
import org.countersign.ticket.service.TicketHandling;
import org.countersign.ticket.service.TicketRegistration;
import org.countersign.ticket.service.TicketResolution;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Which mails the steps in a ticket's life put into the outbox. The customer's fixed and authorised contact is not the reporter. */
@OnEachDatabase
class NotificationsTest {

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private String fixedContact;
    private String reporter;
    private String agent;
    private long reporterId;

    @BeforeEach
    void a_customer_with_a_second_contact() {
        wiring = new Wiring(database);
        wiring.bind(SenderAddresses.class, new ConfiguredSender());
        wiring.bind(ReplyAddresses.class, new NumberedReplyAddresses());
        customer = SampleCustomer.store(database, wiring, "N" + customers++);
        String code = customer.code().toLowerCase(java.util.Locale.ROOT);
        fixedContact = code + "@customer.example";
        reporter = code + "-reporter@customer.example";
        agent = code + "-agent@desk.example";
        reporterId = contact("Rita " + customer.code(), reporter);
        wiring.events().observeBy(wiring.get(Notifications.class));
    }

    @AfterEach
    void nobody_calls() {
        CallContext.leave();
    }

    @Test
    void the_reporter_is_told_number_priority_and_due_times_in_their_language_and_zone() {
        Ticket ticket = registered(null);

        OutboxMessage mail = only(mails(ticket));
        assertThat(mail.template()).isEqualTo(MailTemplate.TICKET_REGISTERED);
        assertThat(mail.recipient()).isEqualTo(reporter);
        assertThat(mail.language()).isEqualTo("pt");
        assertThat(mail.subject()).isEqualTo("[" + ticket.number() + "] Recebemos o seu pedido: Printer stuck");
        // 16 November 2026, 09:00 UTC and three hours of service time in Budapest; Lisbon is an hour behind Budapest.
        assertThat(mail.body()).contains("prioridade P3", "Primeira resposta até: 16 de novembro de 2026, 12:00 (Europe/Lisbon)");
        assertThat(mail.body()).contains("/portal/ticket/ticket.xhtml?number=" + ticket.number());
    }

    @Test
    void a_mail_about_a_ticket_names_it_in_its_message_id_and_in_the_address_to_answer_to() {
        Ticket ticket = registered(null);

        OutboxMessage mail = only(mails(ticket));
        String number = ticket.number().toLowerCase(java.util.Locale.ROOT);
        assertThat(mail.messageId()).matches("<" + number + "\\.[a-z2-7]{26}@localhost>");
        assertThat(mail.replyTo()).contains("support+t-" + number + "@localhost");
        assertThat(mail.inReplyTo()).isEmpty();
    }

    @Test
    void a_report_that_waits_for_a_fixed_contact_is_explained_to_the_reporter_and_put_to_the_fixed_contacts() {
        Ticket ticket = registered(TicketRegistration.AWAITING_FIXED_CONTACT);

        List<OutboxMessage> mails = mails(ticket);
        assertThat(mails).extracting(OutboxMessage::template, OutboxMessage::recipient)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(MailTemplate.TICKET_HELD, reporter),
                        org.assertj.core.groups.Tuple.tuple(MailTemplate.TICKET_APPROVAL_ASKED, fixedContact));
        assertThat(mails.get(0).body()).contains("a aprovação de um contacto fixo").doesNotContain("Primeira resposta");
        assertThat(mails.get(1).body()).contains("Reported by: Rita " + customer.code()).contains(ticket.number());
    }

    @Test
    void a_report_that_waits_for_the_desk_is_no_matter_of_the_fixed_contacts() {
        Ticket ticket = registered("SENDER_NOT_PROVEN");

        assertThat(only(mails(ticket)).body()).contains("de que o pedido veio mesmo de si");
    }

    @Test
    void a_released_report_is_acknowledged_with_its_due_times() {
        Ticket ticket = registered(TicketRegistration.AWAITING_FIXED_CONTACT);
        as(customer.code() + "-contact");
        database.inTransaction(() -> wiring.get(TicketHandling.class).release(ticket.number(), null));

        OutboxMessage last = last(ticket);
        assertThat(last.template()).isEqualTo(MailTemplate.TICKET_RELEASED);
        assertThat(last.recipient()).isEqualTo(reporter);
        assertThat(last.body()).contains("Solução até: ");
    }

    @Test
    void the_reporter_is_mailed_at_each_change_of_status() {
        Ticket ticket = registered(null);
        String number = ticket.number();
        as(customer.code() + "-agent");
        TicketHandling desk = wiring.get(TicketHandling.class);
        TicketResolution word = wiring.get(TicketResolution.class);
        database.inTransaction(() -> desk.start(number, null));
        database.inTransaction(() -> desk.hold(number, Hold.open(HoldReason.AWAITING_VENDOR, "spare part ordered"), null));
        database.inTransaction(() -> desk.resume(number, null));
        database.inTransaction(() -> desk.resolve(number, "Cleaned the rollers.", null));
        as(customer.code() + "-contact");
        database.inTransaction(() -> word.reject(number, "Still stuck", version(number)));
        as(customer.code() + "-agent");
        database.inTransaction(() -> desk.resolve(number, "Replaced the rollers.", null));
        as(customer.code() + "-contact");
        database.inTransaction(() -> word.accept(number, null, AcceptanceManner.PORTAL, version(number)));

        assertThat(mails(ticket).stream().filter(mail -> mail.recipient().equals(reporter)).map(OutboxMessage::template))
                .containsExactly(
                        MailTemplate.TICKET_REGISTERED,
                        MailTemplate.TICKET_STARTED,
                        MailTemplate.TICKET_ON_HOLD,
                        MailTemplate.TICKET_RESUMED,
                        MailTemplate.RESOLUTION_PROPOSED,
                        MailTemplate.RESOLUTION_REJECTED,
                        MailTemplate.RESOLUTION_PROPOSED,
                        MailTemplate.RESOLUTION_ACCEPTED);
        assertThat(mails(ticket).stream().filter(mail -> mail.recipient().equals(agent)).map(OutboxMessage::template))
                .containsExactly(MailTemplate.RESOLUTION_REJECTED_STAFF, MailTemplate.RESOLUTION_ACCEPTED_STAFF);
        assertThat(bodies(ticket)).anyMatch(body -> body.contains("spare part ordered")).anyMatch(body -> body.contains("Still stuck"));
    }

    @Test
    void a_proposal_goes_to_the_reporter_and_to_whoever_may_accept_with_the_page_where_they_can() {
        Ticket ticket = registered(null);
        as(customer.code() + "-agent");
        database.inTransaction(() -> wiring.get(TicketHandling.class).resolve(ticket.number(), "Cleaned\nthe rollers.", null));

        List<OutboxMessage> proposals =
                mails(ticket).stream().filter(mail -> mail.template() == MailTemplate.RESOLUTION_PROPOSED).toList();
        assertThat(proposals).extracting(OutboxMessage::recipient).containsExactly(reporter, fixedContact);
        assertThat(proposals).allSatisfy(mail -> assertThat(mail.body())
                .contains("\n\nCleaned\nthe rollers.\n\n")
                .contains("http://localhost:8080/portal/ticket/ticket.xhtml?number=" + ticket.number()));
    }

    @Test
    void a_reporter_who_may_accept_gets_one_proposal() {
        Ticket ticket = database.inTransaction(() -> customer.ticket(wiring, "Own"));
        as(customer.code() + "-agent");
        database.inTransaction(() -> wiring.get(TicketHandling.class).resolve(ticket.number(), "Done.", null));

        assertThat(only(mails(ticket)).recipient()).isEqualTo(fixedContact);
    }

    @Test
    void what_staff_write_in_public_is_copied_to_the_reporter() {
        Ticket ticket = registered(null);
        as(customer.code() + "-agent");
        post(ticket, "Which tray? ${ticket} {link}", Visibility.PUBLIC);

        OutboxMessage copy = last(ticket);
        assertThat(copy.template()).isEqualTo(MailTemplate.BOARD_MESSAGE);
        assertThat(copy.recipient()).isEqualTo(reporter);
        assertThat(copy.body()).contains("Agent " + customer.code() + " escreveu", "\n\nWhich tray? ${ticket} {link}\n\n");
    }

    @Test
    void an_internal_note_is_never_mailed() {
        Ticket ticket = registered(null);
        as(customer.code() + "-agent");
        post(ticket, "The customer is difficult.", Visibility.INTERNAL);
        // Not even when an event lies about it.
        long note = database.inTransaction(() -> database.entityManager()
                .createQuery("select max(m.id) from TicketMessage m where m.ticketId = :ticket", Long.class)
                .setParameter("ticket", ticket.id())
                .getSingleResult());
        database.inTransaction(() -> wiring.events()
                .fire(new TicketEvent.MessagePosted(ticket.ref(), note, Visibility.PUBLIC, Channel.PORTAL, false)));

        assertThat(only(mails(ticket)).template()).isEqualTo(MailTemplate.TICKET_REGISTERED);
    }

    @Test
    void what_the_customer_writes_is_copied_to_the_assignee_and_not_back_to_its_author() {
        Ticket ticket = database.inTransaction(() -> customer.ticket(wiring, "Own"));
        as(customer.code() + "-contact");
        post(ticket, "Any news?", null);
        assertThat(mails(ticket)).as("nobody is assigned yet").isEmpty();
        database.inTransaction(() -> wiring.get(Tickets.class)
                .byNumber(ticket.number()).orElseThrow().assign(customer.agentId(), wiring.clock().instant()));
        post(ticket, "Hello?", null);

        OutboxMessage copy = only(mails(ticket));
        assertThat(copy.template()).isEqualTo(MailTemplate.BOARD_MESSAGE_STAFF);
        assertThat(copy.recipient()).isEqualTo(agent);
        assertThat(copy.replyTo()).as("staff answer at their desk").isEmpty();
        assertThat(copy.body()).contains("Contact " + customer.code() + " wrote", "Hello?", "/desk/ticket/ticket.xhtml?number=");
    }

    @Test
    void what_a_colleague_of_the_reporter_writes_is_copied_to_the_reporter() {
        Ticket ticket = registered(null);
        as(customer.code() + "-contact");
        post(ticket, "I have it too.", null);

        assertThat(last(ticket).template()).isEqualTo(MailTemplate.BOARD_MESSAGE);
        assertThat(last(ticket).recipient()).isEqualTo(reporter);
    }

    @Test
    void an_agent_is_told_of_a_ticket_given_to_them_and_not_of_one_they_took() {
        Ticket ticket = registered(null);
        String agentName = (customer.code() + "-agent").toLowerCase(java.util.Locale.ROOT);
        as(agentName);
        database.inTransaction(() -> wiring.get(TicketHandling.class).assign(ticket.number(), agentName, null));
        assertThat(mails(ticket)).hasSize(1);

        CallContext.enter("manager", null);
        database.inTransaction(() -> wiring.get(TicketHandling.class).assign(ticket.number(), agentName, null));
        assertThat(last(ticket).template()).isEqualTo(MailTemplate.TICKET_ASSIGNED_STAFF);
        assertThat(last(ticket).recipient()).isEqualTo(agent);
    }

    @Test
    void a_deactivated_assignee_gets_no_mail() {
        Ticket ticket = registered(null);
        database.inTransaction(() -> {
            wiring.get(Tickets.class).byNumber(ticket.number()).orElseThrow().assign(customer.agentId(), wiring.clock().instant());
            wiring.get(Accounts.class).byId(customer.agentId()).orElseThrow().deactivate();
        });
        as(customer.code() + "-contact");
        post(ticket, "Any news?", null);

        assertThat(mails(ticket)).extracting(OutboxMessage::recipient).containsOnly(reporter);
    }

    @Test
    void every_end_without_a_solution_is_told_with_its_reason() {
        Ticket handedOver = registered(null);
        Ticket declined = registered("SENDER_NOT_PROVEN");
        Ticket same = registered(null);
        as(customer.code() + "-agent");
        TicketHandling desk = wiring.get(TicketHandling.class);
        database.inTransaction(() -> desk.transfer(handedOver.number(), "Consultant Ltd", "a functional question", null));
        database.inTransaction(() -> desk.decline(declined.number(), "not our product", null));
        database.inTransaction(() -> desk.linkDuplicate(same.number(), handedOver.number(), null));
        Ticket withdrawn = registered(null);
        as(customer.code() + "-contact");
        database.inTransaction(() -> wiring.get(TicketResolution.class).withdraw(withdrawn.number(), "solved itself", null));

        assertThat(last(handedOver).template()).isEqualTo(MailTemplate.TICKET_TRANSFERRED);
        assertThat(last(handedOver).body()).contains("Consultant Ltd", "a functional question");
        assertThat(last(declined).template()).isEqualTo(MailTemplate.TICKET_DECLINED);
        assertThat(last(declined).body()).contains("not our product");
        assertThat(last(same).template()).isEqualTo(MailTemplate.TICKET_DUPLICATE);
        assertThat(last(same).body()).contains(handedOver.number());
        assertThat(last(withdrawn).template()).isEqualTo(MailTemplate.TICKET_WITHDRAWN);
        assertThat(last(withdrawn).body()).contains("Contact " + customer.code(), "solved itself");
    }

    @Test
    void later_mails_hang_on_the_first_one_to_the_same_person() {
        Ticket ticket = registered(TicketRegistration.AWAITING_FIXED_CONTACT);
        wiring.clock().advance(Duration.ofMinutes(1));
        as(customer.code() + "-contact");
        database.inTransaction(() -> wiring.get(TicketHandling.class).release(ticket.number(), null));
        wiring.clock().advance(Duration.ofMinutes(1));
        as(customer.code() + "-agent");
        database.inTransaction(() -> wiring.get(TicketHandling.class).resolve(ticket.number(), "Done.", null));

        List<OutboxMessage> mails = mails(ticket);
        String firstToReporter = mails.get(0).messageId();
        String firstToFixedContact = mails.get(1).messageId();
        assertThat(mails.subList(2, 5)).extracting(mail -> mail.inReplyTo().orElseThrow())
                .containsExactly(firstToReporter, firstToReporter, firstToFixedContact);
    }

    @Test
    void an_address_that_is_of_no_use_stops_nobodys_work() throws Exception {
        database.executeAsOwner("UPDATE contact SET email = ? WHERE id = ?", "no address " + customer.code().toLowerCase(), reporterId);
        Ticket ticket = registered(TicketRegistration.AWAITING_FIXED_CONTACT);

        assertThat(only(mails(ticket)).recipient()).isEqualTo(fixedContact);
    }

    @Test
    void a_mail_of_a_transaction_that_fails_is_not_sent() {
        Ticket ticket = registered(null);
        as(customer.code() + "-agent");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> database.inTransaction(() -> {
                    wiring.get(TicketHandling.class).start(ticket.number(), null);
                    throw new IllegalStateException("the power goes");
                })))
                .isInstanceOf(IllegalStateException.class);

        assertThat(mails(ticket)).hasSize(1);
    }

    @Test
    void a_report_that_asks_for_silence_is_not_acknowledged() {
        Ticket ticket = database.inTransaction(() -> customer.ticket(wiring, "Quiet"));

        database.inTransaction(() -> wiring.events()
                .fire(new TicketRegistered(
                        ticket.ref(), ticket.state(), ticket.kind(), ticket.priority(), ticket.channel(), ticket.contactId(),
                        wiring.get(CustomerDirectory.class).contact(ticket.contactId()), ticket.summary(), ticket.responseDue(),
                        ticket.resolutionDue(), null, false, ticket.level(), null, false, null)));

        assertThat(mails(ticket)).isEmpty();
    }

    @Test
    void whoever_reported_too_little_is_told_what_the_contract_demands() {
        Ticket ticket = registered("INCOMPLETE", "SERVICE, FIELD:user");

        assertThat(mails(ticket)).singleElement().satisfies(mail -> {
            assertThat(mail.template()).isEqualTo(MailTemplate.TICKET_HELD);
            assertThat(mail.body()).contains("o que o seu contrato exige de um pedido: Serviço, user");
        });
    }

    @Test
    void an_acknowledgement_costs_one_statement() {
        Ticket ticket = database.inTransaction(() -> customer.ticket(wiring, "Own"));
        TicketRegistered event = database.inTransaction(() -> event(ticket, null, null));

        List<String> statements = database.statements().during(() -> database.inTransaction(() -> wiring.events().fire(event)));

        assertThat(statements).singleElement().asString().startsWithIgnoringCase("INSERT INTO outbox_message");
    }

    private long contact(String name, String email) {
        return database.inTransaction(() -> {
            Customers all = wiring.get(Customers.class);
            Contact contact = new Contact(customer.organisationId(), name, email, null, "pt", "Europe/Lisbon");
            all.add(contact);
            all.add(new ContractContact(customer.contractId(), contact.id(), false));
            return contact.id();
        });
    }

    private Ticket registered(String holdReason) {
        return registered(holdReason, null);
    }

    private Ticket registered(String holdReason, String missing) {
        return database.inTransaction(() -> {
            Ticket ticket = Ticket.register(
                    customer.terms(wiring),
                    new Ticket.Report(
                            reporterId, TicketKind.INCIDENT, Channel.EMAIL, "Printer stuck", "It does not print.", Impact.MEDIUM,
                            Urgency.MEDIUM, null, null, null, holdReason),
                    wiring.clock().instant());
            wiring.get(Tickets.class).add(ticket);
            wiring.events().fire(event(ticket, holdReason, missing));
            return ticket;
        });
    }

    private TicketRegistered event(Ticket ticket, String holdReason, String missing) {
        return new TicketRegistered(
                ticket.ref(), ticket.state(), ticket.kind(), ticket.priority(), ticket.channel(), ticket.contactId(),
                wiring.get(CustomerDirectory.class).contact(ticket.contactId()), ticket.summary(), ticket.responseDue(),
                ticket.resolutionDue(), holdReason, true, ticket.level(), null, false, missing);
    }

    private void post(Ticket ticket, String text, Visibility visibility) {
        database.inTransaction(() -> wiring.get(TicketConversation.class).post(ticket.number(), text, visibility, Channel.PORTAL));
    }

    private void as(String account) {
        String name = account.toLowerCase(java.util.Locale.ROOT);
        wiring.calledBy(name);
        CallContext.enter(name, null);
    }

    private long version(String number) {
        return wiring.get(Tickets.class).byNumber(number).orElseThrow().version();
    }

    private List<OutboxMessage> mails(Ticket ticket) {
        return database.inTransaction(() -> database.entityManager()
                .createQuery("select m from OutboxMessage m where m.ticketId = :ticket order by m.id", OutboxMessage.class)
                .setParameter("ticket", ticket.id())
                .getResultList());
    }

    private List<String> bodies(Ticket ticket) {
        return mails(ticket).stream().map(OutboxMessage::body).toList();
    }

    private OutboxMessage last(Ticket ticket) {
        List<OutboxMessage> mails = mails(ticket);
        return mails.get(mails.size() - 1);
    }

    private static OutboxMessage only(List<OutboxMessage> mails) {
        assertThat(mails).hasSize(1);
        return mails.get(0);
    }
}
