package org.countersign.journey.support;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A mail server in the test's JVM, SMTP on a free loopback port; takes whatever the application sends. */
public final class MailServer implements AutoCloseable {

    private final GreenMail greenMail;

    private MailServer(GreenMail greenMail) {
        this.greenMail = greenMail;
    }

    public static MailServer start() {
        ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
        // The library's own limit is two seconds, which a busy machine exceeds.
        setup.setServerStartupTimeout(60_000);
        GreenMail greenMail = new GreenMail(setup);
        greenMail.start();
        return new MailServer(greenMail);
    }

    public int smtpPort() {
        return greenMail.getSmtp().getPort();
    }

    /** Everything received so far, in order. */
    public List<MimeMessage> received() {
        return List.of(greenMail.getReceivedMessages());
    }

    /**
     * The first received message that fits, waiting for it.
     *
     * @throws AssertionError when none has come in time
     */
    public MimeMessage await(Predicate<MimeMessage> wanted, Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            var found = Stream.of(greenMail.getReceivedMessages()).filter(wanted).findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            if (System.nanoTime() > end) {
                throw new AssertionError("No such message within " + limit + "; received " + received().size());
            }
            greenMail.waitForIncomingEmail(200, received().size() + 1);
        }
    }

    /** The server beneath, for what is not offered here. */
    public GreenMail greenMail() {
        return greenMail;
    }

    Map<String, String> environment() {
        return Map.of("COUNTERSIGN_SMTP_HOST", "127.0.0.1", "COUNTERSIGN_SMTP_PORT", Integer.toString(smtpPort()));
    }

    @Override
    public void close() {
        greenMail.stop();
    }
}
