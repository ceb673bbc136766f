package org.countersign.addon.demo.mail;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * A mail as the page shows it.
 *
 * @param text its plain text; the page never shows HTML of a mail
 * @param replyTo where an answer goes
 * @param files names of the attached files
 */
public record ShownMail(
        long uid, Instant date, String from, String replyTo, String subject, String messageId, String text, List<String> files) {

    static ShownMail of(long uid, MimeMessage message, Instant received) throws MessagingException, IOException {
        Date sent = message.getSentDate();
        List<String> files = new ArrayList<>();
        StringBuilder text = new StringBuilder();
        read(message, text, files);
        return new ShownMail(
                uid,
                sent == null ? received : sent.toInstant(),
                print(message.getFrom()),
                address(message.getReplyTo()),
                message.getSubject() == null ? "" : message.getSubject(),
                message.getMessageID(),
                text.toString().strip(),
                files);
    }

    private static void read(Part part, StringBuilder text, List<String> files) throws MessagingException, IOException {
        if (part.getFileName() != null) {
            files.add(part.getFileName());
        } else if (part.isMimeType("text/plain")) {
            text.append(part.getContent()).append('\n');
        } else if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart inner = parts.getBodyPart(i);
                read(inner, text, files);
            }
        }
    }

    private static String print(Address[] addresses) {
        if (addresses == null || addresses.length == 0) {
            return "";
        }
        return addresses[0] instanceof InternetAddress internet ? internet.toUnicodeString() : addresses[0].toString();
    }

    private static String address(Address[] addresses) {
        return addresses != null && addresses.length > 0 && addresses[0] instanceof InternetAddress internet ? internet.getAddress() : "";
    }
}
