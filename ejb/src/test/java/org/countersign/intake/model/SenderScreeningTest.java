package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.countersign.intake.model.SenderScreening.Finding;
import org.countersign.intake.model.SenderScreening.Screening;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SenderScreeningTest {

    private final SenderScreening screening =
            new SenderScreening(List.of("support@desk-b.example", "Support@Desk-C.example"), "desk-1");

    private static ScreeningHeaders headers(String autoSubmitted, String precedence, String suppress, String returnPath, String reportType) {
        return new ScreeningHeaders(
                Optional.ofNullable(autoSubmitted),
                Optional.ofNullable(precedence),
                Optional.ofNullable(suppress),
                Optional.ofNullable(returnPath),
                Optional.empty(),
                false,
                List.of(),
                List.of(),
                Optional.ofNullable(reportType),
                3);
    }

    private static ScreeningHeaders loops(List<String> own, List<String> foreign, int hops) {
        return new ScreeningHeaders(
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, own, foreign,
                Optional.empty(), hops);
    }

    private Screening screen(ScreeningHeaders headers) {
        return screening.screen(new TestMail().screening(headers).build());
    }

    @Test
    void a_person_may_be_answered() {
        Screening result = screen(headers("no", null, null, "anna@customer-b.example", null));

        assertThat(result.finding()).isEqualTo(Finding.PERSON);
        assertThat(result.answerAllowed()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "auto-replied,     ,          ,  a@b.example,                         , AUTOMATIC_REPLY",
        "auto-generated,   ,          ,  a@b.example,                         , AUTOMATIC_REPLY",
        "auto-notified,    ,          ,  a@b.example,                         , AUTOMATIC_REPLY",
        "anything-else,    ,          ,  a@b.example,                         , AUTOMATIC_REPLY",
        ",                 bulk,      ,  a@b.example,                         , AUTOMATIC_REPLY",
        ",                 junk,      ,  a@b.example,                         , AUTOMATIC_REPLY",
        ",                 auto_reply,,  a@b.example,                         , AUTOMATIC_REPLY",
        ",                 ,          ,  a@b.example, disposition-notification, AUTOMATIC_REPLY",
        ",                 ,          ,  '',          delivery-status,          BOUNCE",
        "auto-replied,     ,          ,  '',          delivery-status,          BOUNCE",
        ",                 ,          ,  '',                                  , NULL_RETURN_PATH",
        "auto-replied,     ,          ,  '',                                  , AUTOMATIC_REPLY"
    })
    void machines_are_told_from_people_and_never_answered(
            String autoSubmitted, String precedence, String suppress, String returnPath, String reportType, Finding finding) {
        Screening result = screen(headers(autoSubmitted, precedence, suppress, returnPath, reportType));

        assertThat(result.finding()).isEqualTo(finding);
        assertThat(result.answerAllowed()).isFalse();
        assertThat(result.because()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"all", "oof", "dr, autoreply", "autoreply; nrn"})
    void a_person_who_asks_for_silence_is_heard_but_not_answered(String suppress) {
        Screening result = screen(headers(null, null, suppress, "a@b.example", null));

        assertThat(result.finding()).isEqualTo(Finding.PERSON);
        assertThat(result.answerAllowed()).isFalse();
    }

    @Test
    void suppressing_receipts_alone_does_not_forbid_an_answer() {
        assertThat(screen(headers(null, null, "dr, rn, nrn", "a@b.example", null)).answerAllowed()).isTrue();
    }

    @Test
    void a_mailing_list_is_heard_but_not_answered() {
        Screening result = screen(headers(null, "list", null, "a@b.example", null));

        assertThat(result.finding()).isEqualTo(Finding.PERSON);
        assertThat(result.answerAllowed()).isFalse();
    }

    @Test
    void our_own_mail_that_comes_back_is_a_loop() {
        assertThat(screen(loops(List.of("DESK-1"), List.of(), 1)).finding()).isEqualTo(Finding.LOOP);
        assertThat(screen(loops(List.of("other-desk"), List.of(), 1)).finding()).isEqualTo(Finding.PERSON);
        assertThat(screen(loops(List.of(), List.of("support+x@desk-b.example"), 1)).finding()).isEqualTo(Finding.LOOP);
        assertThat(screen(loops(List.of(), List.of("other@desk.example", "rubbish"), 1)).finding()).isEqualTo(Finding.PERSON);
    }

    @Test
    void a_mail_that_went_round_too_often_is_a_loop() {
        assertThat(screen(loops(List.of(), List.of(), 100)).finding()).isEqualTo(Finding.PERSON);
        assertThat(screen(loops(List.of(), List.of(), 101)).finding()).isEqualTo(Finding.LOOP);
    }

    @ParameterizedTest
    @CsvSource({
        "support@desk-b.example,               OWN_ADDRESS",
        "SUPPORT@DESK-B.EXAMPLE,               OWN_ADDRESS",
        "support+t-cs-100001-x@desk-b.example, OWN_ADDRESS",
        "support@desk-c.example,               OWN_ADDRESS",
        "support@desk-d.example,               PERSON",
        "Mailer-Daemon@customer-b.example,     BOUNCE",
        ",                                     NO_SENDER"
    })
    void the_author_decides(String from, Finding finding) {
        assertThat(screening.screen(new TestMail().from(from).build()).finding()).isEqualTo(finding);
    }

    @ParameterizedTest
    @ValueSource(strings = {"noreply@x.example", "No-Reply@x.example", "owner-list@x.example", "list-request@x.example", "postmaster@x.example"})
    void mailboxes_that_nobody_reads_get_no_answer(String from) {
        Screening result = screening.screen(new TestMail().from(from).build());

        assertThat(result.finding()).isEqualTo(Finding.PERSON);
        assertThat(result.answerAllowed()).isFalse();
    }
}
