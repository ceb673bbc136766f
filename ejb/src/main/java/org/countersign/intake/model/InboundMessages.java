package org.countersign.intake.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All messages that came in. */
public interface InboundMessages {

    /**
     * Adds a message and writes it.
     *
     * @return {@code false} when another one with the same key came in between; the transaction can only be rolled back then
     */
    boolean add(InboundMessage message);

    Optional<InboundMessage> byId(long id);

    /** Waits until nobody else works on the message, and keeps it for this transaction. */
    Optional<InboundMessage> lock(long id);

    /** As {@link #lock}, but nothing when somebody else works on it. */
    Optional<InboundMessage> lockUnlessLocked(long id);

    /** The id of the message with this key. */
    Optional<Long> idByKey(Long mailboxId, DedupeKey key);

    /** Messages of this sender, proven or not, received after {@code since}, and processed. */
    long messagesOf(String sender, boolean proven, Instant since);

    /** Those among them that were answered: that led to a new ticket, held or not, or to a question. */
    long reportsOf(String sender, Instant since);

    /** Those among the answered that are on this topic. */
    long reportsOf(String sender, String topic, Instant since);

    /** Ids of messages received before {@code before} that wait to be processed, oldest first. */
    List<Long> unprocessed(Instant before, int limit);
}
