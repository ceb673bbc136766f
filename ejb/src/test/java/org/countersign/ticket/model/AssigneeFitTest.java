package org.countersign.ticket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AssigneeFitTest {

    @Test
    void skill_comes_before_duty_and_duty_before_little_to_do() {
        List<AssigneeFit> best = List.of(
                new AssigneeFit(3, true, 9),
                new AssigneeFit(3, false, 0),
                new AssigneeFit(3, false, 4),
                new AssigneeFit(2, true, 1),
                new AssigneeFit(2, true, 2),
                new AssigneeFit(2, false, 0),
                new AssigneeFit(0, true, 0));
        List<AssigneeFit> mixed = new ArrayList<>(best);
        Collections.shuffle(mixed, new Random(7));
        Collections.sort(mixed);
        assertThat(mixed).isEqualTo(best);
    }
}
