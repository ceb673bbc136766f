package org.countersign.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.countersign.intake.model.Ground;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.MailAttachment;
import org.countersign.intake.model.MailReading;
import org.countersign.intake.model.ReplyText;
import org.countersign.intake.model.UnreadableMail;
import org.countersign.intake.model.UnreadableMail.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostileMailTest {

    private static final String START = "From: a@b.example\nSubject: s\n";

    @Test
    void two_hundred_multiparts_within_each_other_are_refused() {
        assertThat(Mails.refuse(nested(200)).reason()).isEqualTo(Reason.NESTED_TOO_DEEP);
    }

    @Test
    void as_many_levels_as_the_limit_are_read() {
        assertThat(Mails.readBytes(nested(49)).text()).isEqualTo("deep");
        assertThat(Mails.refuse(nested(50)).reason()).isEqualTo(Reason.NESTED_TOO_DEEP);
    }

    private static String nested(int levels) {
        StringBuilder mail = new StringBuilder(START);
        for (int i = 0; i < levels; i++) {
            mail.append("Content-Type: multipart/mixed; boundary=b").append(i).append("\n\n--b").append(i).append('\n');
        }
        return mail.append("Content-Type: text/plain\n\ndeep\n").toString();
    }

    @Test
    void two_hundred_messages_within_each_other_are_refused() {
        String mail = (START + "Content-Type: message/rfc822\n\n").repeat(200) + START + "\nx";

        assertThat(Mails.refuse(mail).reason()).isEqualTo(Reason.NESTED_TOO_DEEP);
    }

    @Test
    void ten_thousand_parts_are_refused() {
        assertThat(Mails.refuse(wide(10_000)).reason()).isEqualTo(Reason.TOO_MANY_PARTS);
    }

    @Test
    void as_many_parts_as_the_limit_are_read() {
        assertThat(Mails.readBytes(wide(999)).attachments()).hasSize(999);
        assertThat(Mails.refuse(wide(1000)).reason()).isEqualTo(Reason.TOO_MANY_PARTS);
    }

    private static String wide(int parts) {
        return START + "Content-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: image/png\n\nx\n".repeat(parts) + "--b--\n";
    }

    @Test
    void a_message_over_the_size_limit_is_refused_and_known_again() {
        MimeMessageReader reader = new MimeMessageReader(MailLimits.DEFAULT.withBytes(100), StandardCharsets.UTF_8);
        byte[] raw = (START + "\n" + "x".repeat(100)).getBytes(StandardCharsets.US_ASCII);

        UnreadableMail refused = Mails.refuse(reader, raw);

        assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(refused.ground()).isEqualTo(Ground.of(Ground.Kind.BYTES_BEYOND, raw.length, 100));
        assertThat(refused.dedupeKey()).isEqualTo(Mails.refuse(reader, raw).dedupeKey());
        assertThat(reader.read("From: a@b.example\n\nnext".getBytes(StandardCharsets.US_ASCII)))
                .as("the next mail flows")
                .isInstanceOf(IncomingMail.class);
    }

    @Test
    void twenty_five_mebibytes_are_the_default_limit() {
        assertThat(Mails.refuse(new MimeMessageReader(), new byte[(25 << 20) + 1]).reason()).isEqualTo(Reason.TOO_LARGE);
        assertThat(MailLimits.DEFAULT.bytes()).isEqualTo(26_214_400);
    }

    @Test
    void a_field_without_end_is_refused() {
        assertThat(Mails.refuse("Subject: " + "x".repeat(200_000) + "\n\n").reason()).isEqualTo(Reason.HEADER_TOO_LONG);
        assertThat(Mails.refuse("Subject: x\n" + " fold\n".repeat(50_000) + "\n").reason())
                .isEqualTo(Reason.HEADER_TOO_LONG);
    }

    @Test
    void a_header_without_end_is_refused() {
        assertThat(Mails.refuse("X-A: b\n".repeat(100_000)).reason()).isEqualTo(Reason.HEADER_TOO_LONG);
    }

    @Test
    void the_header_of_a_part_is_bounded_like_any_other() {
        String mail = START + "Content-Type: multipart/mixed; boundary=b\n\n--b\n" + "X-A: b\n".repeat(100_000) + "\nx\n--b--\n";

        assertThat(Mails.refuse(mail).reason()).isEqualTo(Reason.HEADER_TOO_LONG);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "just text\n", "\0\0\0\0", "\u00ff\u00fe\u0000"})
    void what_has_no_header_is_no_message(String raw) {
        assertThat(Mails.refuse(raw).reason()).isEqualTo(Reason.NOT_A_MESSAGE);
    }

    @Test
    void no_bytes_are_refused() {
        assertThat(Mails.refuse("").reason()).isEqualTo(Reason.EMPTY);
    }

    @Test
    void a_line_of_five_megabytes_is_a_line_like_any_other() {
        assertThat(ReplyText.of("New text\n" + "> ".repeat(2_500_000))).isEqualTo("New text");
        assertThat(ReplyText.of("a@".repeat(2_500_000))).hasSize(5_000_000);
        assertThat(ReplyText.of("On 2026-03-02 ".repeat(350_000) + "wrote:\n> Old")).hasSize(350_000 * 14 + 6);
    }

    @Test
    void a_text_beyond_the_limit_becomes_a_file_and_its_beginning_the_text() {
        IncomingMail mail = Mails.readBytes(START + "\nNew text\n" + "\n".repeat(5_000_000) + "end");

        assertThat(mail.text()).isEqualTo("New text");
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("attachment-1.txt");
        assertThat(mail.attachments().get(0).size()).isEqualTo("New text\n".length() + 5_000_000 + "end".length());
    }

    @Test
    void many_long_texts_have_one_limit_together() {
        String part = "--b\n\n" + "x".repeat(600_000) + "\n";
        IncomingMail mail = Mails.readBytes(START + "Content-Type: multipart/mixed; boundary=b\n\n" + part.repeat(4) + "--b--\n");

        assertThat(mail.text().replace("\n", "")).hasSize(MailLimits.DEFAULT.textChars());
        assertThat(mail.attachments()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On ", "On\n", "On 2026 a@b wrote:\n", "> On 2026\n", "-- \n", "--\n", "From: \n", "From: a\nSent: b\nTo: c\n", "\n\n\n",
                "_____\n", "##-", "##- -##\n", "Sent from my \n", " ", ">", "írta:\n", "\t", "a:\n"
            })
    void five_megabytes_of_anything_that_looks_like_a_quotation_come_to_an_end(String piece) {
        assertThat(ReplyText.of("New\n" + piece.repeat(5_000_000 / piece.length()))).startsWith("New");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<div>", "<blockquote>", "<b><i>", "<table><tr><td>", "<a href=http://x.example>", "<", "&", "&#", "<!--", "<p>x",
                "<svg><style>", "<pre>\n", "<li>", "</p>", "<select><option>"
            })
    void megabytes_of_open_tags_come_to_an_end(String piece) {
        byte[] raw = (START + "Content-Type: text/html\n\nText " + piece.repeat(1_000_000 / piece.length()))
                .getBytes(StandardCharsets.UTF_8);

        assertThat(Mails.read(raw).text()).startsWith("Text");
    }

    @Test
    void html_beyond_the_limit_becomes_a_file_and_its_beginning_the_text() {
        IncomingMail mail = Mails.readBytes(START + "Content-Type: text/html\n\n<p>Start" + "<b>x</b>".repeat(400_000));

        assertThat(mail.html()).isEmpty();
        assertThat(mail.text()).startsWith("Startxxx");
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("attachment-1.html");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=?", "=?a?q?", "=?utf-8?q?x?=", "(", "<", "\"", ",", "\\", "a@b.example,", "x:", ";"})
    void fields_full_of_syntax_come_to_an_end(String piece) {
        String value = piece.repeat(100_000 / piece.length());
        String mail = "From: " + value + "\nTo: " + value + "\nSubject: " + value + "\nReferences: " + value + "\nContent-Type: text/plain; "
                + value + "\nX: y\n\nbody";

        assertThat(Mails.readBytes(mail).text()).isEqualTo("body");
    }

    @Test
    void every_character_set_of_the_platform_can_be_named() {
        byte[] body = new byte[512];
        new Random(1).nextBytes(body);
        String bytes = new String(body, StandardCharsets.ISO_8859_1);
        for (String name : Charset.availableCharsets().keySet()) {
            IncomingMail mail = Mails.readBytes("From: a@b.example\nSubject: =?" + name + "?q?=1B=24=42=FF=80?=\nContent-Type: text/plain; charset=\""
                    + name + "\"\n\n" + bytes);
            assertThat(mail.text()).as(name).doesNotContain("\0");
        }
    }

    @Test
    void random_damage_to_good_mail_never_raises_an_exception() {
        Random random = new Random(20260302);
        MimeMessageReader reader = new MimeMessageReader();
        int read = 0;
        for (String file : new String[] {"plain.eml", "attachments.eml", "html-only.eml", "delivery-status.eml"}) {
            byte[] good = Mails.file(file);
            for (int round = 0; round < 500; round++) {
                byte[] damaged = good.clone();
                for (int i = 0; i < 1 + random.nextInt(20); i++) {
                    damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
                }
                MailReading reading = reader.read(damaged);
                assertForeseen(reading);
                read += reading instanceof IncomingMail ? 1 : 0;
            }
        }
        assertThat(read).isGreaterThan(1900);
    }

    @Test
    void a_message_cut_anywhere_never_raises_an_exception() {
        MimeMessageReader reader = new MimeMessageReader();
        byte[] good = Mails.file("attachments.eml");
        for (int length = 0; length <= good.length; length++) {
            assertForeseen(reader.read(Arrays.copyOf(good, length)));
        }
    }

    private static void assertForeseen(MailReading reading) {
        if (reading instanceof UnreadableMail refused) {
            assertThat(refused.reason()).isNotEqualTo(Reason.UNFORESEEN);
        }
    }
}
