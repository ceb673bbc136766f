package org.countersign.identity.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokenSecretTest {

    /** F13. */
    @Test
    void ten_thousand_secrets_of_256_bits_are_all_different_and_use_every_bit() {
        Set<String> secrets = new HashSet<>();
        byte[] ones = new byte[32];
        byte[] zeros = new byte[32];
        for (int i = 0; i < 10_000; i++) {
            String secret = TokenSecret.generate();
            byte[] bytes = Base64.getUrlDecoder().decode(secret.substring("cst_".length()));
            assertThat(bytes).hasSize(32);
            for (int j = 0; j < bytes.length; j++) {
                ones[j] |= bytes[j];
                zeros[j] |= (byte) ~bytes[j];
            }
            secrets.add(secret);
        }
        assertThat(secrets).hasSize(10_000);
        assertThat(ones).containsOnly(0xFF);
        assertThat(zeros).containsOnly(0xFF);
    }

    @Test
    void the_hash_of_a_secret_is_not_the_secret() {
        String secret = TokenSecret.generate();

        assertThat(TokenSecret.hash(secret)).matches("[0-9a-f]{64}").isEqualTo(TokenSecret.hash(secret));
        assertThat(TokenSecret.hash(secret)).isNotEqualTo(TokenSecret.hash(TokenSecret.generate()));
    }
}
