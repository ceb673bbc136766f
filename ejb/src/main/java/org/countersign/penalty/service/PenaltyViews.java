package org.countersign.penalty.service;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.countersign.penalty.model.PenaltyState;

/** Read-only projections of the ledger, one statement each. */
public interface PenaltyViews {

    /** What a month's entries in one state come to. */
    record Sum(PenaltyState state, BigDecimal amount) {}

    /**
     * The entries of a contract, those of the latest month first, in a month in the order of the assessment.
     *
     * @param month {@code null} for all
     * @param state of the last step, or {@code null} for all
     * @param limit one more is read
     * @param after position of the last row of the page before, or {@code null}
     */
    List<PenaltyRow> list(long contractId, String month, PenaltyState state, int limit, Position after);

    /** Where a page goes on. */
    record Position(String month, long id) {}

    /** One entry; nothing when it is not of the organisation, unless that is {@code null}. */
    Optional<PenaltyRow> find(long id, Long organisationId);

    /** The contract of an entry. */
    long contractOf(long id);

    /** The steps of an entry, oldest first. */
    List<PenaltyStepView> steps(long id);

    List<Sum> sums(long contractId, String month);
}
