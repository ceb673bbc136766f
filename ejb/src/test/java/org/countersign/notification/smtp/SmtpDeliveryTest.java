package org.countersign.notification.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.countersign.notification.model.OutboxState;
import org.countersign.notification.service.OutboxDispatcher;
import org.countersign.notification.service.OutboxFixture;
import org.countersign.testing.MailServers;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** The outbox against a real mail server that goes and comes back, and one that dies at the worst moment. */
@OnEachDatabase
class SmtpDeliveryTest {

    @Parameter
    TestDatabase database;

    private OutboxFixture outbox;
    private int port;

    @BeforeEach
    void an_empty_outbox() throws Exception {
        database.executeAsOwner("DELETE FROM outbox_message");
        outbox = new OutboxFixture(database);
    }

    @Test
    void mail_queued_while_the_server_is_down_leaves_once_in_order_when_it_is_back() throws Exception {
        GreenMail server = new GreenMail(MailServers.speaking(ServerSetup.PROTOCOL_SMTP));
        server.start();
        port = server.getSmtp().getPort();
        OutboxDispatcher node = node();
        List<String> queued = new ArrayList<>();
        queued.add(outbox.queue("before"));
        node.dispatch();
        assertThat(received(server)).isEqualTo(queued);
        server.stop();

        for (int minute = 0; minute < 30; minute++) {
            queued.add(outbox.queue("mail " + minute));
            outbox.wiring().clock().advance(Duration.ofMinutes(2));
            node.dispatch();
        }
        GreenMail again = new GreenMail(MailServers.speaking(ServerSetup.PROTOCOL_SMTP, port));
        again.start();
        try {
            outbox.wiring().clock().advance(Duration.ofMinutes(1));
            node.dispatch();
            node.dispatch();
            assertThat(received(again)).isEqualTo(queued.subList(1, 31));
        } finally {
            again.stop();
        }
    }

    @Test
    void a_mail_whose_receipt_is_lost_is_sent_again_with_the_same_message_id() throws Exception {
        try (FlakyServer server = new FlakyServer()) {
            port = server.port();
            OutboxDispatcher node = node();
            String mail = outbox.queue("receipt lost");
            assertThat(node.dispatch()).isZero();
            assertThat(outbox.find(mail).state()).isEqualTo(OutboxState.PENDING);
            assertThat(outbox.find(mail).attempts()).isEqualTo(1);

            outbox.wiring().clock().advance(Duration.ofMinutes(1));
            assertThat(node.dispatch()).isEqualTo(1);

            assertThat(server.messageIds()).containsExactly(mail, mail);
            assertThat(outbox.find(mail).state()).isEqualTo(OutboxState.SENT);
        }
    }

    @Test
    void after_a_conversation_broke_off_the_rest_of_the_batch_goes_over_a_new_one() throws Exception {
        try (FlakyServer server = new FlakyServer()) {
            port = server.port();
            List<String> queued = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                outbox.wiring().clock().advance(Duration.ofSeconds(1));
                queued.add(outbox.queue("mail " + i));
            }
            assertThat(node().dispatch()).isEqualTo(2);

            assertThat(server.messageIds()).isEqualTo(queued);
        }
    }

    private OutboxDispatcher node() {
        return outbox.node(new SmtpTransport(() -> new SmtpSettings("127.0.0.1", port, null, null, SmtpSettings.Tls.NONE)));
    }

    private static List<String> received(GreenMail server) {
        return Arrays.stream(server.getReceivedMessages()).map(SmtpDeliveryTest::messageId).toList();
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes the first mail over and hangs up without a word; behaves from then on. */
    private static final class FlakyServer implements AutoCloseable {

        private final ServerSocket socket;
        private final List<String> messageIds = Collections.synchronizedList(new ArrayList<>());

        FlakyServer() throws IOException {
            socket = new ServerSocket(0, 5, InetAddress.getByName("127.0.0.1"));
            Thread thread = new Thread(this::serve, "flaky mail server");
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        List<String> messageIds() {
            return List.copyOf(messageIds);
        }

        private void serve() {
            while (!socket.isClosed()) {
                try (Socket client = socket.accept()) {
                    converse(client);
                } catch (IOException e) {
                    if (!socket.isClosed()) {
                        throw new UncheckedIOException(e);
                    }
                }
            }
        }

        private void converse(Socket client) throws IOException {
            BufferedReader in = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            OutputStream out = client.getOutputStream();
            answer(out, "220 ready");
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("DATA")) {
                    answer(out, "354 go on");
                    take(in);
                    if (messageIds.size() == 1) {
                        return;
                    }
                }
                answer(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        }

        private void take(BufferedReader in) throws IOException {
            for (String line = in.readLine(); !line.equals("."); line = in.readLine()) {
                if (line.startsWith("Message-ID: ")) {
                    messageIds.add(line.substring("Message-ID: ".length()));
                }
            }
        }

        private static void answer(OutputStream out, String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
            out.flush();
        }

        @Override
        public void close() throws IOException {
            socket.close();
        }
    }
}
