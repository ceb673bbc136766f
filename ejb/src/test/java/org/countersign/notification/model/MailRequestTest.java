package org.countersign.notification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.MailRequest.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailRequestTest {

    private static final Map<String, Object> FACTS = Map.of("subject", "Help", "reason", "too large");

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "anna", "@x.example", "anna@", "a@x.example\r\nBcc: b@x.example", "a b@x.example", "a@x.example,b@x.example",
            "a@b@x.example", "<a@x.example>", "\"a\"@x.example"})
    void what_is_no_single_address_is_refused(String address) {
        assertThatThrownBy(() -> Recipient.of("Anna", address, "en", null))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo("mail-address-invalid");
                    assertThat(refused.getMessage()).doesNotContain("\r", "\n");
                });
    }

    @Test
    void an_address_is_kept_in_lower_case_and_a_name_in_one_line() {
        Recipient recipient = Recipient.of("Anna\r\nBcc: x@y.example", " Anna.Kovacs+desk@Customer.Example ", null, null);

        assertThat(recipient.email()).isEqualTo("anna.kovacs+desk@customer.example");
        assertThat(recipient.name()).isEqualTo("Anna Bcc: x@y.example");
        assertThat(recipient.language()).isEqualTo("en");
        assertThat(recipient.zone()).isEqualTo("UTC");
        assertThat(recipient.mayAnswer()).isFalse();
    }

    @Test
    void a_mail_is_asked_for_with_exactly_the_facts_of_its_template() {
        Recipient recipient = Recipient.of("Anna", "anna@customer.example", "en", null);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailRequest.of(MailTemplate.MAIL_REFUSED, recipient, Map.of("subject", "Help")))
                .withMessageContaining("reason");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailRequest.of(MailTemplate.MAIL_REFUSED, recipient, Map.of("subject", "Help", "cause", "x")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MailRequest.of(MailTemplate.MAIL_REFUSED, recipient, FACTS).once("k".repeat(201)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc@x.example", "<a@x.example>\r\nBcc: b@x.example", "<a b@x.example>", "<>", "<a@x>,<b@x>"})
    void a_strangers_message_id_that_is_none_is_not_answered(String messageId) {
        Recipient recipient = Recipient.of("Anna", "anna@customer.example", "en", null);

        assertThat(MailRequest.of(MailTemplate.MAIL_REFUSED, recipient, FACTS).answering(messageId).answers()).isNull();
        assertThat(MailRequest.of(MailTemplate.MAIL_REFUSED, recipient, FACTS).answering("<a.1@x.example>").answers())
                .isEqualTo("<a.1@x.example>");
    }
}
