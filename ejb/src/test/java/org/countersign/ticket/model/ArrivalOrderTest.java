package org.countersign.ticket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.countersign.ticket.model.ArrivalOrder.Disagreement;
import org.countersign.ticket.model.ArrivalOrder.Fault;
import org.countersign.ticket.model.ArrivalOrder.Link;
import org.junit.jupiter.api.Test;

class ArrivalOrderTest {

    private static final Instant NINE = Instant.parse("2026-11-16T09:00:00Z");

    private final ArrivalOrder order = new ArrivalOrder();

    private void arrived(String ticket, int second, Link link) {
        order.next(ticket, NINE.plusSeconds(second), link);
    }

    private static Link sealed(int second, long position, int sealedAt) {
        return new Link(NINE.plusSeconds(second), position, NINE.plusSeconds(sealedAt), true);
    }

    @Test
    void three_witnesses_that_tell_the_same_agree() {
        arrived("CS-1", 0, sealed(0, 7, 1));
        arrived("CS-2", 60, sealed(60, 8, 61));
        arrived("CS-3", 120, new Link(NINE.plusSeconds(120), null, null, false));
        assertThat(order.agrees()).isTrue();
        assertThat(order.arrivals()).isEqualTo(3);
        assertThat(order.unsealed()).isEqualTo(1);
        assertThat(order.simultaneous()).isZero();
    }

    @Test
    void who_was_received_before_one_that_the_sequence_has_first_is_named() {
        arrived("CS-1", 60, sealed(60, 7, 61));
        arrived("CS-2", 0, sealed(0, 8, 62));
        assertThat(order.disagreements()).containsExactly(new Disagreement("CS-2", Fault.RECEIVED_EARLIER, "CS-1"));
        assertThat(order.agrees()).isFalse();
    }

    @Test
    void who_was_linked_before_one_that_the_sequence_has_first_is_named() {
        arrived("CS-1", 0, sealed(0, 9, 70));
        arrived("CS-2", 60, sealed(60, 8, 61));
        assertThat(order.disagreements()).containsExactly(new Disagreement("CS-2", Fault.LINKED_EARLIER, "CS-1"));
    }

    @Test
    void what_comes_at_the_same_moment_comes_together() {
        arrived("CS-1", 1, sealed(1, 9, 3));
        arrived("CS-2", 0, sealed(0, 8, 2));
        assertThat(order.agrees()).isTrue();
        assertThat(order.simultaneous()).isEqualTo(2);
    }

    @Test
    void links_made_in_one_go_stand_in_no_order_of_time() {
        arrived("CS-1", 0, sealed(0, 9, 100));
        arrived("CS-2", 60, sealed(60, 8, 100));
        assertThat(order.agrees()).isTrue();
        assertThat(order.simultaneous()).isZero();
    }

    @Test
    void what_was_changed_behind_the_back_of_the_trail_shows() {
        arrived("CS-1", 0, null);
        arrived("CS-2", 60, new Link(NINE.plusSeconds(60), 8L, NINE.plusSeconds(61), false));
        arrived("CS-3", 120, sealed(500, 9, 501));
        assertThat(order.disagreements())
                .containsExactly(
                        new Disagreement("CS-1", Fault.NOT_RECORDED, null),
                        new Disagreement("CS-2", Fault.LINK_BROKEN, null),
                        new Disagreement("CS-3", Fault.RECEIVED_ANOTHER_TIME, null));
    }

    @Test
    void a_hundred_disagreements_are_named_and_all_are_counted() {
        for (int i = 0; i < 150; i++) {
            arrived("CS-" + i, i, null);
        }
        assertThat(order.disagreements()).hasSize(100);
        assertThat(order.faults()).isEqualTo(150);
    }
}
