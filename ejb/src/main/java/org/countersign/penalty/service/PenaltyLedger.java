package org.countersign.penalty.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.Currency;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.penalty.model.PenaltyBook;
import org.countersign.penalty.model.PenaltyEntry;
import org.countersign.penalty.model.PenaltyEvent.PenaltyAgreed;
import org.countersign.penalty.model.PenaltyEvent.PenaltyDisputed;
import org.countersign.penalty.model.PenaltyEvent.PenaltySettled;
import org.countersign.penalty.model.PenaltyMonth;
import org.countersign.penalty.model.PenaltyStep;

/**
 * The customer's word on what is owed, and the provider's answer to what is disputed. Who speaks comes from the security context. All
 * steps throw {@code not-found}, {@code changed-meanwhile} and, once the customer agreed, {@code penalty-agreed}.
 */
@Stateless
public class PenaltyLedger {

    /** More than any month's fee, and as much as an amount's column holds. */
    private static final BigDecimal MOST = new BigDecimal("999999999999");

    /** Beyond it a number is written with an exponent, and writing it out might take all memory. */
    private static final int FARTHEST_POINT = 20;

    @Inject
    private PenaltyBook book;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** An entry whose month is locked, with the step that was last. */
    private record Turn(PenaltyEntry entry, PenaltyMonth month, PenaltyStep last) {}

    /**
     * A fixed contact agrees to the amount, for good.
     *
     * @param expectedStep the last step that the caller saw: the agreement is to the amount shown then
     * @throws BusinessRuleViolation {@code penalty-fixed-contact-only}; {@code penalty-disputed}
     */
    @RolesAllowed(Role.CONTACT_ROLE)
    public void agree(long entryId, long expectedStep) {
        Caller caller = currentCaller.get();
        Turn turn = turn(entryId, caller, expectedStep);
        requireFixed(turn.entry, caller);
        PenaltyStep step = turn.entry.agree(turn.last, caller.contactId(), clock.instant());
        keep(step);
        events.fire(new PenaltyAgreed(
                turn.entry.contractId(), entryId, contract(turn.entry), turn.entry.month(), turn.entry.clause(), turn.entry.subject(),
                step.amount(), turn.month.currency(), step.ordinal(), caller.contactId()));
    }

    /**
     * A fixed contact does not agree.
     *
     * @param expectedStep the last step that the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code penalty-fixed-contact-only}; {@code penalty-disputed}; {@code required} without a reason
     */
    @RolesAllowed(Role.CONTACT_ROLE)
    public void dispute(long entryId, String reason, Long expectedStep) {
        Caller caller = currentCaller.get();
        Turn turn = turn(entryId, caller, expectedStep);
        requireFixed(turn.entry, caller);
        PenaltyStep step = turn.entry.dispute(turn.last, caller.contactId(), reason, clock.instant());
        keep(step);
        events.fire(new PenaltyDisputed(
                turn.entry.contractId(), entryId, contract(turn.entry), turn.entry.month(), turn.entry.clause(), turn.entry.subject(),
                step.amount(), turn.month.currency(), step.ordinal(), caller.contactId(), step.reason()));
    }

    /**
     * The provider answers a dispute; the customer has the word again.
     *
     * @param amount the one proposed or another, within the cap of the month
     * @param expectedStep the last step that the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code penalty-not-disputed}; {@code penalty-amount-negative}, {@code penalty-amount-too-fine},
     *     {@code penalty-amount-too-large}, {@code penalty-over-cap}; {@code required} without a reason
     */
    @RolesAllowed(Role.MANAGER_ROLE)
    public void settle(long entryId, BigDecimal amount, String reason, Long expectedStep) {
        Caller caller = currentCaller.get();
        Turn turn = turn(entryId, caller, expectedStep);
        PenaltyStep step = turn.entry.settle(turn.last, exact(amount, turn.month), caller.accountId(), reason, clock.instant());
        requireWithinCap(turn, step.amount());
        keep(step);
        events.fire(new PenaltySettled(
                turn.entry.contractId(), entryId, contract(turn.entry), turn.entry.month(), turn.entry.clause(), turn.entry.subject(),
                turn.last.amount(), step.amount(), turn.month.currency(), step.ordinal(), step.reason()));
    }

    private Turn turn(long entryId, Caller caller, Long expectedStep) {
        PenaltyEntry entry = book.entry(entryId)
                .filter(found -> !caller.isContact() || found.organisationId() == caller.organisationId())
                .orElseThrow(() -> BusinessRuleViolation.notFound("penalty", entryId));
        PenaltyMonth month = book.lockMonthOf(entry);
        PenaltyStep last = book.lastStep(entryId);
        if (expectedStep != null && expectedStep != last.ordinal()) {
            throw BusinessRuleViolation.stale("penalty");
        }
        return new Turn(entry, month, last);
    }

    private void requireFixed(PenaltyEntry entry, Caller caller) {
        if (!customers.isFixedContact(entry.contractId(), caller.contactId())) {
            throw BusinessRuleViolation.forbidden("penalty-fixed-contact-only");
        }
    }

    private static BigDecimal exact(BigDecimal amount, PenaltyMonth month) {
        if (amount == null) {
            return null;
        }
        if (amount.compareTo(MOST) > 0) {
            throw BusinessRuleViolation.invalid("amount", "penalty-amount-too-large", MOST);
        }
        int digits = Currency.getInstance(month.currency()).getDefaultFractionDigits();
        if (Math.abs(amount.scale()) > FARTHEST_POINT || amount.stripTrailingZeros().scale() > digits) {
            throw BusinessRuleViolation.invalid("amount", "penalty-amount-too-fine", amount.toString(), digits);
        }
        return amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    private void requireWithinCap(Turn turn, BigDecimal amount) {
        if (turn.month.cap() == null) {
            return;
        }
        BigDecimal left = turn.month.cap().subtract(book.owed(turn.month.id())).add(turn.last.amount());
        if (amount.compareTo(left) > 0) {
            throw BusinessRuleViolation.invalid("amount", "penalty-over-cap", amount, turn.month.cap(), left);
        }
    }

    private void keep(PenaltyStep step) {
        book.add(step);
        book.flush();
    }

    private String contract(PenaltyEntry entry) {
        return customers.contract(entry.contractId()).code();
    }
}
