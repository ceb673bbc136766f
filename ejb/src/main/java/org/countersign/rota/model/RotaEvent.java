package org.countersign.rota.model;

import java.time.Instant;
import org.countersign.kernel.DomainEvent;

/** What happens to rotas and to the people on them. */
public interface RotaEvent extends DomainEvent {

    /** The rota's code. */
    String rota();

    @Override
    default Long contractId() {
        return null;
    }

    @Override
    default String subjectType() {
        return "rota";
    }

    @Override
    default String subjectId() {
        return rota();
    }

    /**
     * A revision of the plan.
     *
     * @param from from when on the plan says something new
     * @param untilBefore where the span ended before, or {@code null}
     * @param planHash SHA-256 of what the plan says from {@code from} on, a line per shift: beginning, responsible, backup
     * @param cause what the revision came from: {@code plan}, {@code swap}, {@code absence}
     */
    record RotaPublished(
            String rota, int revision, Instant from, Instant until, Instant untilBefore, int shiftsChanged, String planHash, String cause)
            implements RotaEvent {}

    /**
     * The published plan ends soon, or has ended, and contracts count on it.
     *
     * @param contracts their codes, with commas
     */
    record RotaEnds(String rota, String name, Instant until, String contracts) implements RotaEvent {}

    /**
     * A rota covers a contract, covers it in another way, or does so no more; it stands in the contract's chain.
     *
     * @param before how it covered the contract, in words such as {@code PT15M after hours}; {@code null} when it did not
     * @param after the same from now on, or from the instant on that it names
     */
    record RotaCoverageChanged(String rota, Long contractId, String contract, String before, String after) implements RotaEvent {

        @Override
        public String subjectType() {
            return "contract";
        }

        @Override
        public String subjectId() {
            return contract;
        }
    }

    record SwapAsked(String rota, long swapId, String askedBy, String with, Instant from, Instant until, Instant backFrom, Instant backUntil)
            implements RotaEvent {}

    /** The answer to a swap; {@code by} is who gave it. */
    record SwapDecided(String rota, long swapId, SwapState state, String askedBy, String with, String by, Instant from, Instant until)
            implements RotaEvent {}

    /** A note for the next shift; what it says stays with the desk. */
    record HandoverWritten(String rota, long handoverId, String by, Instant shiftFrom) implements RotaEvent {}

    record HandoverRead(String rota, long handoverId, String by) implements RotaEvent {}

    /** Something about one person, not one rota. */
    interface OfPerson extends RotaEvent {

        String account();

        @Override
        default String rota() {
            return account();
        }

        @Override
        default String subjectType() {
            return "account";
        }
    }

    record AbsenceRecorded(String account, long absenceId, Instant from, Instant until, String coveredBy) implements OfPerson {}

    record AbsenceWithdrawn(String account, long absenceId, Instant from, Instant until) implements OfPerson {}

    record DutyFeedOpened(String account) implements OfPerson {}

    record DutyFeedRevoked(String account) implements OfPerson {}

    /** Something about the call-out of a ticket; it stands in the contract's chain. */
    interface OnCallOut extends RotaEvent {

        long callOutId();

        String ticket();

        @Override
        default String subjectType() {
            return "ticket";
        }

        @Override
        default String subjectId() {
            return ticket();
        }
    }

    /**
     * Somebody on duty is called.
     *
     * @param accountId who is called
     * @param backup whether it is the backup, because nobody acknowledged in time
     */
    record PersonCalled(
            String rota, Long contractId, long callOutId, String ticket, String reason, long accountId, String person, boolean backup,
            Instant backupDueAt)
            implements OnCallOut {}

    record CallOutAcknowledged(String rota, Long contractId, long callOutId, String ticket, String by) implements OnCallOut {}

    /** There is no need any more of a call that nobody acknowledged. */
    record CallOutOver(String rota, Long contractId, long callOutId, String ticket) implements OnCallOut {}
}
