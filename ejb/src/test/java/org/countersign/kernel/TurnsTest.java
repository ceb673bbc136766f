package org.countersign.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnsTest {

    private final Turns turns = new Turns(4);
    private final List<Integer> rests = new ArrayList<>();

    private void fail() {
        turns.take(
                () -> {
                    throw new IllegalStateException("away");
                },
                (failure, ticks) -> rests.add(ticks));
    }

    private int ticksUntilNext() {
        int ticks = 0;
        while (!turns.mayBegin()) {
            ticks++;
        }
        return ticks;
    }

    @Test
    void failures_double_the_rest_up_to_the_longest_and_success_ends_it() {
        List<Integer> waited = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            fail();
            waited.add(ticksUntilNext());
        }
        assertThat(rests).containsExactly(1, 2, 4, 4);
        assertThat(waited).containsExactlyElementsOf(rests);

        turns.take(() -> {}, (failure, ticks) -> rests.add(ticks));
        assertThat(ticksUntilNext()).isZero();
        fail();
        assertThat(rests).endsWith(1);
    }

    @Test
    void a_turn_is_not_begun_while_another_is_at_work() {
        List<String> done = new ArrayList<>();
        turns.take(
                () -> {
                    assertThat(turns.mayBegin()).isFalse();
                    turns.take(() -> done.add("second"), (failure, ticks) -> rests.add(ticks));
                    done.add("first");
                },
                (failure, ticks) -> rests.add(ticks));

        assertThat(done).containsExactly("first");
        assertThat(rests).isEmpty();
        assertThat(turns.mayBegin()).isTrue();
    }
}
