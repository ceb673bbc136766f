package org.countersign.rota;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.kernel.AreaMessages;
import org.countersign.rota.model.RotaPattern;
import org.countersign.rota.model.SwapState;
import org.junit.jupiter.api.Test;

class RotaMessagesTest {

    /** Said elsewhere: of every area, or of customers. */
    private static final Set<String> OF_OTHERS = Set.of("required", "too-long", "control-character", "contract-unknown");

    @Test
    void every_refusal_of_the_area_has_a_sentence() throws IOException {
        Set<String> codes = new TreeSet<>(AreaMessages.refusalsOf("rota"));
        codes.removeAll(OF_OTHERS);
        assertThat(codes).hasSizeGreaterThan(25).contains("rota-gap", "rota-overlap", "rota-same-person");
        assertThat(AreaMessages.bundle("rota", "").keySet()).containsAll(codes);
    }

    @Test
    void every_name_that_people_choose_from_has_a_text() {
        Set<String> keys = AreaMessages.bundle("rota", "").keySet();
        for (Enum<?>[] names : new Enum<?>[][] {SwapState.values(), RotaPattern.Change.values()}) {
            for (Enum<?> name : names) {
                assertThat(keys).contains(name.getDeclaringClass().getSimpleName() + "." + name.name());
            }
        }
    }

    @Test
    void every_language_says_the_same() {
        AreaMessages.areTranslatedWithTheSameArguments("rota");
    }
}
