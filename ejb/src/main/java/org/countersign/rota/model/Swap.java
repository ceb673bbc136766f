package org.countersign.rota.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;

/**
 * Two people change places for a while. One asks; the other agrees, which changes the rota at once, or declines; until then the first may take
 * it back. A manager may agree for both. With a second span, the other gets something back: in both spans each has what the other had.
 */
@Entity
@Table(name = "rota_swap")
public class Swap extends DomainEntity {

    @Column(name = "rota_id")
    private long rotaId;

    @Column(name = "asked_by_id")
    private long askedById;

    @Column(name = "with_id")
    private long withId;

    @Column(name = "from_at")
    private Instant from;

    @Column(name = "until_at")
    private Instant until;

    @Column(name = "back_from_at")
    private Instant backFrom;

    @Column(name = "back_until_at")
    private Instant backUntil;

    @Enumerated(EnumType.STRING)
    private SwapState state;

    @Column(name = "asked_at")
    private Instant askedAt;

    @Column(name = "decided_by_id")
    private Long decidedById;

    @Column(name = "decided_at")
    private Instant decidedAt;

    protected Swap() {}

    /**
     * @param backFrom beginning of the second span, or {@code null} for none
     * @throws BusinessRuleViolation {@code required}, {@code swap-ends-before-start}, {@code swap-past}, {@code swap-with-oneself}
     */
    public static Swap ask(
            long rotaId, long askedById, long withId, Instant from, Instant until, Instant backFrom, Instant backUntil, Instant now) {
        Period.require("swap-ends-before-start", from, until);
        if (backFrom != null || backUntil != null) {
            Period.require("swap-ends-before-start", backFrom, backUntil);
        }
        if (askedById == withId) {
            throw BusinessRuleViolation.invalid("with", "swap-with-oneself");
        }
        Swap swap = new Swap();
        swap.rotaId = rotaId;
        swap.askedById = askedById;
        swap.withId = withId;
        swap.from = from;
        swap.until = until;
        swap.backFrom = backFrom;
        swap.backUntil = backUntil;
        swap.state = SwapState.ASKED;
        swap.askedAt = now;
        swap.requireToCome(now);
        return swap;
    }

    /** @throws BusinessRuleViolation {@code swap-decided}, {@code swap-past} */
    public void agree(long byId, Instant now) {
        requireToCome(now);
        decide(SwapState.AGREED, byId, now);
    }

    /** @throws BusinessRuleViolation {@code swap-decided} */
    public void decline(long byId, Instant now) {
        decide(SwapState.DECLINED, byId, now);
    }

    /** @throws BusinessRuleViolation {@code swap-decided} */
    public void withdraw(long byId, Instant now) {
        decide(SwapState.WITHDRAWN, byId, now);
    }

    /** The plan after the swap. */
    public RotaPlan in(RotaPlan plan) {
        RotaPlan swapped = plan.exchanged(askedById, withId, from, until);
        return backFrom == null ? swapped : swapped.exchanged(askedById, withId, backFrom, backUntil);
    }

    /** Whether both ask the same: the same person of the same other one, for the same time. */
    public boolean asksTheSameAs(Swap other) {
        return rotaId == other.rotaId
                && askedById == other.askedById
                && withId == other.withId
                && from.equals(other.from)
                && until.equals(other.until)
                && Objects.equals(backFrom, other.backFrom)
                && Objects.equals(backUntil, other.backUntil);
    }

    private void decide(SwapState decision, long byId, Instant now) {
        if (state != SwapState.ASKED) {
            throw BusinessRuleViolation.conflict("swap-decided");
        }
        state = decision;
        decidedById = byId;
        decidedAt = now;
    }

    private void requireToCome(Instant now) {
        if (from.isBefore(now) || backFrom != null && backFrom.isBefore(now)) {
            throw BusinessRuleViolation.invalid("from", "swap-past");
        }
    }

    public long rotaId() {
        return rotaId;
    }

    public long askedById() {
        return askedById;
    }

    public long withId() {
        return withId;
    }

    public Instant from() {
        return from;
    }

    public Instant until() {
        return until;
    }

    public Instant backFrom() {
        return backFrom;
    }

    public Instant backUntil() {
        return backUntil;
    }

    public SwapState state() {
        return state;
    }

    public Instant askedAt() {
        return askedAt;
    }
}
