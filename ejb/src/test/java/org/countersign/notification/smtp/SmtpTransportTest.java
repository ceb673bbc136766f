package org.countersign.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailRequest.Attachment;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.MailText;
import org.countersign.notification.model.MailTransport.Conversation;
import org.countersign.notification.model.MailTransport.MailNotSent;
import org.countersign.notification.model.MailTransport.MailServerUnreachable;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.notification.model.Sender;
import org.countersign.testing.MailServers;
import org.countersign.ticket.model.TicketRef;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What really goes over the wire. */
class SmtpTransportTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");
    private static final ServerSetup ANY_PORT = MailServers.speaking(ServerSetup.PROTOCOL_SMTP);

    private final GreenMail server = new GreenMail(ANY_PORT);

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void a_mail_arrives_with_accents_as_text_in_utf_8() throws Exception {
        send(mail("Őrült tükörfúrógép – 😀", null));

        MimeMessage mail = only();
        assertThat(mail.getSubject()).isEqualTo("[CS-100001] Új üzenet: Őrült tükörfúrógép – 😀");
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(mail.getEncoding()).isEqualTo("quoted-printable");
        assertThat((String) mail.getContent())
                .contains("Béla üzenete a CS-100001 számú bejelentéshez:\r\n\r\nelső sor\r\nmásodik sor\r\n");
        assertThat(((InternetAddress) mail.getFrom()[0]).getPersonal()).isEqualTo("Ügyfélszolgálat");
        assertThat(((InternetAddress) mail.getAllRecipients()[0]).getPersonal()).isEqualTo("Kovács Ágnes");
        assertThat(mail.getAllRecipients()[0]).hasToString(MimeUtility.encodeText("Kovács Ágnes", "UTF-8", "Q")
                + " <agnes@customer.example>");
    }

    @Test
    void no_line_of_the_mail_is_longer_than_mail_allows_and_all_of_it_is_ascii() throws Exception {
        send(mail("ő".repeat(200), new Attachment("é".repeat(150) + ".pdf", "application/pdf", new byte[10_000])));

        ByteArrayOutputStream raw = new ByteArrayOutputStream();
        only().writeTo(raw);
        String text = raw.toString(StandardCharsets.ISO_8859_1);
        assertThat(text.chars().allMatch(c -> c < 128)).isTrue();
        assertThat(text.lines().mapToInt(String::length).max().orElseThrow()).isLessThanOrEqualTo(998);
    }

    @Test
    void what_somebody_wrote_to_a_vendor_does_not_say_that_a_machine_made_it() throws Exception {
        Map<String, Object> facts = new HashMap<>();
        for (String fact : MailTemplate.VENDOR_CASE_TOLD.facts()) {
            facts.put(fact, "x");
        }
        MailRequest request = MailRequest.of(MailTemplate.VENDOR_CASE_TOLD, Recipient.ofVendor("Signer", "support@signer.example", "en"), facts)
                .aboutVendorCase("VC-1001", 1L);
        send(new OutboxMessage(
                request, MailText.of(request, "Desk", false), new Sender("support@desk.example", "Desk"), "<vc-1001.abc@desk.example>", null, null, NOW));

        assertThat(only().getHeader("Auto-Submitted")).containsExactly("no");
        assertThat(only().getHeader("X-Countersign-Loop")).isNotEmpty();
    }

    @Test
    void a_mail_says_that_a_machine_made_it_and_what_it_belongs_to() throws Exception {
        send(mail("x", null));

        MimeMessage mail = only();
        assertThat(mail.getMessageID()).isEqualTo("<cs-100001.abc@desk.example>");
        assertThat(mail.getHeader("In-Reply-To")).containsExactly("<cs-100001.first@desk.example>");
        assertThat(mail.getHeader("References")).containsExactly("<cs-100001.first@desk.example>");
        assertThat(((InternetAddress) mail.getReplyTo()[0]).getAddress()).isEqualTo("support+t-cs-100001@desk.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getHeader("X-Countersign-Loop")).containsExactly("localhost:8080");
        assertThat(mail.getHeader("Content-Language")).containsExactly("hu");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(NOW));
    }

    @Test
    void an_attachment_arrives_whole_under_its_name() throws Exception {
        byte[] pdf = {'%', 'P', 'D', 'F', 0, -1, 13, 10};
        send(mail("x", new Attachment("jelentés 2026-10.pdf", "application/pdf", pdf)));

        MimeMultipart parts = (MimeMultipart) only().getContent();
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat((String) parts.getBodyPart(0).getContent()).contains("első sor");
        assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("jelentés 2026-10.pdf");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("application/pdf");
        assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(pdf);
    }

    @Test
    void nothing_that_people_write_becomes_a_header_or_ends_the_mail() throws Exception {
        send(mail("x\r\nBcc: victim@x.example\r\n\r\n.\r\nQUIT", new Attachment("a\r\nBcc: victim@x.example", "text/plain\r\nX-Evil: 1", new byte[1])));

        MimeMessage mail = only();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(((MimeMultipart) mail.getContent()).getBodyPart(1).getHeader("X-Evil")).isNull();
    }

    @Test
    void a_full_stop_alone_on_a_line_is_only_text() throws Exception {
        send(mail("x", null, "before\n.\nafter"));

        assertThat((String) only().getContent()).contains("before\r\n.\r\nafter");
    }

    @Test
    void a_server_that_is_not_there_is_no_fault_of_the_mail() {
        int port = server.getSmtp().getPort();
        server.stop();

        assertThatThrownBy(() -> send(mail("x", null), settings(port, null)))
                .isInstanceOf(MailServerUnreachable.class)
                .hasMessageContaining("127.0.0.1:" + port);
    }

    @Test
    void a_wrong_password_is_no_fault_of_the_mail_and_is_not_told() {
        GreenMail closed = new GreenMail(ANY_PORT)
                .withConfiguration(GreenMailConfiguration.aConfig().withUser("desk", "right-secret"));
        closed.start();
        try {
            SmtpSettings wrong = new SmtpSettings("127.0.0.1", closed.getSmtp().getPort(), "desk", "wrong-secret", SmtpSettings.Tls.NONE);
            SmtpSettings right = new SmtpSettings("127.0.0.1", closed.getSmtp().getPort(), "desk", "right-secret", SmtpSettings.Tls.NONE);
            assertThatThrownBy(() -> send(mail("x", null), wrong))
                    .isInstanceOf(MailServerUnreachable.class)
                    .message()
                    .doesNotContain("wrong-secret");
            assertThat(wrong.toString()).doesNotContain("wrong-secret");
            org.assertj.core.api.Assertions.assertThatCode(() -> send(mail("x", null), right)).doesNotThrowAnyException();
        } finally {
            closed.stop();
        }
    }

    @Test
    void a_server_without_encryption_gets_nothing_when_encryption_is_demanded() {
        SmtpSettings strict = new SmtpSettings("127.0.0.1", server.getSmtp().getPort(), null, null, SmtpSettings.Tls.STARTTLS);

        assertThatThrownBy(() -> send(mail("x", null), strict)).isInstanceOf(MailServerUnreachable.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void a_certificate_nobody_vouches_for_is_refused_when_encryption_is_demanded() {
        GreenMail encrypted = new GreenMail(MailServers.speaking(ServerSetup.PROTOCOL_SMTPS));
        encrypted.start();
        try {
            SmtpSettings strict =
                    new SmtpSettings("127.0.0.1", encrypted.getSmtps().getPort(), null, null, SmtpSettings.Tls.IMPLICIT);
            assertThatThrownBy(() -> send(mail("x", null), strict)).isInstanceOf(MailServerUnreachable.class);
        } finally {
            encrypted.stop();
        }
    }

    @Test
    void an_address_that_mail_does_not_have_is_a_fault_of_that_mail_alone() throws Exception {
        OutboxMessage impossible = new OutboxMessage(
                request("x", null, "text", "agnes@-.example..x"),
                new MailText("s", "b", "en"),
                new Sender("support@desk.example", ""),
                "<cs-100001.impossible@desk.example>",
                null,
                null,
                NOW);
        try (Conversation conversation = new SmtpTransport(() -> settings(server.getSmtp().getPort(), null)).open()) {
            assertThatThrownBy(() -> conversation.send(impossible)).isInstanceOf(MailNotSent.class);
            conversation.send(mail("x", null));
        }
        assertThat(only().getMessageID()).isEqualTo("<cs-100001.abc@desk.example>");
    }

    @Test
    void a_setting_that_is_none_is_named() {
        System.setProperty("countersign.smtp.tls", "maybe");
        try {
            assertThatIllegalArgumentException().isThrownBy(SmtpSettings::configured).withMessageContaining("COUNTERSIGN_SMTP_TLS");
            System.setProperty("countersign.smtp.tls", "implicit");
            assertThat(SmtpSettings.configured().port()).isEqualTo(465);
        } finally {
            System.clearProperty("countersign.smtp.tls");
        }
    }

    private static SmtpSettings settings(int port, String user) {
        return new SmtpSettings("127.0.0.1", port, user, null, SmtpSettings.Tls.OPPORTUNISTIC);
    }

    private void send(OutboxMessage message) throws MailServerUnreachable, MailNotSent {
        send(message, settings(server.getSmtp().getPort(), null));
    }

    private static void send(OutboxMessage message, SmtpSettings settings) throws MailServerUnreachable, MailNotSent {
        try (Conversation conversation = new SmtpTransport(() -> settings).open()) {
            conversation.send(message);
        }
    }

    private MimeMessage only() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static OutboxMessage mail(String summary, Attachment attachment) {
        return mail(summary, attachment, "első sor\nmásodik sor");
    }

    private static OutboxMessage mail(String summary, Attachment attachment, String text) {
        MailRequest request = request(summary, attachment, text, "agnes@customer.example");
        return new OutboxMessage(
                request,
                MailText.of(request, "Ügyfélszolgálat", true),
                new Sender("support@desk.example", "Ügyfélszolgálat"),
                "<cs-100001.abc@desk.example>",
                "support+t-cs-100001@desk.example",
                "<cs-100001.first@desk.example>",
                NOW);
    }

    private static MailRequest request(String summary, Attachment attachment, String text, String address) {
        Map<String, Object> facts = new HashMap<>(Map.of("summary", summary, "author", "Béla", "text", text, "link", "l"));
        return MailRequest.of(MailTemplate.BOARD_MESSAGE, new Recipient("Kovács Ágnes", address, "hu", "UTC", true), facts)
                .about(new TicketRef(100001, "CS-100001", 1, 2))
                .with(attachment);
    }
}
