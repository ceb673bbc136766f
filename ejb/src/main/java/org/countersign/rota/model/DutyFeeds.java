package org.countersign.rota.model;

import java.util.List;
import java.util.Optional;

/** The secret addresses of people's calendars. */
public interface DutyFeeds {

    void add(DutyFeed feed);

    /** The feed with this SHA-256 of its secret that is not revoked. */
    Optional<DutyFeed> byHash(String secretHash);

    /** The person's feeds that are not revoked, newest first: one, or two for a moment when it was asked for twice at once. */
    List<DutyFeed> ofAccount(long accountId);
}
