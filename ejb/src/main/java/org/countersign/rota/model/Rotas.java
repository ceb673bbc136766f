package org.countersign.rota.model;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All rotas, with their shifts and what belongs to them. */
public interface Rotas {

    /** Adds a rota, which has its id then. */
    void add(Rota rota);

    Optional<Rota> byCode(String code);

    Optional<Rota> byId(long id);

    /** The rota as it is now, locked until the transaction ends: one change of a rota at a time. */
    Optional<Rota> lock(String code);

    /** All rotas as they are now, each locked until the transaction ends; in one order for everybody, so that two do not wait for each other. */
    List<Rota> lockAll();

    /** All rotas by code. */
    List<Rota> all();

    /**
     * Rotas by code.
     *
     * @param text part of name or code, or {@code null} for all
     * @param afterCode where the page begins, or {@code null}
     */
    List<Rota> page(String text, String afterCode, int limit);

    /** Those of some rotas that cover contracts. */
    Set<Long> covering(Collection<Long> rotaIds);

    /**
     * Rotas that cover contracts, whose published span ends by {@code until}, and of whose end nobody was told yet. The caller tells: nobody
     * else gets them with this end, unless the transaction is undone.
     */
    List<Rota> claimEnding(Instant until, int limit);

    /** The shift in force at {@code from}, if any, and those that begin before {@code until}, by beginning. */
    List<Shift> shifts(long rotaId, Instant from, Instant until);

    void add(Shift shift);

    void remove(Shift shift);

    /** Who is on duty at an instant in the rota that covers a contract now; nothing when none does, or none is published for that instant. */
    Optional<OnCallDuty> dutyOf(long contractId, Instant at);

    /** Who is on duty in a rota at an instant; nothing outside its published span and those before it. */
    Optional<OnCallDuty> duty(long rotaId, Instant at);

    /** What a rota covers, by contract. */
    List<Coverage> coverages(long rotaId);

    Optional<Coverage> coverageOf(long contractId);

    void add(Coverage coverage);

    void remove(Coverage coverage);

    void add(PastCoverage coverage);

    /** How a contract was covered at an instant, before what holds now; nothing when no rota covered it. */
    Optional<PastCoverage> pastCoverage(long contractId, Instant at);

    /** How a contract was covered before what holds now, latest first. */
    List<PastCoverage> pastCoverages(long contractId, int limit);

    void add(Absence absence);

    Optional<Absence> absence(long id);

    /** Absences in force that touch the span, by beginning. */
    List<Absence> absences(Instant from, Instant until);

    void add(Swap swap);

    /** The swap, locked until the transaction ends. */
    Optional<Swap> lockSwap(long id);

    /** Swaps that wait for an answer that could still be given: those that begin after {@code now}, by beginning. */
    List<Swap> swapsAsked(long rotaId, Instant now);

    void add(Handover handover);

    Optional<Handover> handover(long id);

    /** The notes about a shift that began from {@code from} on and before {@code until}, newest first. */
    List<Handover> handoversOf(long rotaId, Instant from, Instant until, int limit);

    /** Writes what changed so far, so that a conflict shows now. */
    void flush();
}
