package org.countersign.web.support;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NonceCheckTest {

    @Test
    void only_the_nonce_that_was_given_is_the_same() {
        assertThat(NonceCheck.same("abc", "abc")).isTrue();
        assertThat(NonceCheck.same("abc", "abd")).isFalse();
        assertThat(NonceCheck.same("abc", "")).isFalse();
        assertThat(NonceCheck.same("abc", null)).isFalse();
        assertThat(NonceCheck.same(null, null)).as("a view that was never shown with a form").isFalse();
    }
}
