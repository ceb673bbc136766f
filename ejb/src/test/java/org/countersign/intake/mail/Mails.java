package org.countersign.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.MailReading;
import org.countersign.intake.model.UnreadableMail;

/** Test messages, from files beside this class and from text. */
final class Mails {

    private Mails() {}

    static byte[] file(String name) {
        try (InputStream in = Mails.class.getResourceAsStream(name)) {
            assertThat(in).as(name).isNotNull();
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static IncomingMail readFile(String name) {
        return read(file(name));
    }

    /** Characters are bytes. */
    static IncomingMail readBytes(String latin1) {
        return read(latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    static IncomingMail read(byte[] raw) {
        MailReading reading = new MimeMessageReader().read(raw);
        assertThat(reading).isInstanceOf(IncomingMail.class);
        return (IncomingMail) reading;
    }

    static UnreadableMail refuse(MimeMessageReader reader, byte[] raw) {
        MailReading reading = reader.read(raw);
        assertThat(reading).isInstanceOf(UnreadableMail.class);
        return (UnreadableMail) reading;
    }

    static UnreadableMail refuse(String latin1) {
        return refuse(new MimeMessageReader(), latin1.getBytes(StandardCharsets.ISO_8859_1));
    }
}
