package org.countersign.notification.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.countersign.notification.model.MailTransport;
import org.countersign.notification.model.MailTransport.MailNotSent;
import org.countersign.notification.model.MailTransport.MailServerUnreachable;
import org.countersign.notification.model.OutboxMessage;

/**
 * Sends what is due, oldest first: claims a batch, sends each mail, marks it. While the mail server cannot be reached no mail loses its place
 * or an attempt; this node asks again after 1, 2, 4 … seconds, every minute at the latest. Called by one thread of a node at a time.
 */
@ApplicationScoped
public class OutboxDispatcher {

    /** Sending one mail takes less than this, however slow each answer of the server may be within its time-out. */
    static final Duration LONGEST_SENDING = Duration.ofMinutes(3);

    /** Batches of one turn, so that a turn ends. */
    private static final int BATCHES = 50;

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Logger LOG = Logger.getLogger(OutboxDispatcher.class.getName());

    @Inject
    private OutboxWork work;

    @Inject
    private MailTransport transport;

    @Inject
    private Clock clock;

    private Duration pause = Duration.ZERO;
    private Instant pausedUntil = Instant.MIN;

    /**
     * Sends what is due now.
     *
     * @return how many mails the server took over
     */
    public synchronized int dispatch() {
        int sent = 0;
        for (int i = 0; i < BATCHES && !clock.instant().isBefore(pausedUntil); i++) {
            String claim = UUID.randomUUID().toString();
            List<OutboxMessage> batch = work.claim(claim);
            sent += batch.isEmpty() ? 0 : send(batch, claim);
            if (batch.size() < OutboxWork.BATCH) {
                break;
            }
        }
        return sent;
    }

    private int send(List<OutboxMessage> batch, String claim) {
        int sent = 0;
        int done = 0;
        String trouble = null;
        try (MailTransport.Conversation server = transport.open()) {
            while (done < batch.size() && mayBegin(batch.get(done))) {
                sent += send(server, batch.get(done), claim) ? 1 : 0;
                done++;
                serverAnswers();
            }
        } catch (MailServerUnreachable unreachable) {
            trouble = unreachable.getMessage();
            serverIsDown(unreachable);
        }
        if (done < batch.size()) {
            work.release(batch.subList(done, batch.size()).stream().map(OutboxMessage::id).toList(), claim, trouble);
        }
        return sent;
    }

    private boolean send(MailTransport.Conversation server, OutboxMessage message, String claim) throws MailServerUnreachable {
        try {
            server.send(message);
        } catch (MailNotSent notSent) {
            LOG.log(Level.FINE, notSent, () -> message.messageId() + " was not sent");
            work.failed(message.id(), claim, notSent.getMessage());
            return false;
        }
        work.sent(message.id(), claim);
        return true;
    }

    /** A claim that could run out under way would let a second node send the mail at the same time. */
    private boolean mayBegin(OutboxMessage message) {
        return clock.instant().plus(LONGEST_SENDING).isBefore(message.nextAttemptAt());
    }

    private void serverAnswers() {
        if (!pause.isZero()) {
            LOG.info("The mail server can be reached again");
            pause = Duration.ZERO;
        }
    }

    private void serverIsDown(MailServerUnreachable unreachable) {
        if (pause.isZero()) {
            LOG.warning(() -> "The mail server cannot be reached, mail waits: " + unreachable.getMessage());
        }
        Duration doubled = pause.isZero() ? Duration.ofSeconds(1) : pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        pausedUntil = clock.instant().plus(pause);
    }
}
