package org.countersign.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.countersign.intake.model.IntakeEvent.ContentMissing;
import org.countersign.intake.model.ReplyTokens;
import org.countersign.intake.service.MailboxAdministration;
import org.countersign.intake.service.NewMailbox;
import org.countersign.intake.service.ReplyTokenSource;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.notification.model.ReplyAddresses;
import org.countersign.notification.model.Sender;
import org.countersign.notification.model.SenderAddresses;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Mail of a contract that has a mailbox. */
@OnEachDatabase
class MailboxSendersTest {

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;

    @BeforeEach
    void a_customer() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "S" + customers++);
        wiring.bind(SenderAddresses.class, wiring.get(MailboxSenders.class));
        wiring.bind(ReplyAddresses.class, wiring.get(TokenReplyAddresses.class));
    }

    private String addMailbox() {
        String address = "support@" + customer.code().toLowerCase(java.util.Locale.ROOT) + ".example";
        database.inNewTransaction(() -> wiring.get(MailboxAdministration.class)
                .add(new NewMailbox(address, "DESK-" + customer.code(), "Desk of " + customer.code(), null, null)));
        return address;
    }

    @Test
    void mail_of_a_contract_goes_out_from_its_mailbox() {
        Sender before = database.inTransaction(() -> wiring.get(SenderAddresses.class).senderFor(customer.contractId()));
        String address = addMailbox();

        assertThat(before.address()).isEqualTo("support@localhost");
        assertThat(database.inTransaction(() -> wiring.get(SenderAddresses.class).senderFor(customer.contractId())))
                .isEqualTo(new Sender(address, "Desk of " + customer.code()));
        assertThat(database.inTransaction(() -> wiring.get(SenderAddresses.class).senderFor(null)).address())
                .isEqualTo("support@localhost");
    }

    @Test
    void every_node_makes_the_same_reply_tokens() {
        ReplyTokens ours = database.inNewTransaction(() -> wiring.get(ReplyTokenSource.class).tokens());
        ReplyTokens theirs = database.inNewTransaction(() -> new Wiring(database).get(ReplyTokenSource.class).tokens());

        assertThat(theirs.token("CS-100001", "a@b.example")).isEqualTo(ours.token("CS-100001", "a@b.example"));
        assertThat(ours.verify(
                        wiring.get(ReplyAddresses.class)
                                .messageId("CS-100001", "a@b.example", "x", "desk.example")
                                .replaceAll("<cs-100001\\.x\\.(.*)@desk\\.example>", "$1"),
                        "CS-100001",
                        "a@b.example"))
                .isTrue();
    }

    @Test
    void the_sender_of_an_empty_mail_is_asked_what_it_is_about_as_an_answer_to_it() {
        String address = addMailbox();
        database.inNewTransaction(() -> {
            wiring.get(Notifications.class)
                    .contentMissing(new ContentMissing(customer.contractId(), 1, customer.contactId(), "", "<1@customer.example>"));
            return null;
        });

        List<OutboxMessage> mails = database.inTransaction(() -> database.entityManager()
                .createQuery("select m from OutboxMessage m where m.contractId = :contract", OutboxMessage.class)
                .setParameter("contract", customer.contractId())
                .getResultList());
        assertThat(mails).singleElement().satisfies(mail -> {
            assertThat(mail.sender().address()).isEqualTo(address);
            assertThat(mail.inReplyTo()).contains("<1@customer.example>");
            assertThat(mail.body()).contains("A description of what happened");
        });
    }
}
