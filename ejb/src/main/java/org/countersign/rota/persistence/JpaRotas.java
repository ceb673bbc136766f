package org.countersign.rota.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countersign.customer.model.RotaCover;
import org.countersign.kernel.persistence.InstantConverter;
import org.countersign.kernel.persistence.LikePattern;
import org.countersign.rota.model.Absence;
import org.countersign.rota.model.Coverage;
import org.countersign.rota.model.Handover;
import org.countersign.rota.model.OnCallDuty;
import org.countersign.rota.model.PastCoverage;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.RotaCovers;
import org.countersign.rota.model.Rotas;
import org.countersign.rota.model.Shift;
import org.countersign.rota.model.Swap;
import org.countersign.rota.model.SwapState;

/** {@link Rotas} and {@link RotaCovers} in the database. */
@ApplicationScoped
public class JpaRotas implements Rotas, RotaCovers {

    /**
     * The shift in force and the one after it, in one statement: a reader meets a plan before or after its revision, never half of one.
     * The rota's span ends the last shift, and a shift after which a span had run out says so itself.
     */
    private static final String DUTY = "select r.id, r.code, r.name, r.endsAt, s.startsAt, s.responsibleId, s.backupId, s.endsAt"
            + " from Rota r join Shift s on s.rotaId = r.id%s"
            + " where %s and r.endsAt > :at"
            + " and s.startsAt >= (select max(x.startsAt) from Shift x where x.rotaId = r.id and x.startsAt <= :at)"
            + " order by s.startsAt";

    private static final String ENDING = "SELECT r.id FROM rota r WHERE r.ends_at <= ?1 AND (r.end_told IS NULL OR r.end_told <> r.ends_at)"
            + " AND EXISTS (SELECT 1 FROM rota_coverage c WHERE c.rota_id = r.id) ORDER BY r.ends_at, r.id LIMIT ?2 FOR UPDATE SKIP LOCKED";

    // By hand, and of no entity: that somebody was told changes nothing of the rota as people have it before them.
    private static final String TOLD = "UPDATE rota SET end_told = ends_at WHERE id = ?1";

    private static final InstantConverter INSTANTS = new InstantConverter();

    @PersistenceContext
    private EntityManager em;

    @Override
    public void add(Rota rota) {
        em.persist(rota);
    }

    @Override
    public Optional<Rota> byCode(String code) {
        return em.createQuery("select r from Rota r where r.code = :code", Rota.class)
                .setParameter("code", code)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<Rota> byId(long id) {
        return Optional.ofNullable(em.find(Rota.class, id));
    }

    @Override
    public Optional<Rota> lock(String code) {
        return em.createQuery("select r from Rota r where r.code = :code", Rota.class)
                .setParameter("code", code)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .setHint("eclipselink.refresh", true)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<Rota> lockAll() {
        return all().stream().flatMap(rota -> lock(rota.code()).stream()).toList();
    }

    @Override
    public List<Rota> all() {
        return em.createQuery("select r from Rota r order by r.code", Rota.class).getResultList();
    }

    @Override
    public List<Rota> page(String text, String afterCode, int limit) {
        return em.createQuery(
                        "select r from Rota r where (lower(r.name) like :text or lower(r.code) like :text) and r.code > :after order by r.code",
                        Rota.class)
                .setParameter("text", LikePattern.containing(text))
                .setParameter("after", afterCode == null ? "" : afterCode)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public Set<Long> covering(Collection<Long> rotaIds) {
        return rotaIds.isEmpty()
                ? Set.of()
                : Set.copyOf(em.createQuery("select distinct c.rotaId from Coverage c where c.rotaId in :ids", Long.class)
                        .setParameter("ids", rotaIds)
                        .getResultList());
    }

    @Override
    public List<Rota> claimEnding(Instant until, int limit) {
        List<Rota> claimed = new ArrayList<>();
        for (Object id : em.createNativeQuery(ENDING)
                .setParameter(1, INSTANTS.convertToDatabaseColumn(until))
                .setParameter(2, limit)
                .getResultList()) {
            em.createNativeQuery(TOLD).setParameter(1, id).executeUpdate();
            claimed.add(em.find(Rota.class, ((Number) id).longValue()));
        }
        return claimed;
    }

    @Override
    public List<Shift> shifts(long rotaId, Instant from, Instant until) {
        Instant inForce = em.createQuery(
                        "select s.startsAt from Shift s where s.rotaId = :rota and s.startsAt <= :from order by s.startsAt desc", Instant.class)
                .setParameter("rota", rotaId)
                .setParameter("from", from)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(from);
        return em.createQuery(
                        "select s from Shift s where s.rotaId = :rota and s.startsAt >= :from and s.startsAt < :until order by s.startsAt",
                        Shift.class)
                .setParameter("rota", rotaId)
                .setParameter("from", inForce)
                .setParameter("until", until)
                .getResultList();
    }

    @Override
    public void add(Shift shift) {
        em.persist(shift);
    }

    @Override
    public void remove(Shift shift) {
        em.remove(shift);
    }

    @Override
    public Optional<OnCallDuty> dutyOf(long contractId, Instant at) {
        return duty(String.format(DUTY, " join Coverage c on c.rotaId = r.id", "c.contractId = :which"), contractId, at);
    }

    @Override
    public Optional<OnCallDuty> duty(long rotaId, Instant at) {
        return duty(String.format(DUTY, "", "r.id = :which"), rotaId, at);
    }

    private Optional<OnCallDuty> duty(String query, long which, Instant at) {
        List<Object[]> rows = em.createQuery(query, Object[].class)
                .setParameter("which", which)
                .setParameter("at", at)
                .setMaxResults(2)
                .getResultList();
        return rows.stream().findFirst()
                .map(row -> new OnCallDuty(
                        (Long) row[0],
                        (String) row[1],
                        (String) row[2],
                        (Instant) row[4],
                        row[7] != null ? (Instant) row[7] : rows.size() < 2 ? (Instant) row[3] : (Instant) rows.get(1)[4],
                        (Long) row[5],
                        (Long) row[6]))
                .filter(duty -> at.isBefore(duty.until()));
    }

    @Override
    public List<Coverage> coverages(long rotaId) {
        return em.createQuery("select c from Coverage c where c.rotaId = :rota order by c.contractId", Coverage.class)
                .setParameter("rota", rotaId)
                .getResultList();
    }

    @Override
    public Optional<Coverage> coverageOf(long contractId) {
        return em.createQuery("select c from Coverage c where c.contractId = :contract", Coverage.class)
                .setParameter("contract", contractId)
                .getResultStream()
                .findFirst();
    }

    @Override
    public Optional<RotaCover> coverOf(long contractId, Instant now) {
        // Asked for each ticket outside the service hours, whose rows need not be written for it; nobody changes the cover and registers one.
        return em.createQuery("select c from Coverage c where c.contractId = :contract and c.since <= :now", Coverage.class)
                .setParameter("contract", contractId)
                .setParameter("now", now)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst()
                .map(Coverage::cover);
    }

    @Override
    public void add(Coverage coverage) {
        em.persist(coverage);
    }

    @Override
    public void remove(Coverage coverage) {
        em.remove(coverage);
    }

    @Override
    public void add(PastCoverage coverage) {
        em.persist(coverage);
    }

    @Override
    public Optional<PastCoverage> pastCoverage(long contractId, Instant at) {
        return em.createQuery(
                        "select c from PastCoverage c where c.contractId = :contract and c.since <= :at and c.until > :at"
                                + " order by c.since desc, c.id desc",
                        PastCoverage.class)
                .setParameter("contract", contractId)
                .setParameter("at", at)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    @Override
    public List<PastCoverage> pastCoverages(long contractId, int limit) {
        return em.createQuery("select c from PastCoverage c where c.contractId = :contract order by c.since desc, c.id desc", PastCoverage.class)
                .setParameter("contract", contractId)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public void add(Absence absence) {
        em.persist(absence);
    }

    @Override
    public Optional<Absence> absence(long id) {
        return Optional.ofNullable(em.find(Absence.class, id));
    }

    @Override
    public List<Absence> absences(Instant from, Instant until) {
        return em.createQuery(
                        "select a from Absence a where a.from < :until and a.until > :from and a.withdrawnAt is null order by a.from, a.id",
                        Absence.class)
                .setParameter("from", from)
                .setParameter("until", until)
                .getResultList();
    }

    @Override
    public void add(Swap swap) {
        em.persist(swap);
    }

    @Override
    public Optional<Swap> lockSwap(long id) {
        return Optional.ofNullable(em.find(Swap.class, id, LockModeType.PESSIMISTIC_WRITE));
    }

    @Override
    public List<Swap> swapsAsked(long rotaId, Instant now) {
        return em.createQuery(
                        "select w from Swap w where w.rotaId = :rota and w.state = :asked and w.from > :now order by w.from, w.id", Swap.class)
                .setParameter("rota", rotaId)
                .setParameter("now", now)
                .setParameter("asked", SwapState.ASKED)
                .getResultList();
    }

    @Override
    public void add(Handover handover) {
        em.persist(handover);
    }

    @Override
    public Optional<Handover> handover(long id) {
        return Optional.ofNullable(em.find(Handover.class, id));
    }

    @Override
    public List<Handover> handoversOf(long rotaId, Instant from, Instant until, int limit) {
        return em.createQuery(
                        "select h from Handover h where h.rotaId = :rota and h.shiftFrom >= :from and h.shiftFrom < :until"
                                + " order by h.writtenAt desc, h.id desc",
                        Handover.class)
                .setParameter("rota", rotaId)
                .setParameter("from", from)
                .setParameter("until", until)
                .setMaxResults(limit)
                .getResultList();
    }

    @Override
    public void flush() {
        em.flush();
    }
}
