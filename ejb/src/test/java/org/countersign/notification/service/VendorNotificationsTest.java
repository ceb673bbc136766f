package org.countersign.notification.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.notification.model.ReplyAddresses;
import org.countersign.notification.model.SenderAddresses;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Ticket;
import org.countersign.vendor.model.ChaserReason;
import org.countersign.vendor.model.VendorAddress;
import org.countersign.vendor.model.VendorEvent.ChasedParties;
import org.countersign.vendor.model.VendorEvent.VendorChased;
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
                ChaserReason.NO_RESPONSE,
                mailedTo,
                DUE.plusSeconds(3600),
                new ChasedParties(
                        customer.agentId(), "Signer Inc.", new VendorAddress(mailedTo, null, null, language), "Signature library", reference,
                        OPENED, DUE))));
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
