package org.countersign.notification.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.model.MailRequest.Recipient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxMessageTest {

    private static final Instant NOW = Instant.parse("2026-11-16T09:00:00Z");

    private final OutboxMessage message = queued();

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "5, 16", "6, 32", "7, 60", "8, 60", "19, 60"})
    void the_pause_doubles_with_each_failure_up_to_an_hour(int failures, int minutes) {
        assertThat(RetryPolicy.pauseAfter(failures)).isEqualTo(Duration.ofMinutes(minutes));
    }

    @Test
    void a_queued_mail_is_due_at_once() {
        assertThat(message.state()).isEqualTo(OutboxState.PENDING);
        assertThat(message.nextAttemptAt()).isEqualTo(NOW);
        assertThat(message.attempts()).isZero();
    }

    @Test
    void a_failure_ends_the_claim_and_says_when_and_why_to_try_again() {
        message.claim("node-a", NOW.plusSeconds(300));
        message.failed("451 later\r\nplease", NOW);

        assertThat(message.isClaimedBy("node-a")).isFalse();
        assertThat(message.attempts()).isEqualTo(1);
        assertThat(message.nextAttemptAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(message.lastError()).isEqualTo("451 later please");
    }

    @Test
    void the_twentieth_failure_is_the_last() {
        for (int i = 1; i < 20; i++) {
            message.failed("refused", NOW);
            assertThat(message.state()).isEqualTo(OutboxState.PENDING);
        }
        message.failed("refused", NOW);

        assertThat(message.state()).isEqualTo(OutboxState.DEAD);
        assertThat(message.nextAttemptAt()).isNull();
    }

    @Test
    void a_failure_after_a_day_is_the_last() {
        Instant day = NOW.plus(Duration.ofHours(24));
        message.failed("refused", day.minusNanos(1000));
        assertThat(message.state()).isEqualTo(OutboxState.PENDING);

        message.failed("refused", day);
        assertThat(message.state()).isEqualTo(OutboxState.DEAD);
        assertThat(message.attempts()).isEqualTo(2);
    }

    @Test
    void what_was_not_tried_keeps_its_attempts_and_is_due_at_once() {
        message.claim("node-a", NOW.plusSeconds(300));
        message.released("connection refused", NOW.plusSeconds(10));

        assertThat(message.attempts()).isZero();
        assertThat(message.nextAttemptAt()).isEqualTo(NOW.plusSeconds(10));
        assertThat(message.lastError()).isEqualTo("connection refused");
    }

    @Test
    void a_server_that_is_away_for_a_day_makes_mail_dead_and_a_claim_put_back_does_not() {
        OutboxMessage putBack = queued();
        Instant day = NOW.plus(Duration.ofHours(24));
        putBack.released(null, day);
        message.released("connection refused", day);

        assertThat(putBack.state()).isEqualTo(OutboxState.PENDING);
        assertThat(message.state()).isEqualTo(OutboxState.DEAD);
    }

    @Test
    void a_mail_given_up_begins_anew_when_a_person_wants_it_tried() {
        message.failed("refused", NOW.plus(Duration.ofHours(30)));
        Instant later = NOW.plus(Duration.ofHours(31));
        message.retry(later);

        assertThat(message.state()).isEqualTo(OutboxState.PENDING);
        assertThat(message.attempts()).isZero();
        assertThat(message.nextAttemptAt()).isEqualTo(later);
        message.failed("refused", later.plus(Duration.ofHours(23)));
        assertThat(message.state()).isEqualTo(OutboxState.PENDING);
    }

    @Test
    void a_mail_that_is_sent_or_on_its_way_is_not_tried_again() {
        message.claim("node-a", NOW.plusSeconds(300));
        assertRefused("mail-being-sent");

        message.sent(NOW);
        assertThat(message.state()).isEqualTo(OutboxState.SENT);
        assertThat(message.attempts()).isEqualTo(1);
        assertThat(message.isClaimedBy("node-a")).isFalse();
        assertRefused("mail-already-sent");
    }

    private void assertRefused(String code) {
        assertThatThrownBy(() -> message.retry(NOW))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private static OutboxMessage queued() {
        MailRequest request = MailRequest.of(
                MailTemplate.MAIL_REFUSED,
                Recipient.of("Anna", "anna@customer.example", "en", null),
                Map.of("subject", "Help", "reason", "too large"));
        return new OutboxMessage(
                request,
                MailText.of(request, "Desk", false),
                new Sender("support@desk.example", "Desk"),
                "<mail.1@desk.example>",
                null,
                null,
                NOW);
    }
}
