package org.countersign.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.kernel.AreaMessages;
import org.countersign.work.model.Activity;
import org.countersign.work.model.SettlementManner;
import org.countersign.work.model.TimesheetState;
import org.countersign.work.model.VisitState;
import org.junit.jupiter.api.Test;

class WorkMessagesTest {

    /** Said elsewhere: of every area, or of the ticket's acceptance. */
    private static final Set<String> OF_OTHERS = Set.of("acceptance-not-authorised", "changed-meanwhile");

    @Test
    void every_refusal_of_the_area_has_a_sentence() throws IOException {
        Set<String> codes = new TreeSet<>(AreaMessages.refusalsOf("work"));
        codes.removeAll(OF_OTHERS);
        assertThat(codes).hasSizeGreaterThan(15);
        assertThat(AreaMessages.bundle("work", "").keySet()).containsAll(codes);
    }

    @Test
    void every_name_that_people_choose_from_has_a_text() {
        Set<String> keys = AreaMessages.bundle("work", "").keySet();
        for (Enum<?>[] names : new Enum<?>[][] {Activity.values(), VisitState.values(), TimesheetState.values(), SettlementManner.values()}) {
            for (Enum<?> name : names) {
                assertThat(keys).contains(name.getDeclaringClass().getSimpleName() + "." + name.name());
            }
        }
    }
}
