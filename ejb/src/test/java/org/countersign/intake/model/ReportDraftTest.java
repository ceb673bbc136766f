package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.countersign.intake.model.ReportDraft.Limits;
import org.junit.jupiter.api.Test;

class ReportDraftTest {

    private static final Limits LIMITS = new Limits(20, 6000, 100, 3);
    private static final Locale HUNGARIAN = Locale.forLanguageTag("hu");

    private static MailAttachment file(String name, int size) {
        return new MailAttachment(name, "text/plain", false, Optional.empty(), new byte[size]);
    }

    private static IncomingMail mail(String subject, String text, MailAttachment... files) {
        IncomingMail plain = new TestMail().subject(subject).build();
        return new IncomingMail(
                plain.dedupeKey(), plain.messageId(), plain.date(), plain.from(), false, List.of(), plain.to(), List.of(), List.of(), subject,
                text, ReplyText.of(text), Optional.empty(), List.of(files), List.of(), List.of(), plain.screening());
    }

    @Test
    void a_report_keeps_what_it_quotes_and_an_answer_does_not() {
        IncomingMail mail = mail("Re: x", "New\n\nOn Monday, A <a@b.example> wrote:\n> old");

        assertThat(ReportDraft.ofReport(mail, Locale.ENGLISH, LIMITS, 1000).text()).contains("> old");
        assertThat(ReportDraft.ofAnswer(mail, Locale.ENGLISH, LIMITS, 1000).text()).isEqualTo("New");
    }

    @Test
    void a_missing_subject_and_text_are_named_in_the_readers_language() {
        ReportDraft draft = ReportDraft.ofReport(mail(" ", "", file("a", 1)), HUNGARIAN, LIMITS, 1000);

        assertThat(draft.summary()).isEqualTo("(nincs tárgy)");
        assertThat(draft.text()).isEqualTo("(nincs szöveg)");
        assertThat(draft.files()).hasSize(1);
    }

    @Test
    void a_long_subject_is_cut_between_characters() {
        String subject = "x".repeat(19) + "\uD83D\uDE00 and more";

        assertThat(ReportDraft.ofReport(mail(subject, "t"), Locale.ENGLISH, LIMITS, 1000).summary()).isEqualTo("x".repeat(19));
    }

    @Test
    void a_file_too_large_is_named_in_the_text() {
        ReportDraft draft = ReportDraft.ofReport(
                mail("s", "See below.", file("small", 10), file("huge.log", 101)), Locale.ENGLISH, LIMITS, 1000);

        assertThat(draft.files()).extracting(MailAttachment::name).containsExactly("small");
        assertThat(draft.text()).isEqualTo("See below.\n\n(The file huge.log of 101 bytes could not be kept with the ticket.)");
    }

    @Test
    void files_beyond_the_room_that_is_left_and_beyond_their_number_are_named() {
        ReportDraft tight = ReportDraft.ofReport(mail("s", "t", file("a", 60), file("b", 60)), Locale.ENGLISH, LIMITS, 100);
        assertThat(tight.files()).extracting(MailAttachment::name).containsExactly("a");
        assertThat(tight.text()).contains("The file b of 60 bytes");

        ReportDraft many = ReportDraft.ofReport(
                mail("s", "t", file("a", 1), file("b", 1), file("c", 1), file("d", 1)), Locale.ENGLISH, LIMITS, 100);
        assertThat(many.files()).hasSize(3);
        assertThat(many.text()).contains("The file d");
    }

    @Test
    void a_text_too_long_comes_whole_as_a_file() {
        String text = "ő".repeat(5999);
        ReportDraft draft = ReportDraft.ofReport(mail("s", text), Locale.ENGLISH, new Limits(20, 6000, 20_000, 3), 20_000);

        assertThat(draft.text()).hasSizeLessThanOrEqualTo(6000).contains("message.txt");
        assertThat(draft.files()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("message.txt");
            assertThat(new String(file.content(), java.nio.charset.StandardCharsets.UTF_8)).isEqualTo(text);
        });
    }

    @Test
    void the_names_of_a_thousand_lost_files_still_fit() {
        List<MailAttachment> files = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            files.add(file("f".repeat(255), 101));
        }
        ReportDraft draft = ReportDraft.ofReport(mail("s", "t".repeat(900), files.toArray(MailAttachment[]::new)), HUNGARIAN, LIMITS, 1000);

        assertThat(draft.text()).hasSizeLessThanOrEqualTo(LIMITS.text());
    }

    @Test
    void only_a_mail_without_subject_text_and_file_is_empty() {
        assertThat(ReportDraft.isEmpty(mail("", " \n", file("a", 0)))).isTrue();
        assertThat(ReportDraft.isEmpty(mail("x", ""))).isFalse();
        assertThat(ReportDraft.isEmpty(mail("", "x"))).isFalse();
        assertThat(ReportDraft.isEmpty(mail("", "", file("a", 1)))).isFalse();
    }
}
