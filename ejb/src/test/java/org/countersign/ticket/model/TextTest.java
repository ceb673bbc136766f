package org.countersign.ticket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;

class TextTest {

    /** F51. */
    @Test
    void a_line_has_no_line_breaks_whatever_they_are_made_of() {
        assertThat(Text.line("summary", "Printer\r\nBcc: all@example.org\u2028and\u0085more\tőű\u0000", 250))
                .isEqualTo("Printer Bcc: all@example.org and more őű");
    }

    @Test
    void a_line_of_nothing_but_line_breaks_is_missing() {
        assertThatThrownBy(() -> Text.line("summary", "\r\n\u2028", 250))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("required"));
    }

    @Test
    void a_longer_text_keeps_its_lines() {
        assertThat(Text.required("description", " one\ntwo ", 250)).isEqualTo("one\ntwo");
    }
}
