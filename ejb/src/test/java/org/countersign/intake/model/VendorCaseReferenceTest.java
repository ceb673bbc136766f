package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VendorCaseReferenceTest {

    @Test
    void a_vendor_case_is_found_where_a_ticket_is_and_neither_is_taken_for_the_other() {
        IncomingMail mail = new TestMail()
                .to("support+t-vc-1001-abc@desk.example")
                .references("<vc-1003.f00.abc@desk.example>", "<vc-1002.f00.abc@desk.example>", "<cs-100001.f00.abc@desk.example>")
                .subject("Re: Case vc-1004: CS-100002, XVC-1005, VC-12")
                .build();

        assertThat(VendorCaseReference.candidates(mail)).containsExactly("VC-1001", "VC-1002", "VC-1003", "VC-1004");
        assertThat(TicketReference.candidates(mail)).containsExactly("CS-100001", "CS-100002");
    }

    @Test
    void a_reply_token_for_a_vendor_case_proves_its_vendor_for_this_case_alone() {
        ReplyTokens tokens = new ReplyTokens(new byte[32]);
        IncomingMail mail = new TestMail()
                .from("support@signer.example")
                .to(tokens.replyAddress("support@desk.example", "VC-1001", "support@signer.example"))
                .build();

        assertThat(tokens.prove(mail, "VC-1001")).isTrue();
        assertThat(tokens.prove(mail, "VC-1002")).isFalse();
        assertThat(tokens.prove(mail, "VC-100")).isFalse();
        assertThat(tokens.prove(mail, "CS-1001")).isFalse();
        IncomingMail other = new TestMail()
                .from("eve@elsewhere.example")
                .to(tokens.replyAddress("support@desk.example", "VC-1001", "support@signer.example"))
                .build();
        assertThat(tokens.prove(other, "VC-1001")).isFalse();
    }

    @Test
    void a_number_that_somebody_enters_is_told_from_a_ticket_s() {
        assertThat(VendorCaseReference.isMeant(" vc-1001 ")).isTrue();
        assertThat(VendorCaseReference.isMeant("CS-100001")).isFalse();
    }
}
