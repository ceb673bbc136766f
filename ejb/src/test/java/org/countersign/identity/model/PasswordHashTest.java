package org.countersign.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PasswordHashTest {

    private final List<Integer> rounds = new ArrayList<>();

    private final PasswordHash.Derivation counted = (password, salt, count) -> {
        rounds.add(count);
        return new byte[64];
    };

    /** F14: work is counted, not time. */
    @Test
    void an_account_that_does_not_exist_costs_the_rounds_of_one_that_does() {
        String stored = PasswordHash.of("correct horse battery".toCharArray());

        assertThat(PasswordHash.matches("wrong".toCharArray(), stored, counted)).isFalse();
        assertThat(PasswordHash.matches("wrong".toCharArray(), null, counted)).isFalse();

        assertThat(rounds).containsExactly(PasswordHash.ROUNDS, PasswordHash.ROUNDS);
    }

    /** The stand-in for nobody is all zeros, which is what this derivation answers: equal bytes alone must not open a door. */
    @Test
    void nobody_has_no_password_that_matches() {
        assertThat(PasswordHash.matches("anything".toCharArray(), null, counted)).isFalse();
    }

    @Test
    void only_the_password_that_was_hashed_matches() {
        String stored = PasswordHash.of("correct horse battery".toCharArray());

        assertThat(stored).startsWith("pbkdf2-sha512:210000:").doesNotContain("correct");
        assertThat(PasswordHash.matches("correct horse battery".toCharArray(), stored)).isTrue();
        assertThat(PasswordHash.matches("correct horse batterx".toCharArray(), stored)).isFalse();
    }

    @Test
    void the_same_password_is_never_hashed_to_the_same_text() {
        assertThat(PasswordHash.of("a password".toCharArray())).isNotEqualTo(PasswordHash.of("a password".toCharArray()));
    }
}
