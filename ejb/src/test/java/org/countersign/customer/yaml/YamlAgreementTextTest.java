package org.countersign.customer.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;
import org.junit.jupiter.api.Test;

class YamlAgreementTextTest {

    private final YamlAgreementText yaml = new YamlAgreementText();

    private void refused(String code, String text) {
        assertThatThrownBy(() -> yaml.read(text))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void plain_values_come_out() {
        assertThat(yaml.read("language: no\ndate: 2026-03-01\nflag: true\nlist: [1, 'a']"))
                .isEqualTo(Map.of("language", "no", "date", "2026-03-01", "flag", true, "list", List.of(1, "a")));
    }

    @Test
    void a_fault_is_named_by_line_and_column() {
        assertThatThrownBy(() -> yaml.read("calendar: OFFICE\nlanguage: [hu\n")).isInstanceOfSatisfying(
                BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo("agreement-unreadable");
                    assertThat(refused.arguments().get(0)).isEqualTo(3);
                });
    }

    @Test
    void nothing_becomes_an_object_of_a_class() {
        refused("agreement-unreadable", "a: !!java.net.URL [http://example.com]");
        refused("agreement-unreadable", "a: !!javax.script.ScriptEngineManager []");
    }

    @Test
    void aliases_that_multiply_are_refused() {
        StringBuilder laughs = new StringBuilder("a0: &a0 [lol, lol]\n");
        for (int i = 1; i < 30; i++) {
            laughs.append("a").append(i).append(": &a").append(i).append(" [*a").append(i - 1).append(", *a").append(i - 1).append("]\n");
        }
        refused("agreement-unreadable", laughs.toString());
        refused("agreement-unreadable", "a: &a [*a]");
    }

    @Test
    void the_text_of_a_calendar_that_cannot_be_read_is_refused_by_its_own_field() {
        for (String text : List.of("zone: [", "just words", " ")) {
            assertThatThrownBy(() -> yaml.readCalendar("hours", text))
                    .as(text)
                    .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.field()).isEqualTo("hours"));
        }
    }

    @Test
    void a_name_given_twice_is_refused() {
        refused("agreement-unreadable", "calendar: A\ncalendar: B");
    }

    @Test
    void what_is_too_long_too_deep_or_nothing_is_refused() {
        refused("agreement-too-long", "a: " + "x".repeat(100_000));
        refused("agreement-too-deep", "[".repeat(50) + "]".repeat(50));
        refused("required", "  ");
        refused("agreement-unreadable", "[".repeat(40_000) + "]".repeat(40_000));
    }
}
