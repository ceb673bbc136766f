package org.countersign.notification.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All mails, sent and to be sent. */
public interface Outbox {

    void add(OutboxMessage message);

    Optional<OutboxMessage> byId(long id);

    /** Whether there is a mail with this dedupe key to this address. */
    boolean holds(String dedupeKey, String recipient);

    /** Message-IDs of the first mails of those threads that have one. */
    Map<MailThread, String> firstMessageIds(Collection<MailThread> threads);

    /**
     * Claims the oldest mails that are due at {@code now}, passing over what others are just claiming, and gives them in the order in which
     * they were queued. Attachments are loaded.
     *
     * @param claim a name nobody else claims under
     * @param until when the claim ends
     */
    List<OutboxMessage> claim(String claim, Instant now, Instant until, int limit);
}
