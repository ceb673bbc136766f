package org.countersign.penalty.model;

import java.math.BigDecimal;
import java.time.Instant;
import org.countersign.customer.model.OutageCause;
import org.countersign.kernel.DomainEvent;

/** What happens to outages and to the ledger of penalties. */
public interface PenaltyEvent extends DomainEvent {

    /** Id of the entry, or of the outage. */
    long id();

    @Override
    default String subjectType() {
        return "penalty";
    }

    @Override
    default String subjectId() {
        return String.valueOf(id());
    }

    /** Something about an outage. */
    interface OfOutage extends PenaltyEvent {

        @Override
        default String subjectType() {
            return "outage";
        }
    }

    record OutageRecorded(
            Long contractId, long id, String service, Instant start, Instant end, OutageCause cause, String note, String ticket)
            implements OfOutage {}

    /** With what was known before. */
    record OutageCorrected(
            Long contractId, long id, String service, Instant startBefore, Instant start, Instant endBefore, Instant end,
            OutageCause causeBefore, OutageCause cause, String noteBefore, String note, String ticketBefore, String ticket)
            implements OfOutage {}

    record OutageWithdrawn(Long contractId, long id, String service) implements OfOutage {}

    /** An entry of the ledger, at its beginning. */
    record PenaltyProposed(
            Long contractId, long id, String contract, String month, String clause, String subject, BigDecimal amount, String currency,
            int contractVersion)
            implements PenaltyEvent {}

    record PenaltyAgreed(
            Long contractId, long id, String contract, String month, String clause, String subject, BigDecimal amount, String currency,
            int step, long contactId)
            implements PenaltyEvent {}

    record PenaltyDisputed(
            Long contractId, long id, String contract, String month, String clause, String subject, BigDecimal amount, String currency,
            int step, long contactId, String reason)
            implements PenaltyEvent {}

    record PenaltySettled(
            Long contractId, long id, String contract, String month, String clause, String subject, BigDecimal amountBefore,
            BigDecimal amount, String currency, int step, String reason)
            implements PenaltyEvent {}

    /**
     * New entries of a month wait for the customer.
     *
     * @param id of the month
     * @param total what the month comes to now
     * @param assessment which one of the month it was, from 1 on
     */
    record CreditsProposed(
            Long contractId, long id, String contract, String month, int entries, BigDecimal total, String currency, long assessment)
            implements PenaltyEvent {

        @Override
        public String subjectType() {
            return "penalty-month";
        }

        @Override
        public String subjectId() {
            return contract + "/" + month;
        }
    }
}
