package org.countersign.kernel.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.List;
import java.util.stream.IntStream;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Two nodes and one lease. */
@OnEachDatabase
class LeasesTest {

    private static final Duration LENGTH = Duration.ofSeconds(30);

    @Parameter
    TestDatabase database;

    private final String name = UUID.randomUUID().toString();
    private Wiring wiring;
    private Leases first;
    private Leases second;

    @BeforeEach
    void two_nodes() {
        wiring = new Wiring(database);
        first = node("first");
        second = node("second");
    }

    @Test
    void a_lease_that_nobody_has_is_taken() {
        assertThat(acquire(first)).isTrue();
    }

    @Test
    void a_lease_has_one_holder() {
        acquire(first);

        assertThat(acquire(second)).isFalse();
        assertThat(renew(second)).isFalse();
    }

    @Test
    void the_holder_keeps_it_by_asking_again() {
        acquire(first);
        wiring.clock().advance(LENGTH.minusSeconds(1));
        assertThat(acquire(first)).isTrue();
        wiring.clock().advance(LENGTH.minusSeconds(1));

        assertThat(acquire(second)).isFalse();
    }

    @Test
    void renewing_makes_it_last_longer() {
        acquire(first);
        wiring.clock().advance(LENGTH.minusSeconds(1));
        assertThat(renew(first)).isTrue();
        wiring.clock().advance(LENGTH.minusSeconds(1));

        assertThat(acquire(second)).isFalse();
    }

    @Test
    void a_lease_that_ran_out_goes_to_whoever_asks_and_the_former_holder_learns_it() {
        acquire(first);
        wiring.clock().advance(LENGTH);

        assertThat(renew(first)).isFalse();
        assertThat(acquire(second)).isTrue();
        assertThat(renew(first)).isFalse();
        assertThat(acquire(first)).isFalse();
    }

    @Test
    void a_released_lease_is_free_at_once() {
        acquire(first);
        database.inTransaction(() -> first.release(name));

        assertThat(acquire(second)).isTrue();
    }

    @Test
    void nobody_releases_the_lease_of_another() {
        acquire(first);
        database.inTransaction(() -> second.release(name));

        assertThat(acquire(second)).isFalse();
    }

    @Test
    void of_many_who_ask_at_the_same_moment_one_gets_it() throws Exception {
        int nodes = 6;
        CyclicBarrier start = new CyclicBarrier(nodes);
        ExecutorService threads = Executors.newFixedThreadPool(nodes);
        try {
            List<Future<Boolean>> asked = IntStream.range(0, nodes)
                    .mapToObj(i -> threads.submit(() -> {
                        Leases node = node("node" + i);
                        start.await();
                        try {
                            return acquire(node);
                        } catch (RuntimeException slower) {
                            return false;
                        }
                    }))
                    .toList();
            int holders = 0;
            for (Future<Boolean> answer : asked) {
                holders += answer.get() ? 1 : 0;
            }
            assertThat(holders).isEqualTo(1);
        } finally {
            threads.shutdownNow();
        }
    }

    private boolean acquire(Leases node) {
        return database.inTransaction(() -> node.acquire(name, LENGTH));
    }

    private boolean renew(Leases node) {
        return database.inTransaction(() -> node.renew(name, LENGTH));
    }

    private Leases node(String nodeName) {
        return new Wiring(database)
                .bind(java.time.Clock.class, wiring.clock())
                .bind(LocalNode.class, new LocalNode() {
                    @Override
                    public String name() {
                        return nodeName;
                    }
                })
                .get(Leases.class);
    }
}
