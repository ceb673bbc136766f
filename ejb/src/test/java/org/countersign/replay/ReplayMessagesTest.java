package org.countersign.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.countersign.kernel.AreaMessages;
import org.countersign.replay.model.ReplayState;
import org.junit.jupiter.api.Test;

class ReplayMessagesTest {

    /** Texts that other areas keep. */
    private static final Set<String> ELSEWHERE = Set.of("required", "period-ends-before-start", "cursor-invalid");

    @Test
    void every_refusal_and_every_name_has_its_text() throws Exception {
        Set<String> needed = new TreeSet<>(AreaMessages.refusalsOf("replay"));
        assertThat(needed).contains("replay-not-past", "replay-too-long").containsAll(ELSEWHERE.stream().filter(code -> !code.equals("required")).toList());
        needed.removeAll(ELSEWHERE);
        for (ReplayState state : ReplayState.values()) {
            needed.add("ReplayState." + state);
        }
        assertThat(AreaMessages.bundle("replay", "").keySet()).containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void every_text_is_translated_and_takes_the_same_arguments() {
        AreaMessages.areTranslatedWithTheSameArguments("replay");
    }
}
