package org.countersign.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.util.Enumeration;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.MailAttachment;
import org.countersign.intake.model.MailReading;
import org.countersign.intake.model.UnreadableMail;
import org.junit.jupiter.api.Test;

/** The messages that Apache James Mime4j publishes with its tests: broken and odd mail that nobody here wrote. */
class PublishedMessagesTest {

    @Test
    void every_published_message_is_read_or_refused_with_a_reason() throws IOException {
        Map<String, byte[]> corpus = corpus();
        assertThat(corpus).hasSizeGreaterThanOrEqualTo(80);
        int read = 0;
        for (Map.Entry<String, byte[]> message : corpus.entrySet()) {
            MailReading reading = new MimeMessageReader().read(message.getValue());
            if (reading instanceof IncomingMail mail) {
                read++;
                check(message.getKey(), mail);
            } else {
                assertThat(((UnreadableMail) reading).reason())
                        .as(message.getKey())
                        .isEqualTo(UnreadableMail.Reason.NOT_A_MESSAGE);
            }
        }
        assertThat(read).isGreaterThanOrEqualTo(corpus.size() - 2);
    }

    private static void check(String name, IncomingMail mail) {
        assertThat(mail.text() + mail.reply() + mail.html().orElse("")).as(name).doesNotContain("\0", "\r");
        assertThat(mail.subject()).as(name).doesNotContain("\n", "\r", "\0");
        assertThat(mail.text().isBlank()).as(name).isEqualTo(mail.reply().isBlank());
        assertThat(mail.reply().length()).as(name).isLessThanOrEqualTo(mail.text().length());
        assertThat(mail.references()).as(name).allMatch(id -> id.startsWith("<") && id.endsWith(">"));
        for (MailAttachment file : mail.attachments()) {
            assertThat(file.name()).as(name).isNotBlank().doesNotContain("/", "\\");
        }
    }

    private static Map<String, byte[]> corpus() throws IOException {
        URL folder = PublishedMessagesTest.class.getResource("/testmsgs/");
        assertThat(folder).as("apache-mime4j-core:tests is on the test class path").isNotNull();
        Map<String, byte[]> found = new TreeMap<>();
        JarURLConnection connection = (JarURLConnection) folder.openConnection();
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            for (Enumeration<JarEntry> entries = jar.entries(); entries.hasMoreElements(); ) {
                JarEntry entry = entries.nextElement();
                if (entry.getName().endsWith(".msg")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        found.put(entry.getName(), in.readAllBytes());
                    }
                }
            }
        }
        return found;
    }
}
