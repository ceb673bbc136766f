package org.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangesTest {

    @Test
    void only_what_differs_is_told_and_what_was_or_is_nothing_is_a_dash() {
        Changes changes = new Changes()
                .note("name", "Anna", "Anna")
                .note("phone", null, "+36 1 234 5678")
                .note("zone", "UTC", null)
                .note("level", null, null);
        assertThat(changes.lines()).containsExactly("phone: – → +36 1 234 5678", "zone: UTC → –");
        assertThat(changes).hasToString("phone: – → +36 1 234 5678\nzone: UTC → –");
        assertThat(changes.isEmpty()).isFalse();
    }

    @Test
    void of_two_documents_the_members_that_differ_are_told_in_their_order() {
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("aql", "4.0");
        before.put("unprovenMail", "HOLD");
        Map<String, Object> after = new LinkedHashMap<>();
        after.put("name", "Help desk");
        after.put("aql", "2.5");
        after.put("unprovenMail", "HOLD");
        assertThat(Changes.between(before, after).lines()).containsExactly("name: – → Help desk", "aql: 4.0 → 2.5");
        assertThat(Changes.between(after, after).isEmpty()).isTrue();
    }
}
