package org.countersign.notification.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.countersign.notification.model.MailEvent.MailGivenUp;
import org.countersign.notification.model.MailEvent.MailSent;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.notification.model.OutboxState;
import org.countersign.testing.MovableClock;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class OutboxDispatcherTest {

    @Parameter
    TestDatabase database;

    private final ScriptedServer server = new ScriptedServer();
    private OutboxFixture outbox;
    private OutboxDispatcher node;
    private MovableClock clock;

    @BeforeEach
    void an_empty_outbox() throws Exception {
        database.executeAsOwner("DELETE FROM outbox_message");
        outbox = new OutboxFixture(database);
        clock = outbox.wiring().clock();
        node = outbox.node(server);
    }

    @Test
    void what_is_queued_is_sent_once_in_order_over_one_conversation_a_batch() {
        List<String> queued = queue(45);

        assertThat(node.dispatch()).isEqualTo(45);
        assertThat(node.dispatch()).isZero();

        assertThat(server.received()).isEqualTo(queued);
        assertThat(server.conversations()).isEqualTo(3);
        assertThat(outbox.find(queued.get(44)).state()).isEqualTo(OutboxState.SENT);
        assertThat(outbox.find(queued.get(44)).sentAt()).isEqualTo(clock.instant());
        assertThat(outbox.wiring().events().fired(MailSent.class)).extracting(MailSent::messageId).isEqualTo(queued);
    }

    @Test
    void an_empty_outbox_asks_nothing_of_the_mail_server() {
        node.dispatch();

        assertThat(server.conversations()).isZero();
    }

    @Test
    void after_an_hour_without_a_server_everything_leaves_once_in_order() {
        List<String> queued = new ArrayList<>(queue(3));
        server.goDown();
        for (int minute = 0; minute < 60; minute++) {
            node.dispatch();
            queued.addAll(queue(1));
        }
        assertThat(outbox.find(queued.get(0)).attempts()).isZero();
        assertThat(outbox.find(queued.get(0)).lastError()).isEqualTo("connection refused");
        server.comeUp();
        clock.advance(Duration.ofMinutes(1));
        node.dispatch();
        node.dispatch();

        assertThat(server.received()).isEqualTo(queued);
        assertThat(outbox.find(queued.get(0)).lastError()).isNull();
    }

    @Test
    void a_server_that_is_down_is_asked_less_and_less_often_up_to_once_a_minute() {
        String mail = outbox.queue("one");
        server.goDown();
        List<Long> pauses = new ArrayList<>();
        long version = outbox.find(mail).version();
        long since = 0;
        for (int second = 0; pauses.size() < 9; second++) {
            node.dispatch();
            if (outbox.find(mail).version() != version) {
                version = outbox.find(mail).version();
                pauses.add(second - since);
                since = second;
            }
            clock.advance(Duration.ofSeconds(1));
        }

        assertThat(pauses).containsExactly(0L, 1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
    }

    @Test
    void a_refused_mail_waits_alone_and_is_sent_later_under_the_same_message_id() {
        List<String> queued = List.of(outbox.queue("first"), outbox.queue("second"), outbox.queue("third"));
        server.refuse("second");

        node.dispatch();
        assertThat(server.received()).containsExactly(queued.get(0), queued.get(2));
        OutboxMessage refused = outbox.find(queued.get(1));
        assertThat(refused.attempts()).isEqualTo(1);
        assertThat(refused.lastError()).isEqualTo("550 no such person");

        server.refuse(null);
        node.dispatch();
        assertThat(server.received()).hasSize(2);
        clock.advance(Duration.ofMinutes(1));
        node.dispatch();
        assertThat(server.received()).containsExactly(queued.get(0), queued.get(2), queued.get(1));
    }

    @Test
    void a_mail_that_is_refused_for_a_day_is_given_up() {
        String mail = outbox.queue("never");
        server.refuse("never");
        for (int minute = 0; minute < 24 * 60 && outbox.find(mail).state() == OutboxState.PENDING; minute += 30) {
            node.dispatch();
            clock.advance(Duration.ofMinutes(30));
        }

        assertThat(outbox.find(mail).state()).isEqualTo(OutboxState.DEAD);
        assertThat(outbox.wiring().events().fired(MailGivenUp.class)).singleElement()
                .satisfies(event -> assertThat(event.attempts()).isEqualTo(20));
    }

    @Test
    void two_nodes_never_hold_the_same_mail() {
        List<String> queued = queue(5);
        ScriptedServer second = new ScriptedServer();
        OutboxDispatcher otherNode = outbox.node(second);
        // While the first node sends its first mail, the second one looks for work.
        server.meanwhile(message -> otherNode.dispatch());

        node.dispatch();

        assertThat(server.received()).isEqualTo(queued);
        assertThat(second.received()).isEmpty();
    }

    @Test
    void what_a_dead_node_held_is_sent_by_another_when_the_claim_has_run_out() {
        String mail = outbox.queue("one");
        // Claimed, perhaps sent, and never marked: the node was killed.
        assertThat(outbox.work().claim("dead node")).hasSize(1);

        clock.advance(OutboxWork.CLAIM.minusSeconds(1));
        node.dispatch();
        assertThat(server.received()).isEmpty();

        clock.advance(Duration.ofSeconds(1));
        node.dispatch();
        assertThat(server.received()).containsExactly(mail);
    }

    @Test
    void a_node_that_lost_its_claim_changes_nothing_any_more() {
        String mail = outbox.queue("one");
        OutboxWork work = outbox.work();
        long id = work.claim("slow node").get(0).id();
        clock.advance(OutboxWork.CLAIM);
        work.claim("other node");

        work.failed(id, "slow node", "too late");
        work.sent(id, "slow node");
        work.release(List.of(id), "slow node", "too late");

        OutboxMessage message = outbox.find(mail);
        assertThat(message.isClaimedBy("other node")).isTrue();
        assertThat(message.attempts()).isZero();
    }

    @Test
    void a_node_does_not_begin_what_its_claim_may_not_outlast() {
        List<String> queued = queue(3);
        // The first mail takes so long that the others' claim could end while they are on their way.
        server.meanwhile(message -> {
            if (message.messageId().equals(queued.get(0))) {
                clock.advance(OutboxWork.CLAIM.minus(OutboxDispatcher.LONGEST_SENDING));
            }
        });
        assertThat(node.dispatch()).isEqualTo(1);

        assertThat(outbox.find(queued.get(1)).attempts()).isZero();
        assertThat(node.dispatch()).isEqualTo(2);
        assertThat(server.received()).isEqualTo(queued);
    }

    @Test
    void a_database_that_fails_after_the_sending_leaves_the_mail_to_be_sent_again_under_the_same_message_id() {
        String mail = outbox.queue("one");
        server.meanwhile(message -> {
            server.meanwhile(nothing -> {});
            throw new IllegalStateException("the database is gone");
        });
        assertThatThrownBy(node::dispatch).isInstanceOf(IllegalStateException.class);

        clock.advance(OutboxWork.CLAIM);
        node.dispatch();
        assertThat(server.received()).containsExactly(mail);
    }

    private List<String> queue(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> {
                    clock.advance(Duration.ofSeconds(1));
                    return outbox.queue("mail " + i);
                })
                .toList();
    }
}
