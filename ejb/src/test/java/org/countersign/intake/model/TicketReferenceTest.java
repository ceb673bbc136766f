package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketReferenceTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CS-100001", "Re: [CS-100001] printer", "re: cs-100001: printer", "AW: (CS-100001)", "Fwd:CS-100001.", "CS-100001CS, CS-100001"
            })
    void a_number_in_the_subject_is_found(String subject) {
        assertThat(TicketReference.find(new TestMail().subject(subject).build())).contains("CS-100001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "CS-10000", "CS-1000000000000", "XCS-100001", "X-CS-100001", "CS-100001a", "CS-100001-2", "CS 100001", "CS-١٠٠٠٠١", "CS-", "100001"
            })
    void what_only_resembles_a_number_is_none(String subject) {
        assertThat(TicketReference.find(new TestMail().subject(subject).build())).isEmpty();
    }

    @Test
    void numbers_of_more_than_six_digits_are_found() {
        assertThat(TicketReference.inText("CS-1234567 and CS-123456789012")).containsExactly("CS-1234567", "CS-123456789012");
    }

    @Test
    void our_message_ids_name_their_ticket() {
        assertThat(TicketReference.inMessageId("<cs-100001.f00@desk.example>")).contains("CS-100001");
        assertThat(TicketReference.inMessageId("<cs-100001@desk.example>")).contains("CS-100001");
        assertThat(TicketReference.inMessageId("<x.cs-100001.f00@desk.example>")).isEmpty();
        assertThat(TicketReference.inMessageId("<cs-100001x@desk.example>")).isEmpty();
        assertThat(TicketReference.inMessageId("")).isEmpty();
    }

    @Test
    void the_address_written_to_names_its_ticket() {
        assertThat(TicketReference.inSubAddress(new MailAddress("support+t-cs-100001-abc@desk.example", ""))).contains("CS-100001");
        assertThat(TicketReference.inSubAddress(new MailAddress("support+T-CS-100001@desk.example", ""))).contains("CS-100001");
        assertThat(TicketReference.inSubAddress(new MailAddress("support+cs-100001@desk.example", ""))).isEmpty();
        assertThat(TicketReference.inSubAddress(new MailAddress("support@desk.example", ""))).isEmpty();
    }

    @Test
    void the_address_comes_before_the_answered_message_and_that_before_the_subject() {
        TestMail mail = new TestMail()
                .to("support+t-cs-100001-abc@desk.example")
                .references("<cs-100002.a@desk.example>", "<cs-100003.b@desk.example>", "<cs-100001.c@desk.example>")
                .subject("CS-100004, CS-100002");

        assertThat(TicketReference.candidates(mail.build())).containsExactly("CS-100001", "CS-100003", "CS-100002", "CS-100004");
    }
}
