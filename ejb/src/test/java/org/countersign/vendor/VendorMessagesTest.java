package org.countersign.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.kernel.AreaMessages;
import org.countersign.vendor.model.ChaserReason;
import org.countersign.vendor.model.EntryKind;
import org.countersign.vendor.model.VendorCaseAction;
import org.countersign.vendor.model.VendorCaseState;
import org.junit.jupiter.api.Test;

class VendorMessagesTest {

    /** Said elsewhere: of every area, of customers, or of tickets. */
    private static final Set<String> OF_OTHERS = Set.of("required", "cursor-invalid", "calendar-unknown", "assignee-unknown");

    @Test
    void every_refusal_of_the_area_has_a_sentence() throws IOException {
        Set<String> codes = new TreeSet<>(AreaMessages.refusalsOf("vendor"));
        codes.removeAll(OF_OTHERS);
        assertThat(codes).contains("vendor-case-ended", "vendor-unknown", "vendor-time-never");
        assertThat(AreaMessages.bundle("vendor", "").keySet()).containsAll(codes);
    }

    @Test
    void every_name_that_people_read_has_a_text() {
        Set<String> keys = AreaMessages.bundle("vendor", "").keySet();
        for (Enum<?>[] names :
                new Enum<?>[][] {VendorCaseState.values(), VendorCaseAction.values(), ChaserReason.values(), EntryKind.values()}) {
            for (Enum<?> name : names) {
                assertThat(keys).contains(name.getDeclaringClass().getSimpleName() + "." + name.name());
            }
        }
    }

    @Test
    void every_language_says_the_same() {
        AreaMessages.areTranslatedWithTheSameArguments("vendor");
    }
}
