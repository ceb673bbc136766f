package org.countersign.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LikePatternTest {

    @Test
    void what_steers_a_pattern_stands_for_itself() {
        assertThat(LikePattern.containing(" 100%_A\\b ")).isEqualTo("%100\\%\\_a\\\\b%");
        assertThat(LikePattern.containing("  ")).isEqualTo("%%");
        assertThat(LikePattern.containing(null)).isEqualTo("%");
    }
}
