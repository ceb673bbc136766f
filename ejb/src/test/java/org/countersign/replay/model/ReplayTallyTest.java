package org.countersign.replay.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TargetResult;
import org.junit.jupiter.api.Test;

class ReplayTallyTest {

    private static final Instant RECEIVED = Instant.parse("2026-09-30T12:00:00Z");

    /** Half past midnight on 1 October in Budapest. */
    private static final Instant DECIDED = Instant.parse("2026-09-30T22:30:00Z");

    private final ReplayTally tally = new ReplayTally(ZoneId.of("Europe/Budapest"));

    private void add(TargetResult result, Instant decidedAt) {
        tally.add(ReplaySide.WAS, ServiceTarget.RESPONSE, Priority.P2, result, RECEIVED, decidedAt);
    }

    private static ReplayTally.Key key(String month) {
        return new ReplayTally.Key(ReplaySide.WAS, YearMonth.parse(month), ServiceTarget.RESPONSE, Priority.P2);
    }

    @Test
    void a_target_counts_in_the_month_of_the_contract_in_which_it_was_decided() {
        add(TargetResult.MET, DECIDED);
        add(TargetResult.MISSED, DECIDED);
        add(TargetResult.MISSED, RECEIVED);
        assertThat(tally.counts())
                .containsOnlyKeys(key("2026-09"), key("2026-10"))
                .containsEntry(key("2026-10"), new ReplayTally.Count(1, 1, 0))
                .containsEntry(key("2026-09"), new ReplayTally.Count(0, 1, 0));
    }

    @Test
    void what_still_runs_counts_in_the_month_of_receipt_and_what_is_not_owed_nowhere() {
        add(TargetResult.RUNNING, null);
        add(TargetResult.NOT_OWED, null);
        assertThat(tally.counts()).containsOnlyKeys(key("2026-09")).containsEntry(key("2026-09"), new ReplayTally.Count(0, 0, 1));
    }
}
