package org.countersign.replay.model;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All replays. */
public interface Replays {

    void add(Replay replay);

    Optional<Replay> byId(long id);

    /** The one that was asked for with this key. */
    Optional<Long> byKey(String requestKey);

    void add(Collection<ReplayBlock> blocks);

    /** Those of a replay that are not done, by their tickets. */
    List<Long> undone(long replayId);

    Optional<ReplayBlock> block(long id);

    /** Adds what came of a block. */
    void add(Collection<ReplayFigure> figures, Collection<ReplayChange> changes);
}
