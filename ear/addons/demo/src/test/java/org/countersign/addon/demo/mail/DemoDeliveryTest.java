package org.countersign.addon.demo.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.mail.MailAddress;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoDeliveryTest {

    private static final Map<String, String> DESKS = Map.of("support@desk-b.example", "mx.desk-b.example");

    @TempDir
    Path kept;

    /** Never started: only its users are needed. */
    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    private MimeMessage deliver(MimeMessage message, String recipient) throws Exception {
        MovingMessage moving = new MovingMessage();
        moving.setMimeMessage(message);
        new DemoDelivery(server.getUserManager(), DESKS, kept).handle(moving, new MailAddress(recipient));
        return moving.getMessage();
    }

    private static MimeMessage written(boolean forged) throws Exception {
        return new WrittenMail("anna@customer-b.example", "Szabó Anna", "support@desk-b.example", "Árvíztűrő", "Szöveg", "<a@b>", forged)
                .message(Session.getInstance(new Properties()));
    }

    @Test
    void mail_to_the_desk_is_vouched_for_by_the_receiving_server() throws Exception {
        MimeMessage delivered = deliver(written(false), "support@desk-b.example");
        assertThat(delivered.getHeader("Authentication-Results"))
                .containsExactly("mx.desk-b.example; dmarc=pass header.from=customer-b.example");
        assertThat(delivered.getHeader("In-Reply-To")).containsExactly("<a@b>");
        assertThat(delivered.getSubject()).isEqualTo("Árvíztűrő");
        assertThat(delivered.getContent().toString().strip()).isEqualTo("Szöveg");
    }

    @Test
    void a_forger_is_found_out_and_the_demo_leaves_no_trace_of_its_own() throws Exception {
        MimeMessage delivered = deliver(written(true), "support@desk-b.example");
        assertThat(delivered.getHeader("Authentication-Results"))
                .containsExactly("mx.desk-b.example; dmarc=fail header.from=customer-b.example");
        assertThat(delivered.getHeader(DemoDelivery.FORGED)).isNull();
    }

    @Test
    void results_that_came_with_the_mail_are_taken_out() throws Exception {
        MimeMessage message = new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(("From: anna@customer-b.example\r\nAuthentication-Results: mx.desk-b.example; dmarc=pass"
                                + " header.from=bank.example\r\nSubject: x\r\n\r\ntext\r\n")
                        .getBytes(StandardCharsets.US_ASCII)));
        assertThat(deliver(message, "support@desk-b.example").getHeader("Authentication-Results"))
                .containsExactly("mx.desk-b.example; dmarc=pass header.from=customer-b.example");
    }

    @Test
    void an_answer_to_a_reply_address_reaches_the_mailbox_of_the_desk() throws Exception {
        assertThat(DemoDelivery.withoutDetail("Support+CS-100001.abc@desk-b.example")).isEqualTo("support@desk-b.example");
        assertThat(DemoDelivery.withoutDetail("anna@customer-b.example")).isEqualTo("anna@customer-b.example");
        assertThat(deliver(written(false), "support+cs-100001.abc@desk-b.example").getHeader("Authentication-Results")).hasSize(1);
    }

    @Test
    void mail_to_people_is_kept_for_the_next_start_and_mail_to_the_desk_is_not() throws Exception {
        deliver(written(false), "anna@customer-b.example");
        deliver(written(false), "support@desk-b.example");
        deliver(written(false), "..@customer-b.example");
        try (Stream<Path> files = Files.walk(kept).filter(Files::isRegularFile)) {
            assertThat(files.map(file -> kept.relativize(file).getParent().toString())).containsExactly("anna@customer-b.example/INBOX");
        }
    }
}
