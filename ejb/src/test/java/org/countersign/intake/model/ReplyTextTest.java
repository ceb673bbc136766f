package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, Mar 2, 2026 at 9:15 AM Support <support@desk.example> wrote:",
                "On 2 Mar 2026, at 09:15, Support wrote:",
                "On Mon, Mar 2, 2026 at 9:15 AM Support\n<support@desk.example> wrote:",
                "On Mon, Mar 2, 2026 at 9:15 AM Support via a long name\nof a desk <support@desk.example>\nwrote:",
                "Support <support@desk.example> ezt írta (időpont: 2026. márc. 2., H, 9:15):",
                "Support <support@desk.example> ezt írta\n(időpont: 2026. márc. 2., H, 9:15):",
                "2026. 03. 02. 9:15 keltezéssel, Support írta:",
                "2026. márc. 2. dátummal, 9:15 időpontban Support <support@desk.example> írta:",
                "Op ma 2 mrt 2026 om 09:15 schreef Support <support@desk.example>:",
                "Op 02-03-2026 om 09:15 schreef Support:",
                "Op 2 mrt. 2026, om 09:15 heeft Support <support@desk.example> het volgende geschreven:",
                "Support <support@desk.example> escreveu (segunda, 2/03/2026 à(s) 09:15):",
                "Em seg., 2 de mar. de 2026 às 09:15, Support <support@desk.example> escreveu:",
                "No dia 02/03/2026, às 09:15, Support <support@desk.example> escreveu:",
                "Am Mo., 2. März 2026 um 09:15 Uhr schrieb Support <support@desk.example>:",
                "Am 02.03.26 um 09:15 schrieb Support:",
                "Le lun. 2 mars 2026 à 09:15, Support <support@desk.example> a écrit :",
                "02.03.2026 09:15 пользователь \"Support\" <support@desk.example> написал:"
            })
    void headings_of_mail_programs_are_cut_with_their_quotation(String heading) {
        assertThat(ReplyText.of("It works now.\n\n" + heading + "\n\n> How are you?\n> Regards\n")).isEqualTo("It works now.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Mon, Mar 2, 2026 at 9:15 AM Support <support@desk.example> wrote:",
                "2026. 03. 02. 9:15 keltezéssel, Support írta:",
                "Op ma 2 mrt 2026 om 09:15 schreef Support <support@desk.example>:",
                "Em seg., 2 de mar. de 2026 às 09:15, Support <support@desk.example> escreveu:",
                "-----Original Message-----",
                "-----Eredeti üzenet-----",
                "-----Oorspronkelijk bericht-----",
                "-----Mensagem original-----",
                "-----Ursprüngliche Nachricht-----",
                "-----Message d'origine-----",
                "________________________________\nFrom: Support <support@desk.example>\nSent: Monday, March 2, 2026 9:15\nTo: Anna\nSubject: RE: x",
                "From: Support <support@desk.example>\nDate: Monday, March 2, 2026\nTo: Anna\nSubject: RE: x",
                "Feladó: Support <support@desk.example>\nElküldve: 2026. március 2., hétfő 9:15\nCímzett: Anna\nTárgy: RE: x",
                "Van: Support <support@desk.example>\nVerzonden: maandag 2 maart 2026 09:15\nAan: Anna\nOnderwerp: RE: x",
                "De: Support <support@desk.example>\nEnviado: segunda-feira, 2 de março de 2026 09:15\nPara: Anna\nAssunto: RE: x",
                "Von: Support <support@desk.example>\nGesendet: Montag, 2. März 2026 09:15\nAn: Anna\nBetreff: AW: x",
                "De : Support <support@desk.example>\nEnvoyé : lundi 2 mars 2026 09:15\nÀ : Anna\nObjet : RE: x",
                "*From:* Support <support@desk.example>\n*Sent:* Monday, March 2, 2026 9:15\n*To:* Anna\n*Subject:* RE: x"
            })
    void everything_below_an_unsigned_quotation_goes(String heading) {
        assertThat(ReplyText.of("It works now.\n\n" + heading + "\n\nHow are you?\nRegards\n")).isEqualTo("It works now.");
    }

    @Test
    void answers_between_and_below_quoted_lines_stay() {
        String text = "On 2 Mar 2026, Support wrote:\n> First question?\nFirst answer.\n\n> Second question?\n\nSecond answer.\n";

        assertThat(ReplyText.of(text)).isEqualTo("First answer.\n\n\nSecond answer.");
    }

    @Test
    void our_own_marker_ends_the_reply_in_every_program() {
        assertThat(ReplyText.of("Done.\n\nSome Strange Heading 2026-03-02 09:15:\n\n##- Please write above this line -##\nOld text"))
                .isEqualTo("Done.");
        assertThat(ReplyText.of("Done.\n\nx@y.example 09:15:\n> ##- Kérjük, e sor fölé írjon -##\n> Old text")).isEqualTo("Done.");
    }

    @Test
    void a_signature_goes() {
        assertThat(ReplyText.of("Text.\n\n-- \nAnna\n+36 1 234 5678")).isEqualTo("Text.");
        assertThat(ReplyText.of("Text.\n--\nAnna")).isEqualTo("Text.");
        assertThat(ReplyText.of("Text.\n\n-- \nAnna\n\nOn 2 Mar 2026, Support wrote:\n> Old")).isEqualTo("Text.");
    }

    @Test
    void a_dividing_line_in_a_long_text_is_no_signature() {
        String rest = "line\n".repeat(11).strip();

        assertThat(ReplyText.of("Text.\n--\n" + rest)).isEqualTo("Text.\n--\n" + rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent from my iPhone", "Get Outlook for Android", "Az iPhone-omról küldve", "Verstuurd vanaf mijn iPad", "Enviado do meu iPhone",
                "Von meinem iPhone gesendet", "Envoyé de mon iPhone"
            })
    void what_a_telephone_signs_goes(String signature) {
        assertThat(ReplyText.of("Text.\n\n" + signature + "\n\nOn 2 Mar 2026, Support wrote:\n\n> Old")).isEqualTo("Text.");
    }

    @Test
    void the_signature_is_kept_when_only_quotations_are_asked_to_go() {
        assertThat(ReplyText.withoutQuotations("Text.\n\n-- \nAnna\n\n> Old")).isEqualTo("Text.\n\n-- \nAnna");
    }

    @Test
    void a_mail_of_quotation_alone_is_shown_whole() {
        assertThat(ReplyText.of("> Old\n> text\n")).isEqualTo("> Old\n> text");
        assertThat(ReplyText.of("From: a@b.example\nDate: Monday\nTo: c@d.example\n\nForwarded"))
                .isEqualTo("From: a@b.example\nDate: Monday\nTo: c@d.example\n\nForwarded");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On Monday at 10:30 the system wrote:\nERROR 123",
                "A felhasználó írta:\nnem működik",
                "Name: Anna\nCompany: Customer B\nCallback number: +36 1 234 5678\nDescription: the printer burns",
                "From: Budapest\nTo: Vienna\nI need a ticket.",
                "I see 5 > 4 and a > b\nwhere x -> y",
                "Error ---- original text ----",
                "Please call me at 10:30:\n- or later"
            })
    void prose_that_only_resembles_a_quotation_stays(String text) {
        assertThat(ReplyText.of(text)).isEqualTo(text);
    }

    @Test
    void an_empty_mail_stays_empty() {
        assertThat(ReplyText.of("")).isEmpty();
        assertThat(ReplyText.of(" \n\n")).isEmpty();
    }
}
