package org.countersign.replay.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.countersign.replay.model.Replay;
import org.countersign.replay.model.ReplayBlock;
import org.countersign.replay.model.ReplayChange;
import org.countersign.replay.model.ReplayFigure;
import org.countersign.replay.model.Replays;

/** {@link Replays} in the database. */
@ApplicationScoped
public class JpaReplays implements Replays {

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(Replay replay) {
        em.persist(replay);
        // A second click shows now.
        em.flush();
    }

    @Override
    public Optional<Long> byKey(String requestKey) {
        return em.createQuery("select r.id from Replay r where r.requestKey = :key", Long.class)
                .setParameter("key", requestKey)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Replay> byId(long id) {
        return Optional.ofNullable(em.find(Replay.class, id));
    }

    @Override
    public void add(Collection<ReplayBlock> blocks) {
        blocks.forEach(em::persist);
    }

    @Override
    public List<Long> undone(long replayId) {
        return em.createQuery("select b.id from ReplayBlock b where b.replayId = :replay and b.doneAt is null order by b.firstId", Long.class)
                .setParameter("replay", replayId)
                .getResultList();
    }

    @Override
    public Optional<ReplayBlock> block(long id) {
        return Optional.ofNullable(em.find(ReplayBlock.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public void add(Collection<ReplayFigure> figures, Collection<ReplayChange> changes) {
        figures.forEach(em::persist);
        changes.forEach(em::persist);
    }
}
