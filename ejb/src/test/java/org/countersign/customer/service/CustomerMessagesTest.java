package org.countersign.customer.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.countersign.customer.model.CalendarDayKind;
import org.countersign.customer.model.Criticality;
import org.countersign.customer.model.MeasuredHours;
import org.countersign.customer.model.OutageCause;
import org.countersign.customer.model.PenaltyMeasure;
import org.countersign.customer.model.QueueOrder;
import org.countersign.customer.model.ReportPart;
import org.countersign.customer.model.ResponseAct;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.Supplier;
import org.countersign.customer.model.TargetStart;
import org.countersign.customer.model.TeamRole;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.kernel.AreaMessages;
import org.junit.jupiter.api.Test;

class CustomerMessagesTest {

    /** Texts that other areas keep. */
    private static final Set<String> ELSEWHERE = Set.of(
            "required",
            "unknown-inspection-level",
            "unknown-aql",
            "calendar-zone-changed",
            "skill-unknown");

    @Test
    void every_refusal_and_every_name_has_its_text() throws Exception {
        Set<String> needed = new TreeSet<>(AreaMessages.refusalsOf("customer"));
        assertThat(needed).hasSizeGreaterThan(12).containsAll(ELSEWHERE);
        needed.removeAll(ELSEWHERE);
        needed.addAll(List.of("code-malformed", "agreed-time.of", "agreed-time.maintenance"));
        for (Class<? extends Enum<?>> names : List.of(
                CalendarDayKind.class,
                Criticality.class,
                MeasuredHours.class,
                OutageCause.class,
                PenaltyMeasure.class,
                QueueOrder.class,
                ReportPart.class,
                ResponseAct.class,
                ServiceTarget.class,
                Supplier.class,
                TargetStart.class,
                TeamRole.class,
                UnprovenMail.class)) {
            for (Enum<?> name : names.getEnumConstants()) {
                needed.add(names.getSimpleName() + "." + name);
            }
        }
        assertThat(AreaMessages.bundle("customer", "").keySet()).containsExactlyInAnyOrderElementsOf(needed);
    }

    @Test
    void every_text_is_translated_and_takes_the_same_arguments() {
        AreaMessages.areTranslatedWithTheSameArguments("customer");
    }
}
