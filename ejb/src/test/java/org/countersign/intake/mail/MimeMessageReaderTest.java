package org.countersign.intake.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.MailAddress;
import org.countersign.intake.model.MailAttachment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MimeMessageReaderTest {

    private static final String HUNGARIAN = "Árvíztűrő tükörfúrógép: őszi hűség, Ő és Ű.";

    @Test
    void a_plain_mail_is_read_whole() {
        IncomingMail mail = Mails.readFile("plain.eml");

        assertThat(mail.messageId()).contains("<a1b2@customer-b.example>");
        assertThat(mail.dedupeKey().value()).isEqualTo("mid:<a1b2@customer-b.example>");
        assertThat(mail.date()).contains(Instant.parse("2026-03-02T08:15:00Z"));
        assertThat(mail.from()).contains(new MailAddress("Anna@Customer-B.example", "Kovács, Anna"));
        assertThat(mail.from().orElseThrow().normalised()).isEqualTo("anna@customer-b.example");
        assertThat(mail.severalAuthors()).isFalse();
        assertThat(mail.replyTo()).containsExactly(new MailAddress("help@customer-b.example", ""));
        assertThat(mail.to())
                .containsExactly(
                        new MailAddress("support@desk-b.example", "Support"), new MailAddress("second@desk-b.example", ""));
        assertThat(mail.cc()).containsExactly(new MailAddress("balazs@customer-b.example", "Balázs Őri"));
        assertThat(mail.subject()).isEqualTo("Printer on fire");
        assertThat(mail.text()).isEqualTo("The printer burns.\n\n-- \nAnna Kovács\n+36 1 234 5678");
        assertThat(mail.reply()).isEqualTo("The printer burns.");
        assertThat(mail.html()).isEmpty();
        assertThat(mail.attachments()).isEmpty();
        assertThat(mail.references()).containsExactly("<first@desk-b.example>", "<cs-100001.x7@desk-b.example>");
        assertThat(mail.authenticationResults())
                .containsExactly("mx.desk-b.example; dmarc=pass header.from=customer-b.example");
        assertThat(mail.screening().returnPath()).contains("anna@customer-b.example");
        assertThat(mail.screening().hops()).isEqualTo(1);
        assertThat(mail.autoSubmitted()).isFalse();
    }

    @Test
    void line_ends_of_the_wire_and_of_a_file_read_the_same() {
        byte[] lf = Mails.file("attachments.eml");
        byte[] crlf = new String(lf, StandardCharsets.ISO_8859_1)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);

        IncomingMail fromFile = Mails.read(lf);
        IncomingMail fromWire = Mails.read(crlf);

        assertThat(fromWire.text()).isEqualTo(fromFile.text());
        assertThat(fromWire.html()).isEqualTo(fromFile.html());
        assertThat(fromWire.attachments())
                .extracting(MailAttachment::name)
                .isEqualTo(fromFile.attachments().stream().map(MailAttachment::name).toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hungarian-iso-8859-2.eml",
                "hungarian-windows-1250-qp.eml",
                "hungarian-utf-8-base64.eml",
                "hungarian-undeclared.eml"
            })
    void hungarian_text_arrives_exactly_in_every_character_set(String file) {
        assertThat(Mails.readFile(file).text()).isEqualTo(HUNGARIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "hungarian-iso-8859-2.eml, Hűtő és fűtő",
        "hungarian-windows-1250-qp.eml, Fűtő",
        "hungarian-utf-8-base64.eml, Fűtő hűtő",
        "hungarian-undeclared.eml, Fűtő"
    })
    void hungarian_subjects_arrive_exactly_even_when_a_letter_is_cut_in_two(String file, String subject) {
        assertThat(Mails.readFile(file).subject()).isEqualTo(subject);
    }

    @Test
    void names_of_senders_are_decoded() {
        assertThat(Mails.readFile("hungarian-iso-8859-2.eml").from())
                .contains(new MailAddress("o@customer-b.example", "Őri Kovács Fűlöp"));
        assertThat(Mails.readFile("hungarian-undeclared.eml").from())
                .contains(new MailAddress("o@customer-b.example", "Fűtő"));
    }

    @Test
    void a_desk_can_name_the_set_of_bytes_that_nothing_declares() {
        byte[] raw = "From: a@b.example\n\nhűtő\n".getBytes(Charset.forName("windows-1250"));
        MimeMessageReader central = new MimeMessageReader(MailLimits.DEFAULT, Charset.forName("windows-1250"));

        assertThat(((IncomingMail) central.read(raw)).text()).isEqualTo("hűtő");
        assertThat(Mails.read(raw).text()).isEqualTo("hûtõ");
    }

    @Test
    void an_unknown_character_set_falls_back_without_loss() {
        IncomingMail mail = Mails.readFile("bad-charset.eml");

        assertThat(mail.subject()).isEqualTo("café");
        assertThat(mail.text()).isEqualTo("café € 10");
    }

    @Test
    void declared_latin_1_that_looks_like_utf_8_is_what_was_declared() {
        String mojibake = "From: a@b.example\nContent-Type: text/plain; charset=iso-8859-1\n\nWe see \u00c3\u00a9\n";

        assertThat(Mails.readBytes(mojibake).text()).isEqualTo("We see Ã©");
    }

    @Test
    void declared_utf_8_that_is_not_is_read_as_the_fallback() {
        String wrong = "From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\nd\u00e9j\u00e0 vu\n";

        assertThat(Mails.readBytes(wrong).text()).isEqualTo("déjà vu");
    }

    @Test
    void one_stray_byte_does_not_spoil_a_utf_8_text() {
        byte[] good = "From: a@b.example\nContent-Type: text/plain; charset=utf-8\n\nőűőű #".getBytes(StandardCharsets.UTF_8);
        good[good.length - 1] = (byte) 0xff;

        assertThat(Mails.read(good).text()).isEqualTo("őűőű \uFFFD");
    }

    @Test
    void files_keep_their_names_types_and_bytes() {
        IncomingMail mail = Mails.readFile("attachments.eml");

        assertThat(mail.text()).isEqualTo("See the files.");
        assertThat(mail.html()).hasValueSatisfying(html -> assertThat(html).contains("<b>files</b>"));
        assertThat(mail.attachments())
                .extracting(MailAttachment::name)
                .containsExactly(
                        "logo.png", "őszi hűség.pdf", "fűtő.log", "evil.txt", "passwd", "forwarded: fault 7.eml", "winmail.dat");
        assertThat(mail.attachments())
                .extracting(MailAttachment::type)
                .containsExactly(
                        "image/png",
                        "application/pdf",
                        "application/octet-stream",
                        "application/octet-stream",
                        "text/plain",
                        "message/rfc822",
                        "application/ms-tnef");
        MailAttachment logo = mail.attachments().get(0);
        assertThat(logo.inline()).isTrue();
        assertThat(logo.contentId()).contains("logo@x");
        assertThat(logo.content()).containsExactly(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n');
        assertThat(mail.attachments().get(1).inline()).isFalse();
        assertThat(mail.attachments().get(1).size()).isEqualTo(9);
        assertThat(new String(mail.attachments().get(2).content(), StandardCharsets.UTF_8)).isEqualTo("line one");
        assertThat(new String(mail.attachments().get(5).content(), StandardCharsets.UTF_8))
                .startsWith("From: bert@customer-c.example")
                .endsWith("Inner text.");
    }

    @Test
    void a_mail_of_html_alone_gets_a_text_and_a_reply() {
        IncomingMail mail = Mails.readFile("html-only.eml");

        assertThat(mail.text())
                .startsWith("Nem indul a gép.\n\nHibakód:\nEő42\n\n- egy\n- kettő")
                .contains("> Miben segíthetünk?")
                .doesNotContain("alert", "color");
        assertThat(mail.reply()).isEqualTo("Nem indul a gép.\n\nHibakód:\nEő42\n\n- egy\n- kettő");
        assertThat(mail.html()).hasValueSatisfying(html -> assertThat(html).contains("<script>"));
    }

    @Test
    void html_tells_its_character_set_when_the_header_does_not() {
        String html = "From: a@b.example\nContent-Type: text/html\n\n"
                + "<html><head><meta http-equiv=Content-Type content='text/html; charset=iso-8859-2'></head><p>h\u00fbt\u00f5</p>";

        assertThat(Mails.readBytes(html).text()).isEqualTo("hűtő");
    }

    @Test
    void the_html_stands_in_for_an_empty_plain_part() {
        IncomingMail mail = Mails.readBytes("From: a@b.example\nContent-Type: multipart/alternative; boundary=b\n\n"
                + "--b\nContent-Type: text/plain\n\n \n--b\nContent-Type: text/html\n\n<p>Real text</p>\n--b--\n");

        assertThat(mail.text()).isEqualTo("Real text");
    }

    @Test
    void text_around_a_file_is_kept_in_order() {
        IncomingMail mail = Mails.readBytes("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n"
                + "--b\nContent-Type: text/html\n\n<p>Before</p>\n--b\nContent-Type: image/png\n\nx\n"
                + "--b\nContent-Type: text/plain\n\nAfter <1>\n--b--\n");

        assertThat(mail.text()).isEqualTo("Before\n\nAfter <1>");
        assertThat(mail.html()).contains("<p>Before</p>\n<pre>After &lt;1></pre>");
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("attachment-1.png");
    }

    @Test
    void a_truncated_multipart_keeps_what_came() {
        IncomingMail mail = Mails.readFile("truncated-multipart.eml");

        assertThat(mail.text()).isEqualTo("First.");
        assertThat(mail.attachments()).extracting(MailAttachment::name).containsExactly("report.pdf");
        assertThat(mail.attachments().get(0).content()).startsWith("%PDF-1.4\n%PDF-1.".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void an_unknown_transfer_encoding_leaves_the_text_as_it_is() {
        assertThat(Mails.readFile("unknown-transfer-encoding.eml").text()).isEqualTo("Szűk.");
    }

    @Test
    void uuencoded_files_are_decoded() {
        IncomingMail mail = Mails.readBytes("From: a@b.example\nContent-Type: application/octet-stream; name=cat.txt\n"
                + "Content-Transfer-Encoding: x-uuencode\n\nbegin 644 cat.txt\n#0V%T\n`\nend\n");

        assertThat(new String(mail.attachments().get(0).content(), StandardCharsets.US_ASCII)).isEqualTo("Cat");
    }

    @Test
    void a_multipart_that_names_no_boundary_is_split_at_the_first_that_looks_like_one() {
        IncomingMail mail = Mails.readBytes(
                "From: a@b.example\nContent-Type: multipart/mixed\n\n--xyz\nContent-Type: text/plain\n\nHi\n--xyz--\n");

        assertThat(mail.text()).isEqualTo("Hi");
    }

    @Test
    void a_boundary_that_begins_like_another_is_another() {
        IncomingMail mail = Mails.readBytes("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nOne\n--bb\ntwo\n--b--\n");

        assertThat(mail.text()).isEqualTo("One\n--bb\ntwo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    a@b.example                                  | a@b.example   |
                    <a@b.example>                                | a@b.example   |
                    a@b.example (Anna (the first) B)             | a@b.example   | Anna the first B
                    "B, \\"Anna\\"" <a@b.example>                | a@b.example   | B, "Anna"
                    "x@evil.example" <a@b.example>               | a@b.example   | x@evil.example
                    x@evil.example <a@b.example>                 | a@b.example   | x@evil.example
                    <@relay.example:a@b.example>                 | a@b.example   |
                    Anna <a@b.example>, rubbish, <>              | a@b.example   | Anna
                    mailto:a@b.example                           | a@b.example   |
                    """)
    void authors_are_found_in_every_form(String field, String address, String name) {
        IncomingMail mail = Mails.readBytes("From: " + field + "\n\nx");

        assertThat(mail.from()).contains(new MailAddress(address, name == null ? "" : name));
        assertThat(mail.severalAuthors()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "From: MAILER-DAEMON",
                "From: <>",
                "From: a b@c.example",
                "From: a@@b.example",
                "From: =?utf-8?q?a=40b.example?=",
                "From: <a@b.example> <c@d.example>",
                "From: \"never closed <a@b.example>",
                "X-Nothing: here"
            })
    void a_mail_without_a_usable_author_is_still_a_mail(String field) {
        assertThat(Mails.readBytes(field + "\nSubject: s\n\nx").from()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"From: a@b.example, c@d.example", "From: a@b.example\nFrom: c@d.example"})
    void several_authors_are_told(String fields) {
        assertThat(Mails.readBytes(fields + "\n\nx").severalAuthors()).isTrue();
    }

    @Test
    void groups_are_read_member_by_member() {
        IncomingMail mail = Mails.readBytes("From: a@b.example\nTo: Team: x@b.example, y@b.example;, z@b.example\n\nx");

        assertThat(mail.to())
                .extracting(MailAddress::address)
                .containsExactly("x@b.example", "y@b.example", "z@b.example");
    }

    @Test
    void line_breaks_hidden_in_encoded_words_do_not_leave_the_line() {
        IncomingMail mail = Mails.readBytes("From: =?utf-8?Q?Anna=0D=0ABcc:_x@evil.example?= <a@b.example>\n"
                + "Subject: =?utf-8?B?YQ0KQmNjOiB4QGV2aWwuZXhhbXBsZQA=?=\n\nx");

        assertThat(mail.subject()).isEqualTo("a  Bcc: x@evil.example");
        assertThat(mail.from().orElseThrow().name()).isEqualTo("Anna  Bcc: x@evil.example");
    }

    @Test
    void nul_and_bare_carriage_returns_vanish_from_headers_and_text() {
        IncomingMail mail = Mails.readBytes("From: a@b.example\nSubject: a\0b\rBcc: c\n\nte\0xt\rnext\n");

        assertThat(mail.subject()).isEqualTo("a b Bcc: c");
        assertThat(mail.text()).isEqualTo("text\nnext");
        assertThat(mail.cc()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain; charset=utf-16be\n\n\u00d8\u0000\u0000a",
                "Content-Type: text/plain; charset=cesu-8\n\n\u00ed\u00a0\u0080 a",
                "Content-Type: text/html\n\n&#xd83d; a",
            })
    void lone_surrogates_never_reach_the_database(String body) {
        String text = Mails.readBytes("From: a@b.example\n" + body).text();

        assertThat(text).isNotEmpty().matches(written -> written.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF));
    }

    @Test
    void commas_and_colons_in_encoded_names_part_nothing() {
        IncomingMail mail = Mails.readBytes("From: =?iso-8859-2?Q?Kov=E1cs,_Anna:_desk?= <a@b.example>\n\nx");

        assertThat(mail.from()).contains(new MailAddress("a@b.example", "Kovács, Anna: desk"));
        assertThat(mail.severalAuthors()).isFalse();
    }

    @Test
    void a_file_name_cannot_turn_its_reading_direction() {
        IncomingMail mail = Mails.readBytes("From: a@b.example\nContent-Type: application/x-msdownload\n"
                + "Content-Disposition: attachment; filename*=utf-8''invoice%E2%80%AEgpj.exe\n\nx");

        assertThat(mail.attachments().get(0).name()).isEqualTo("invoicegpj.exe");
    }

    @Test
    void long_file_names_keep_their_extension() {
        IncomingMail mail = Mails.readBytes("From: a@b.example\nContent-Type: application/pdf\n"
                + "Content-Disposition: attachment; filename=" + "a".repeat(400) + ".pdf\n\nx");

        assertThat(mail.attachments().get(0).name()).hasSize(255).endsWith("a.pdf");
    }

    @Test
    void the_report_type_of_a_bounce_is_seen() {
        IncomingMail mail = Mails.readFile("delivery-status.eml");

        assertThat(mail.screening().reportType()).contains("delivery-status");
        assertThat(mail.screening().returnPath()).contains("");
        assertThat(mail.text()).isEqualTo("I could not deliver it.");
    }

    @Test
    void comments_are_no_part_of_auto_submitted() {
        IncomingMail mail = Mails.readFile("out-of-office.eml");

        assertThat(mail.screening().autoSubmitted()).contains("auto-replied");
        assertThat(mail.screening().autoResponseSuppress()).contains("all");
        assertThat(mail.autoSubmitted()).isTrue();
    }

    @Test
    void a_mail_without_message_id_is_known_by_its_bytes() {
        IncomingMail one = Mails.readBytes("From: a@b.example\n\nx");
        IncomingMail same = Mails.readBytes("From: a@b.example\n\nx");
        IncomingMail other = Mails.readBytes("From: a@b.example\n\ny");

        assertThat(one.messageId()).isEmpty();
        assertThat(one.dedupeKey()).isEqualTo(same.dedupeKey()).isNotEqualTo(other.dedupeKey());
        assertThat(one.dedupeKey().value()).startsWith("sha256:").hasSize("sha256:".length() + 64);
    }

    @ParameterizedTest
    @CsvSource({
        "Message-ID: <a@b>,<a@b>",
        "Message-Id:<a@b> (added),<a@b>",
        "MESSAGE-ID: a@b,<a@b>",
        "Message-ID: <unclosed@b,<unclosed@b>",
        "Message-ID: <no at sign>,<noatsign>"
    })
    void message_ids_are_brought_into_one_form(String field, String id) {
        assertThat(Mails.readBytes(field + "\nFrom: a@b.example\n\nx").messageId()).contains(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"rubbish", "Mon, 99 Foo 2026", "Mon, 2 Mar 12026 09:15:00 +0100", "1 Jan 1900 00:00:00 +0000", ""})
    void an_impossible_date_is_no_date(String date) {
        assertThat(Mails.readBytes("Date: " + date + "\nFrom: a@b.example\n\nx").date()).isEqualTo(Optional.empty());
    }

    @Test
    void a_field_that_lost_its_fold_costs_only_its_line() {
        IncomingMail mail = Mails.readBytes("From: a@b.example\nTo: x@b.example,\ny@b.example\nSubject: s\n\nbody");

        assertThat(mail.subject()).isEqualTo("s");
        assertThat(mail.text()).isEqualTo("body");
    }

    @Test
    void a_body_that_lost_its_empty_line_is_still_the_body() {
        assertThat(Mails.readBytes("From: a@b.example\nThis is the text\nand more\n").text()).isEqualTo("This is the text\nand more");
    }

    @Test
    void mbox_lines_are_passed_over() {
        assertThat(Mails.readBytes("From a@b.example Mon Mar  2 09:15:00 2026\nFrom: a@b.example\n\nx").from()).isPresent();
    }

    @Test
    void only_the_last_two_hundred_references_are_kept() {
        StringBuilder ids = new StringBuilder();
        for (int i = 1; i <= 300; i++) {
            ids.append(" <").append(i).append("@b.example>\n");
        }
        List<String> references = Mails.readBytes("From: a@b.example\nReferences:" + ids + "\nx").references();

        assertThat(references).hasSize(200).startsWith("<101@b.example>").endsWith("<300@b.example>");
    }

    @Test
    void fields_of_the_mail_system_are_not_decoded() {
        String smuggled = "mx.desk.example; spf=pass smtp.mailfrom==?utf-8?q?x;_dmarc=3Dpass?=";

        assertThat(Mails.readBytes("Authentication-Results: " + smuggled + "\nFrom: a@b.example\n\nx").authenticationResults())
                .containsExactly(smuggled);
    }
}
