package org.countersign.penalty.model;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All assessed months with their entries and the steps of these. Steps and entries are added and never changed. */
public interface PenaltyBook {

    void add(PenaltyMonth month);

    Optional<PenaltyMonth> month(long contractId, YearMonth month);

    /** Those of the months that were assessed. */
    List<PenaltyMonth> months(long contractId, Collection<YearMonth> months);

    /** The month, locked until the transaction ends: one change of what it comes to at a time. */
    Optional<PenaltyMonth> lock(long contractId, YearMonth month);

    /** The month of an entry, locked until the transaction ends. */
    PenaltyMonth lockMonthOf(PenaltyEntry entry);

    /** Adds an entry, which has its id then. */
    void add(PenaltyEntry entry);

    void add(PenaltyStep step);

    Optional<PenaltyEntry> entry(long id);

    /** The last step of an entry. */
    PenaltyStep lastStep(long entryId);

    /** Of which subjects the month has an entry by the clause. */
    Set<String> subjects(long monthId, String clause);

    /** Which of these tickets have an entry of the contract by the clause, in whichever month. */
    Set<String> owing(long contractId, String clause, Collection<String> tickets);

    /** What the month's entries come to, each by its last step. */
    BigDecimal owed(long monthId);

    /** The JSON in which a calculation is kept. */
    String print(Map<String, Object> calculation);

    /** Writes what changed so far, so that a conflict shows now. */
    void flush();
}
