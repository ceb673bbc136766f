package org.countersign.addon.demo.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/**
 * A mail that somebody wrote on the page.
 *
 * @param inReplyTo Message-ID of the answered mail, or empty
 * @param forged to be treated as if somebody else had written it
 */
record WrittenMail(String from, String fromName, String to, String subject, String text, String inReplyTo, boolean forged) {

    /** Sends it through the demo's own SMTP server, as any mail program would. */
    void send() throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", DemoMail.HOST);
        settings.setProperty("mail.smtp.port", String.valueOf(DemoMail.smtpPort()));
        settings.setProperty("mail.smtp.connectiontimeout", "5000");
        settings.setProperty("mail.smtp.timeout", "5000");
        Transport.send(message(Session.getInstance(settings)));
    }

    MimeMessage message(Session session) throws MessagingException {
        MimeMessage message = new MimeMessage(session);
        try {
            message.setFrom(new InternetAddress(from, fromName, StandardCharsets.UTF_8.name()));
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to, true));
        message.setSubject(subject, StandardCharsets.UTF_8.name());
        message.setText(text, StandardCharsets.UTF_8.name());
        message.setSentDate(new Date());
        if (!inReplyTo.isEmpty()) {
            message.setHeader("In-Reply-To", inReplyTo);
            message.setHeader("References", inReplyTo);
        }
        if (forged) {
            message.setHeader(DemoDelivery.FORGED, "yes");
        }
        message.saveChanges();
        return message;
    }
}
