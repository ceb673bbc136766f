package org.countersign.notification.smtp;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.notification.model.Links;
import org.countersign.notification.model.MailTransport;
import org.countersign.notification.model.OutboxMessage;

/** {@link MailTransport} by SMTP. Every wait for the server ends: see the time-outs below. */
@ApplicationScoped
public class SmtpTransport implements MailTransport {

    private static final String CONNECT_TIMEOUT_MILLIS = "10000";
    /** Of each answer. */
    private static final String READ_TIMEOUT_MILLIS = "20000";

    private static final String WRITE_TIMEOUT_MILLIS = "20000";
    private static final Logger LOG = Logger.getLogger(SmtpTransport.class.getName());

    private final Supplier<SmtpSettings> settings;

    /** With the configured settings, read anew for each conversation. */
    public SmtpTransport() {
        this(SmtpSettings::configured);
    }

    public SmtpTransport(Supplier<SmtpSettings> settings) {
        this.settings = settings;
    }

    @Override
    public Conversation open() {
        SmtpSettings server = settings.get();
        return new SmtpConversation(server, Session.getInstance(properties(server)));
    }

    private static Properties properties(SmtpSettings server) {
        Properties properties = new Properties();
        properties.setProperty("mail.transport.protocol", "smtp");
        properties.setProperty("mail.smtp.connectiontimeout", CONNECT_TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.timeout", READ_TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.writetimeout", WRITE_TIMEOUT_MILLIS);
        properties.setProperty("mail.smtp.auth", String.valueOf(server.user() != null));
        boolean strict = server.tls() == SmtpSettings.Tls.STARTTLS || server.tls() == SmtpSettings.Tls.IMPLICIT;
        properties.setProperty("mail.smtp.ssl.enable", String.valueOf(server.tls() == SmtpSettings.Tls.IMPLICIT));
        properties.setProperty("mail.smtp.starttls.enable", String.valueOf(server.tls() != SmtpSettings.Tls.NONE));
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.tls() == SmtpSettings.Tls.STARTTLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", String.valueOf(strict));
        if (server.tls() == SmtpSettings.Tls.OPPORTUNISTIC) {
            // Better hidden from those who only listen than not at all: without a demand for TLS an impostor could simply not offer it.
            properties.setProperty("mail.smtp.ssl.trust", "*");
        }
        return properties;
    }

    private static final class SmtpConversation implements Conversation {

        private final SmtpSettings server;
        private final Session session;
        private Transport transport;
        private boolean doubtful;

        SmtpConversation(SmtpSettings server, Session session) {
            this.server = server;
            this.session = session;
        }

        @Override
        public void send(OutboxMessage message) throws MailServerUnreachable, MailNotSent {
            Message mime;
            try {
                mime = MailMessage.of(message, session, Links.installation());
            } catch (MessagingException | RuntimeException e) {
                throw new MailNotSent(told(e), e);
            }
            connect();
            try {
                transport.sendMessage(mime, mime.getAllRecipients());
            } catch (MessagingException e) {
                doubtful = true;
                throw new MailNotSent(told(e), e);
            }
        }

        private void connect() throws MailServerUnreachable {
            // After a failure the server is asked (NOOP) whether it is still there.
            if (transport != null && !(doubtful && !transport.isConnected())) {
                doubtful = false;
                return;
            }
            close();
            try {
                Transport fresh = session.getTransport("smtp");
                transport = fresh;
                fresh.connect(server.host(), server.port(), server.user(), server.password());
                doubtful = false;
            } catch (MessagingException e) {
                close();
                throw new MailServerUnreachable(server + ": " + told(e), e);
            }
        }

        /** The failure in the server's words where it has some. */
        private static String told(Exception e) {
            StringBuilder told = new StringBuilder();
            for (Throwable cause = e; cause != null && told.length() < 800; cause = next(cause)) {
                String text = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage().strip();
                if (told.indexOf(text) < 0) {
                    told.append(told.length() == 0 ? "" : "; ").append(text);
                }
            }
            return told.toString();
        }

        private static Throwable next(Throwable cause) {
            return cause instanceof MessagingException messaging && messaging.getNextException() != null
                    ? messaging.getNextException()
                    : cause.getCause();
        }

        @Override
        public void close() {
            if (transport == null) {
                return;
            }
            try {
                transport.close();
            } catch (MessagingException e) {
                LOG.log(Level.FINE, e, () -> "The conversation with " + server + " did not end in form");
            }
            transport = null;
        }
    }
}
