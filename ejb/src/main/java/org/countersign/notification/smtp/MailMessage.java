package org.countersign.notification.smtp;

import jakarta.activation.DataHandler;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.MimePart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Optional;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.OutboxMessage;

/**
 * A mail of the outbox in the format of Internet mail (RFC 5322): the same bytes in all that matters whenever it is made, with the
 * Message-ID it was queued with, and marked as made by a machine (RFC 3834) so that machines do not answer it.
 */
final class MailMessage extends MimeMessage {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private MailMessage(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** @param installation value of {@code X-Countersign-Loop}, by which the installation knows its own mail again */
    static MailMessage of(OutboxMessage message, Session session, String installation) throws MessagingException {
        MailMessage mail = new MailMessage(session, message.messageId());
        mail.setFrom(address(message.sender().address(), message.sender().name()));
        mail.setRecipient(Message.RecipientType.TO, address(message.recipient(), message.recipientName()));
        if (message.replyTo().isPresent()) {
            mail.setReplyTo(new InternetAddress[] {address(message.replyTo().get(), message.sender().name())});
        }
        mail.setSubject(message.subject(), UTF_8);
        mail.setSentDate(Date.from(message.createdAt()));
        if (message.inReplyTo().isPresent()) {
            mail.setHeader("In-Reply-To", message.inReplyTo().get());
            mail.setHeader("References", message.inReplyTo().get());
        }
        mail.setHeader("Auto-Submitted", message.template().isPersonal() ? "no" : "auto-generated");
        mail.setHeader("X-Auto-Response-Suppress", "All");
        mail.setHeader("X-Countersign-Loop", installation);
        mail.setContentLanguage(new String[] {message.language()});
        mail.fill(message);
        mail.saveChanges();
        return mail;
    }

    private void fill(OutboxMessage message) throws MessagingException {
        Optional<MailRequest.Attachment> attachment = message.attachment();
        if (attachment.isEmpty()) {
            text(this, message.body());
            return;
        }
        MimeBodyPart body = new MimeBodyPart();
        text(body, message.body());
        MimeBodyPart file = new MimeBodyPart();
        file.setDataHandler(new DataHandler(
                new ByteArrayDataSource(attachment.get().content(), attachment.get().mediaType())));
        file.setFileName(attachment.get().name());
        file.setDisposition(Part.ATTACHMENT);
        file.setHeader("Content-Transfer-Encoding", "base64");
        setContent(new MimeMultipart(body, file));
    }

    private static void text(MimePart part, String text) throws MessagingException {
        byte[] bytes = text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "text/plain; charset=UTF-8")));
        part.setHeader("Content-Transfer-Encoding", "quoted-printable");
    }

    private static InternetAddress address(String address, String name) throws MessagingException {
        try {
            int at = address.lastIndexOf('@') + 1;
            InternetAddress internet = new InternetAddress(address.substring(0, at) + IDN.toASCII(address.substring(at)), true);
            if (!name.isEmpty()) {
                internet.setPersonal(name, UTF_8);
            }
            return internet;
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        } catch (IllegalArgumentException e) {
            throw new MessagingException("No mail domain: " + address, e);
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
