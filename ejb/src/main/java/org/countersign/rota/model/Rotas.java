package org.countersign.rota.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All rotas, with their shifts and what belongs to them. */
public interface Rotas {

    /** Adds a rota, which has its id then. */
    void add(Rota rota);

    Optional<Rota> byCode(String code);

    Optional<Rota> byId(long id);

    /** The rota as it is now, locked until the transaction ends: one change of a rota at a time. */
    Optional<Rota> lock(String code);

    /** All rotas by code. */
    List<Rota> all();

    /** The shift in force at {@code from}, if any, and those that begin before {@code until}, by beginning. */
    List<Shift> shifts(long rotaId, Instant from, Instant until);

    void add(Shift shift);

    void remove(Shift shift);

    /** Who is on duty for a contract at an instant; nothing when no rota covers it, or none is published for that instant. */
    Optional<OnCallDuty> dutyOf(long contractId, Instant at);

    /** Who is on duty in a rota at an instant; nothing outside its published span and those before it. */
    Optional<OnCallDuty> duty(long rotaId, Instant at);

    /** What a rota covers, by contract. */
    List<Coverage> coverages(long rotaId);

    Optional<Coverage> coverageOf(long contractId);

    void add(Coverage coverage);

    void remove(Coverage coverage);

    void add(Absence absence);

    Optional<Absence> absence(long id);

    /** Absences in force that touch the span, by beginning. */
    List<Absence> absences(Instant from, Instant until);

    void add(Swap swap);

    /** The swap, locked until the transaction ends. */
    Optional<Swap> lockSwap(long id);

    /** Swaps that wait for an answer, by beginning. */
    List<Swap> swapsAsked(long rotaId);

    void add(Handover handover);

    Optional<Handover> handover(long id);

    /** The newest note about a shift that began from {@code from} on and before {@code until}. */
    Optional<Handover> handoverOf(long rotaId, Instant from, Instant until);

    /** Writes what changed so far, so that a conflict shows now. */
    void flush();
}
