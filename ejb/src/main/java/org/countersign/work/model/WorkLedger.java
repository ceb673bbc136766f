package org.countersign.work.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.countersign.kernel.IsoWeek;

/** All work and visits. */
public interface WorkLedger {

    void add(OnSiteVisit visit);

    Optional<OnSiteVisit> visit(long id);

    /** The visit, locked until the transaction ends. */
    Optional<OnSiteVisit> lockVisit(long id);

    void add(Worklog worklog);

    void remove(Worklog worklog);

    /** The entry, locked until the transaction ends. */
    Optional<Worklog> lockWorklog(long id);

    /** Lets only one transaction at a time book work of a person. */
    void lockPerson(long accountId);

    /** Whether a person has work in {@code [from, until)}, apart from the entry {@code except} ({@code null} for none). */
    boolean overlaps(long accountId, Instant from, Instant until, Long except);

    /** Work of a contract that began before {@code until} and is on no sheet. */
    List<FreeWork> free(long contractId, Instant until);

    /** An entry that may go onto a sheet, with what its line will say. */
    record FreeWork(Worklog worklog, TimesheetCompilation.Entry entry) {}

    /** The weeks of a contract that were cut. */
    Set<IsoWeek> cutWeeks(long contractId);

    /** Writes what changed so far, so that a conflict shows now. */
    void flush();
}
