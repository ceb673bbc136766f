package org.countersign.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.countersign.customer.model.Contact;
import org.countersign.customer.model.ContractContact;
import org.countersign.customer.model.Customers;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.notification.model.ReplyAddresses;
import org.countersign.notification.model.SenderAddresses;
import org.countersign.penalty.model.PenaltyEvent.CreditsProposed;
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
                .createQuery("select m from OutboxMessage m order by m.recipient", OutboxMessage.class)
                .getResultList());
        assertThat(mails).allSatisfy(mail -> assertThat(mail.template()).isEqualTo(MailTemplate.CREDITS_PROPOSED));
        assertThat(mails).extracting(OutboxMessage::recipient).containsExactly("fixed@customer.example", "pn1@customer.example");
        assertThat(mails).extracting(OutboxMessage::language).containsExactly("hu", "en");
        assertThat(mails.get(0).subject()).isEqualTo("A(z) 2026-10 hónap jóváírásai: DESK-PN1");
        assertThat(mails.get(1).body())
                .contains("The month comes to: 200.00 EUR", "New entries: 3")
                .contains("/portal/penalty/credits.xhtml?contract=DESK-PN1&month=2026-10");
    }

    private void contact(Wiring wiring, SampleCustomer customer, String email, String language, boolean fixed) {
        database.inTransaction(() -> {
            Contact contact = new Contact(customer.organisationId(), "Somebody", email, null, language, "Europe/Budapest");
            wiring.get(Customers.class).add(contact);
            wiring.get(Customers.class).add(new ContractContact(customer.contractId(), contact.id(), fixed));
        });
    }
}
