package org.countersign.intake.service;

import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.time.Duration;
import java.util.Optional;
import org.countersign.intake.mail.MimeMessageReader;
import org.countersign.intake.mail.SafeHtml;
import org.countersign.intake.model.DedupeKey;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.IntakeSource;
import org.countersign.intake.model.MailHtml;
import org.countersign.intake.model.MailReader;
import org.countersign.intake.model.MailReading;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;

/** One node's intake on a test database, with the transactions that a container would make. */
final class IntakeNode {

    private final TestDatabase database;
    private final Wiring wiring;

    IntakeNode(TestDatabase database) {
        this.database = database;
        this.wiring = new Wiring(database);
        wiring.bind(TestDatabase.class, database);
        wiring.bind(MailReader.class, new MimeMessageReader());
        wiring.bind(MailHtml.class, new SafeHtml(contentId -> Optional.empty()));
        wiring.bind(IntakeViews.class, viewsOf(wiring));
        wiring.bind(MessageStore.class, wiring.get(Store.class));
                wiring.bind(MessageProcessing.class, wiring.get(Processing.class));
        // The key is made in a transaction of its own, which here joins the one around it.
        database.inNewTransaction(() -> wiring.get(ReplyTokenSource.class).tokens());
    }

    private static IntakeViews viewsOf(Wiring wiring) {
        try {
            return (IntakeViews) wiring.get(Class.forName("org.countersign.intake.persistence.JpaIntakeViews"));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    Wiring wiring() {
        return wiring;
    }

    IntakeResult receive(String mail) {
        return receive(mail.getBytes(StandardCharsets.UTF_8));
    }

    IntakeResult receive(byte[] raw) {
        return wiring.get(MessageIntake.class).receive(raw, IntakeSource.API, null);
    }

    /** As a node that dies after storing. */
    long storeOnly(String mail) {
        byte[] raw = mail.getBytes(StandardCharsets.UTF_8);
        MailReading reading = wiring.get(MailReader.class).read(raw);
        MessageStore store = wiring.get(MessageStore.class);
        return store.store(raw, reading, IntakeSource.API, store.mailboxOf((IncomingMail) reading).orElse(null)).id();
    }

    InboundDetails details(long message) {
        return database.inTransaction(() -> wiring.get(IntakeQueries.class).find(message, false));
    }

    /** {@link MessageStore} with a transaction for each call. */
    static class Store extends MessageStore {

        @Inject
        private TestDatabase database;

        @Override
        public Optional<Long> mailboxOf(IncomingMail mail) {
            return database.inNewTransaction(() -> super.mailboxOf(mail));
        }

        @Override
        public Optional<Long> find(Long mailboxId, DedupeKey key) {
            return database.inNewTransaction(() -> super.find(mailboxId, key));
        }

        @Override
        public Stored store(byte[] raw, MailReading reading, IntakeSource source, Long mailboxId) {
            return database.inNewTransaction(() -> super.store(raw, reading, source, mailboxId));
        }

        @Override
        public Optional<IntakeResult> result(long id) {
            return database.inNewTransaction(() -> super.result(id));
        }

        @Override
        public void processingFailed(long id, String error) {
            database.inNewTransaction(() -> {
                super.processingFailed(id, error);
                return null;
            });
        }

        @Override
        public List<Long> waiting(Duration age, int limit) {
            return database.inNewTransaction(() -> super.waiting(age, limit));
        }
    }

    /** {@link MessageProcessing} with a transaction for each call. */
    static class Processing extends MessageProcessing {

        @Inject
        private TestDatabase database;

        @Override
        public void process(long id) {
            database.inNewTransaction(() -> {
                super.process(id);
                return null;
            });
        }

        @Override
        public void processUnlessAtWork(long id) {
            database.inNewTransaction(() -> {
                super.processUnlessAtWork(id);
                return null;
            });
        }
    }
}
