package org.countersign.intake.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DedupeKeyTest {

    private static final byte[] ABC = "abc".getBytes(StandardCharsets.US_ASCII);

    @Test
    void a_message_id_is_the_key_whatever_the_bytes() {
        assertThat(DedupeKey.of(Optional.of("<a@b>"), ABC).value()).isEqualTo("mid:<a@b>");
        assertThat(DedupeKey.of(Optional.of("<a@b>"), new byte[0])).isEqualTo(DedupeKey.of(Optional.of("<a@b>"), ABC));
    }

    @Test
    void without_one_the_digest_of_the_bytes_is() {
        // FIPS 180-4, example for "abc"
        assertThat(DedupeKey.of(Optional.empty(), ABC).value())
                .isEqualTo("sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void long_message_ids_are_digested_and_stay_apart() {
        DedupeKey one = DedupeKey.of(Optional.of("<" + "a".repeat(900) + "1@b>"), ABC);
        DedupeKey two = DedupeKey.of(Optional.of("<" + "a".repeat(900) + "2@b>"), ABC);

        assertThat(one.value()).startsWith("mid-sha256:").hasSizeLessThanOrEqualTo(DedupeKey.MAX_LENGTH);
        assertThat(one).isNotEqualTo(two);
    }
}
