package org.countersign.notification.service;

import java.util.List;
import java.util.Map;
import org.countersign.notification.model.MailRequest;
import org.countersign.notification.model.MailRequest.Recipient;
import org.countersign.notification.model.MailTemplate;
import org.countersign.notification.model.MailTransport;
import org.countersign.notification.model.OutboxMessage;
import org.countersign.notification.model.ReplyAddresses;
import org.countersign.notification.model.SenderAddresses;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;

/** An outbox on a test's database, with one or more nodes that send from it. */
public final class OutboxFixture {

    private final TestDatabase database;
    private final Wiring wiring;

    public OutboxFixture(TestDatabase database) {
        this.database = database;
        this.wiring = wired();
    }

    private Wiring wired() {
        return new Wiring(database)
                .bind(SenderAddresses.class, new ConfiguredSender())
                .bind(ReplyAddresses.class, new NumberedReplyAddresses());
    }

    public Wiring wiring() {
        return wiring;
    }

    /** A node of its own, with its own claims and its own idea of whether the server is up; the clock is shared. */
    public OutboxDispatcher node(MailTransport transport) {
        Wiring node = wired().bind(java.time.Clock.class, wiring.clock()).bind(jakarta.enterprise.event.Event.class, wiring.events());
        return node.bind(MailTransport.class, transport)
                .bind(OutboxWork.class, new InTransactions(database, node.get(OutboxWork.class)))
                .get(OutboxDispatcher.class);
    }

    /** The dispatcher's transactions, each committed on its own. */
    public OutboxWork work() {
        return new InTransactions(database, wiring.get(OutboxWork.class));
    }

    /** Queues a mail with {@code subject} in its subject line; returns its Message-ID. */
    public String queue(String subject) {
        return database.inTransaction(() -> wiring.get(MailSender.class)
                .queue(MailRequest.of(
                        MailTemplate.MAIL_REFUSED,
                        Recipient.of("Anna", "anna@customer.example", "en", null),
                        Map.of("subject", subject, "reason", "too large")))
                .orElseThrow());
    }

    public OutboxMessage find(String messageId) {
        return database.inTransaction(() -> database.entityManager()
                .createQuery("select m from OutboxMessage m where m.messageId = :id", OutboxMessage.class)
                .setParameter("id", messageId)
                .getSingleResult());
    }

    private static final class InTransactions extends OutboxWork {

        private final TestDatabase database;
        private final OutboxWork work;

        InTransactions(TestDatabase database, OutboxWork work) {
            this.database = database;
            this.work = work;
        }

        @Override
        public List<OutboxMessage> claim(String claim) {
            return database.inNewTransaction(() -> work.claim(claim));
        }

        @Override
        public void sent(long id, String claim) {
            database.inNewTransaction(() -> {
                work.sent(id, claim);
                return null;
            });
        }

        @Override
        public void failed(long id, String claim, String error) {
            database.inNewTransaction(() -> {
                work.failed(id, claim, error);
                return null;
            });
        }

        @Override
        public void release(List<Long> ids, String claim, String error) {
            database.inNewTransaction(() -> {
                work.release(ids, claim, error);
                return null;
            });
        }
    }
}
