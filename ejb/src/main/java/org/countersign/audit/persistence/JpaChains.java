package org.countersign.audit.persistence;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countersign.audit.model.AuditSeal;
import org.countersign.audit.model.ChainHead;
import org.countersign.audit.model.ChainLink;
import org.countersign.audit.model.Chains;
import org.countersign.audit.model.EntryFacts;
import org.countersign.audit.model.NotedHead;
import org.countersign.audit.model.SealedEntry;

/** {@link Chains} in the database. */
@ApplicationScoped
public class JpaChains implements Chains {

    private static final String ENTRY =
            "e.id, e.contractId, e.occurredAt, e.actor, e.address, e.action, e.subjectType, e.subjectId, e.facts";

    private static final String HEADS = "select h from NotedHead h";

    @PersistenceContext
    private EntityManager em;

    @Override
    public List<EntryFacts> unsealed(int limit) {
        return em.createQuery("select " + ENTRY + " from UnsealedEntry u join AuditEntry e on e.id = u.entryId order by e.id", Object[].class)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> entry(row, 0))
                .toList();
    }

    @Override
    public Map<Long, ChainHead> heads(Collection<Long> contractIds) {
        return em.createQuery(HEADS + " where h.contractId in :chains order by h.contractId", NotedHead.class)
                .setParameter("chains", contractIds)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .map(NotedHead::head)
                .collect(Collectors.toMap(ChainHead::contractId, Function.identity()));
    }

    @Override
    public void append(List<ChainLink> links) {
        Map<Long, ChainHead> ends = new HashMap<>();
        for (ChainLink link : links) {
            em.persist(new AuditSeal(link));
            ends.put(link.contractId(), link.head());
        }
        for (ChainHead end : ends.values()) {
            NotedHead noted = em.find(NotedHead.class, end.contractId());
            if (noted == null) {
                em.persist(new NotedHead(end));
            } else {
                noted.moveTo(end);
            }
        }
        em.flush();
        em.createQuery("delete from UnsealedEntry u where u.entryId in :entries")
                .setParameter("entries", links.stream().map(ChainLink::entryId).toList())
                .executeUpdate();
    }

    @Override
    public List<ChainHead> allHeads() {
        return em.createQuery("select h.contractId, h.position, h.hash from NotedHead h order by h.contractId", Object[].class)
                .getResultStream()
                .map(row -> new ChainHead((Long) row[0], (Long) row[1], (String) row[2]))
                .toList();
    }

    @Override
    public List<SealedEntry> read(ChainHead after, int limit) {
        return em.createQuery(
                        "select s.contractId, s.position, s.entryId, s.previousHash, s.hash, s.sealedAt, " + ENTRY
                                + " from AuditSeal s left join AuditEntry e on e.id = s.entryId"
                                + " where s.contractId > :chain or (s.contractId = :chain and s.position > :position)"
                                + " order by s.contractId, s.position",
                        Object[].class)
                .setParameter("chain", after.contractId())
                .setParameter("position", after.position())
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new SealedEntry(
                        new ChainLink((Long) row[0], (Long) row[1], (Long) row[2], (String) row[3], (String) row[4], (Instant) row[5]),
                        row[6] == null ? null : entry(row, 6)))
                .toList();
    }

    @Override
    public long countEntries() {
        return em.createQuery("select count(e) from AuditEntry e", Long.class).getSingleResult();
    }

    @Override
    public long countUnsealed() {
        return em.createQuery(
                        "select count(e) from AuditEntry e where not exists (select s from AuditSeal s where s.entryId = e.id)", Long.class)
                .getSingleResult();
    }

    @Override
    public EntryFacts lost() {
        return em.createQuery(
                        "select " + ENTRY + " from AuditEntry e where not exists (select s from AuditSeal s where s.entryId = e.id)"
                                + " and not exists (select u from UnsealedEntry u where u.entryId = e.id) order by e.id",
                        Object[].class)
                .setMaxResults(1)
                .getResultStream()
                .map(row -> entry(row, 0))
                .findFirst()
                .orElse(null);
    }

    private static EntryFacts entry(Object[] row, int from) {
        return new EntryFacts(
                (Long) row[from],
                (Long) row[from + 1],
                (Instant) row[from + 2],
                (String) row[from + 3],
                (String) row[from + 4],
                (String) row[from + 5],
                (String) row[from + 6],
                (String) row[from + 7],
                (String) row[from + 8]);
    }
}
