package org.countersign.penalty;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.kernel.AreaMessages;
import org.countersign.penalty.model.Availability;
import org.countersign.penalty.model.PenaltyState;
import org.junit.jupiter.api.Test;

class PenaltyMessagesTest {

    /** Said elsewhere: of every area, or of customers. */
    private static final Set<String> OF_OTHERS = Set.of("required", "cursor-invalid", "penalty-amount-too-fine");

    @Test
    void every_refusal_and_every_name_has_its_text() throws IOException {
        Set<String> needed = new TreeSet<>(AreaMessages.refusalsOf("penalty"));
        assertThat(needed).hasSizeGreaterThan(10).containsAll(OF_OTHERS);
        needed.removeAll(OF_OTHERS);
        for (Enum<?>[] names : new Enum<?>[][] {PenaltyState.values(), Availability.Effect.values()}) {
            for (Enum<?> name : names) {
                needed.add(name.getDeclaringClass().getSimpleName() + "." + name.name());
            }
        }
        assertThat(AreaMessages.bundle("penalty", "").keySet()).containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void every_language_says_the_same() {
        AreaMessages.areTranslatedWithTheSameArguments("penalty");
    }
}
