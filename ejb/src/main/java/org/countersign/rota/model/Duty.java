package org.countersign.rota.model;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * A piece of a plan: who has the duty, and who steps in.
 *
 * @param from the first instant
 * @param until the first instant after it
 * @param responsible account that is called first
 * @param backup account that is called when the first does not answer
 */
public record Duty(Instant from, Instant until, long responsible, long backup) {

    /** A person who has two duties between two instants. */
    public record Shared(long account, Instant from, Instant until) {}

    boolean samePeople(Duty other) {
        return responsible == other.responsible && backup == other.backup;
    }

    Duty within(Instant start, Instant end) {
        return new Duty(from.isBefore(start) ? start : from, until.isAfter(end) ? end : until, responsible, backup);
    }

    Duty by(long newResponsible, long newBackup) {
        return new Duty(from, until, newResponsible, newBackup);
    }

    /** Whether a part of it lies between two instants. */
    public boolean overlaps(Instant start, Instant end) {
        return from.isBefore(end) && start.isBefore(until);
    }

    /** Who has a part in both, each with the time of both. */
    public List<Shared> sharedWith(Duty other) {
        Instant begin = from.isBefore(other.from) ? other.from : from;
        Instant end = until.isAfter(other.until) ? other.until : until;
        return Stream.of(responsible, backup).filter(other::names).map(account -> new Shared(account, begin, end)).toList();
    }

    /** Whether the account has a part in it. */
    public boolean names(long account) {
        return responsible == account || backup == account;
    }
}
