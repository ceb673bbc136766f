package org.countersign.notification.service;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.notification.model.OutboxState;

/** Read-only projections of the outbox, each one statement. */
public interface OutboxViews {

    /**
     * A page of the list, newest first, one row beyond {@code limit} when there is more.
     *
     * @param state only mails in this state, or {@code null}
     * @param beforeAt queued before this instant, or at it with an id below {@code beforeId}; {@code null} to begin
     */
    List<OutboxRow> list(OutboxState state, int limit, Instant beforeAt, Long beforeId);

    Optional<OutboxDetails> find(long id);

    /** The mails to vendors about these cases. */
    List<VendorMail> ofVendorCases(Collection<String> numbers);

    /** How many mails there are in each state that has any. */
    Map<OutboxState, Long> counts();
}
