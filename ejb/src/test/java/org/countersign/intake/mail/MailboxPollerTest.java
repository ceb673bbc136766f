package org.countersign.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import org.countersign.intake.model.ImapAccount;
import org.countersign.intake.model.IntakeOutcome;
import org.countersign.intake.model.IntakeSource;
import org.countersign.intake.model.MailboxSecurity;
import org.countersign.intake.service.IntakeResult;
import org.countersign.intake.service.MailboxPolling;
import org.countersign.intake.service.MessageIntake;
import org.countersign.kernel.lease.Leases;
import org.countersign.testing.MailServers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Polling a real IMAP server. */
class MailboxPollerTest {

    private static final String SECRET = "countersign.imap.test.password";

    private final GreenMail server = new GreenMail(MailServers.speaking(ServerSetup.PROTOCOL_IMAP));
    private GreenMailUser user;
    private int port;
    private final Taken taken = new Taken();
    private final Polled polled = new Polled();

    @BeforeEach
    void a_mailbox() {
        server.start();
        port = server.getImap().getPort();
        user = server.setUser("support@desk.example", "support", "secret");
        System.setProperty(SECRET, "secret");
    }

    @AfterEach
    void stop() {
        server.stop();
        System.clearProperty(SECRET);
    }

    /** Remembers the subjects of what it takes; fails where it is told to. */
    private static final class Taken extends MessageIntake {

        private final List<String> subjects = new ArrayList<>();
        private final List<byte[]> raw = new ArrayList<>();
        private String failAt = "";
        private int maximum = 1 << 20;

        @Override
        public IntakeResult receive(byte[] message, IntakeSource source, Long mailboxId) {
            String text = new String(message, StandardCharsets.UTF_8);
            String subject = text.lines().filter(line -> line.startsWith("Subject: ")).findFirst().orElse("Subject: ").substring(9);
            if (subject.equals(failAt)) {
                throw new IllegalStateException("The database does not like " + subject);
            }
            assertThat(source).isEqualTo(IntakeSource.IMAP);
            assertThat(mailboxId).isEqualTo(7);
            subjects.add(subject);
            raw.add(message);
            return new IntakeResult(1, IntakeOutcome.TICKET_CREATED, "CS-100001", null, null);
        }

        @Override
        public int maximumBytes() {
            return maximum;
        }
    }

    private final class Polled extends MailboxPolling {

        private final List<String> results = new ArrayList<>();

        @Override
        public List<PolledMailbox> toPoll() {
            return List.of(new PolledMailbox(
                    7,
                    "support@desk.example",
                    new ImapAccount("127.0.0.1", port, MailboxSecurity.PLAIN, "support", SECRET, "INBOX")));
        }

        @Override
        public void succeeded(long id) {
            results.add("ok");
        }

        @Override
        public void failed(long id, String error) {
            results.add(error);
        }
    }

    /** Always to be had; the lease itself is tried elsewhere. */
    private static class FreeLeases extends Leases {

        @Override
        public boolean acquire(String name, java.time.Duration length) {
            return true;
        }

        @Override
        public boolean renew(String name, java.time.Duration length) {
            return true;
        }

        @Override
        public void release(String name) {
            // Nobody else wants it here.
        }
    }

    private void poll() {
        new MailboxPoller(polled, taken, new FreeLeases()).poll();
    }

    private void deliver(String... subjects) throws Exception {
        for (String subject : subjects) {
            deliverRaw("From: anna@customer.example\r\nTo: support@desk.example\r\nSubject: " + subject + "\r\n\r\nText.\r\n");
        }
    }

    private void deliverRaw(String raw) throws Exception {
        user.deliver(new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    private List<Boolean> seen() throws Exception {
        return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
                .map(message -> message.getFlags().contains(Flags.Flag.SEEN))
                .toList();
    }

    @Test
    void unseen_messages_are_taken_once_and_marked_as_seen() throws Exception {
        deliver("one", "two");

        poll();
        deliver("three");
        poll();

        assertThat(taken.subjects).containsExactly("one", "two", "three");
        assertThat(seen()).containsExactly(true, true, true);
        assertThat(polled.results).containsExactly("ok", "ok");
    }

    @Test
    void a_message_arrives_byte_for_byte() throws Exception {
        String raw = "Message-ID: <1@customer.example>\r\nSubject: bytes\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nTűrő\r\n  \t.\r\n";
        deliverRaw(raw);

        poll();

        assertThat(new String(taken.raw.get(0), StandardCharsets.UTF_8)).contains(raw);
    }

    @Test
    void a_message_that_cannot_be_taken_stays_unseen_and_the_rest_flows() throws Exception {
        deliver("one", "bad", "three");
        taken.failAt = "bad";

        poll();
        assertThat(taken.subjects).containsExactly("one", "three");
        assertThat(seen()).containsExactly(true, false, true);
        assertThat(polled.results).singleElement().asString().contains("1 messages", "does not like bad");

        taken.failAt = "";
        poll();
        assertThat(taken.subjects).containsExactly("one", "three", "bad");
        assertThat(polled.results.get(1)).isEqualTo("ok");
    }

    @Test
    void nothing_is_seen_before_it_is_kept() throws Exception {
        deliver("one");
        taken.failAt = "one";

        poll();

        assertThat(seen()).containsExactly(false);
    }

    @Test
    void of_a_message_too_large_only_so_much_is_fetched_that_it_shows() throws Exception {
        taken.maximum = 10_000;
        deliverRaw("Subject: huge\r\n\r\n" + "x".repeat(99).concat("\r\n").repeat(1000));
        deliver("small");

        poll();

        assertThat(taken.subjects).containsExactly("huge", "small");
        assertThat(taken.raw.get(0)).hasSize(10_001);
    }

    @Test
    void a_wrong_password_is_told_and_the_next_poll_with_the_right_one_succeeds() throws Exception {
        deliver("one");
        System.setProperty(SECRET, "wrong");
        poll();
        assertThat(polled.results).singleElement().asString().contains("AuthenticationFailedException");

        System.setProperty(SECRET, "secret");
        poll();
        assertThat(taken.subjects).containsExactly("one");
    }

    @Test
    void a_password_that_nobody_set_is_named_by_its_setting() {
        System.clearProperty(SECRET);

        poll();

        assertThat(polled.results).singleElement().asString().contains(SECRET);
    }

    @Test
    void a_server_that_is_away_is_told() {
        server.stop();

        poll();

        assertThat(polled.results).singleElement().asString().isNotEqualTo("ok");
        server.start();
    }

    @Test
    void while_another_node_holds_the_lease_nothing_is_polled() throws Exception {
        deliver("one");
        Leases held = new FreeLeases() {
            @Override
            public boolean acquire(String name, java.time.Duration length) {
                return false;
            }
        };

        new MailboxPoller(polled, taken, held).poll();

        assertThat(taken.subjects).isEmpty();
        assertThat(polled.results).isEmpty();
    }

    @Test
    void a_node_that_lost_its_lease_stops_after_the_message_it_has() throws Exception {
        deliver("one", "two");
        Leases lost = new FreeLeases() {
            @Override
            public boolean renew(String name, java.time.Duration length) {
                return false;
            }
        };

        new MailboxPoller(polled, taken, lost).poll();

        assertThat(taken.subjects).containsExactly("one");
        assertThat(seen()).containsExactly(true, false);
    }

    @Test
    void a_connection_that_drops_in_the_middle_is_told_and_the_next_poll_goes_on() throws Exception {
        deliver("one", "two", "three");
        deliverRaw("Subject: long\r\n\r\n" + "x".repeat(99).concat("\r\n").repeat(5000));
        deliver("last");
        int direct = port;
        try (DroppingProxy proxy = new DroppingProxy(direct, 100_000)) {
            port = proxy.port();
            poll();
        }
        assertThat(taken.subjects).containsExactly("one", "two", "three");
        assertThat(polled.results).singleElement().asString().isNotEqualTo("ok");

        port = direct;
        poll();
        assertThat(taken.subjects).containsExactly("one", "two", "three", "long", "last");
        assertThat(polled.results.get(1)).isEqualTo("ok");
    }

    /** Passes a connection through and cuts it after so many bytes from the server. */
    private static final class DroppingProxy implements AutoCloseable {

        private final ServerSocket listener = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        private final List<Socket> open = new ArrayList<>();

        DroppingProxy(int target, int bytes) throws IOException {
            Thread accepting = new Thread(() -> {
                try {
                    Socket client = listener.accept();
                    Socket server = new Socket(InetAddress.getLoopbackAddress(), target);
                    open.addAll(Arrays.asList(client, server));
                    Thread up = new Thread(() -> copy(client, server, Integer.MAX_VALUE));
                    up.setDaemon(true);
                    up.start();
                    copy(server, client, bytes);
                    client.close();
                    server.close();
                } catch (IOException ended) {
                    // The test is over.
                }
            });
            accepting.setDaemon(true);
            accepting.start();
        }

        private static void copy(Socket from, Socket to, int most) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[1024];
                int left = most;
                int read = in.read(buffer);
                while (read > 0 && left > 0) {
                    out.write(buffer, 0, Math.min(read, left));
                    out.flush();
                    left -= read;
                    read = left > 0 ? in.read(buffer) : -1;
                }
            } catch (IOException ended) {
                // One side is gone; the other follows.
            }
        }

        int port() {
            return listener.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            listener.close();
            for (Socket socket : open) {
                socket.close();
            }
        }
    }
}
