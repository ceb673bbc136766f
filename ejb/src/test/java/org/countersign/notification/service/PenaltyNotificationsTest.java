package org.countersign.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.countersign.customer.model.Contact;
import org.countersign.customer.model.ContractContact;
import org.countersign.customer.model.Customers;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.notification.model.ReplyAddresses;
import org.countersign.notification.model.SenderAddresses;
import org.countersign.penalty.model.PenaltyEvent.CreditsProposed;
import org.countersign.penalty.model.PenaltyEvent.PenaltyDisputed;
import org.countersign.penalty.model.PenaltyEvent.PenaltySettled;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who is told of service credits that wait for a word. */
@OnEachDatabase
class PenaltyNotificationsTest {

    @Parameter
    TestDatabase database;

    @Test
    void each_fixed_contact_is_told_once_in_the_own_language_and_nobody_else() {
        Wiring wiring = new Wiring(database);
        wiring.bind(SenderAddresses.class, new ConfiguredSender());
        wiring.bind(ReplyAddresses.class, new NumberedReplyAddresses());
        SampleCustomer customer = SampleCustomer.store(database, wiring, "PN1");
        contact(wiring, customer, "fixed@customer.example", "hu", true);
        contact(wiring, customer, "other@customer.example", "hu", false);
        PenaltyNotifications notifications = wiring.get(PenaltyNotifications.class);

        for (int times = 0; times < 2; times++) {
            database.inTransaction(() -> notifications.proposed(new CreditsProposed(
                    customer.contractId(), 7, "DESK-PN1", "2026-10", 3, new BigDecimal("200.00"), "EUR", 1)));
        }

        List<OutboxMessage> mails = database.inTransaction(() -> database.entityManager()
                .createQuery("select m from OutboxMessage m where m.template = :template order by m.recipient", OutboxMessage.class)
                .setParameter("template", MailTemplate.CREDITS_PROPOSED)
                .getResultList());
        assertThat(mails).allSatisfy(mail -> assertThat(mail.template()).isEqualTo(MailTemplate.CREDITS_PROPOSED));
        assertThat(mails).extracting(OutboxMessage::recipient).containsExactly("fixed@customer.example", "pn1@customer.example");
        assertThat(mails).extracting(OutboxMessage::language).containsExactly("hu", "en");
        assertThat(mails.get(0).subject()).isEqualTo("A(z) 2026-10 hónap jóváírásai: DESK-PN1");
        assertThat(mails.get(1).body())
                .contains("The month comes to: 200.00 EUR", "New entries: 3")
                .contains("/portal/penalty/credits.xhtml?contract=DESK-PN1&month=2026-10");
    }

    @Test
    void of_a_dispute_the_managers_are_told_and_of_its_answer_the_fixed_contacts() {
        Wiring wiring = new Wiring(database);
        wiring.bind(SenderAddresses.class, new ConfiguredSender());
        wiring.bind(ReplyAddresses.class, new NumberedReplyAddresses());
        SampleCustomer customer = SampleCustomer.store(database, wiring, "PN2");
        database.inTransaction(() -> wiring.get(Accounts.class)
                .add(Account.ofStaff("pn2-manager", "The manager", "pn2-manager@desk.example", null, Set.of(Role.MANAGER))));
        PenaltyNotifications notifications = wiring.get(PenaltyNotifications.class);

        for (int times = 0; times < 2; times++) {
            database.inTransaction(() -> {
                notifications.disputed(new PenaltyDisputed(
                        customer.contractId(), 70, "DESK-PN2", "2026-10", "FIRST-WORD", "CS-1", new BigDecimal("50.00"), "EUR", 2,
                        customer.contactId(), "It was a P1"));
                notifications.settled(new PenaltySettled(
                        customer.contractId(), 70, "DESK-PN2", "2026-10", "FIRST-WORD", "CS-1", new BigDecimal("50.00"),
                        new BigDecimal("75.00"), "EUR", 3, "Indeed"));
            });
        }

        assertThat(mails(MailTemplate.CREDIT_DISPUTED_STAFF, "pn2-manager@desk.example")).singleElement().satisfies(mail -> assertThat(mail.body())
                .contains("Contact PN2 disputes", "Amount: 50.00 EUR", "Reason: It was a P1", "/desk/penalty/credit.xhtml?id=70"));
        assertThat(mails(MailTemplate.CREDIT_SETTLED, "pn2@customer.example")).singleElement().satisfies(mail -> assertThat(mail.body())
                .contains("Amount before: 50.00 EUR", "Amount now: 75.00 EUR", "Our answer: Indeed", "/portal/penalty/credit.xhtml?id=70"));
    }

    private List<OutboxMessage> mails(MailTemplate template, String recipient) {
        return database.inTransaction(() -> database.entityManager()
                .createQuery("select m from OutboxMessage m where m.template = :template and m.recipient = :recipient", OutboxMessage.class)
                .setParameter("template", template)
                .setParameter("recipient", recipient)
                .getResultList());
    }

    private void contact(Wiring wiring, SampleCustomer customer, String email, String language, boolean fixed) {
        database.inTransaction(() -> {
            Contact contact = new Contact(customer.organisationId(), "Somebody", email, null, language, "Europe/Budapest");
            wiring.get(Customers.class).add(contact);
            wiring.get(Customers.class).add(new ContractContact(customer.contractId(), contact.id(), fixed));
        });
    }
}
