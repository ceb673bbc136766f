package org.countersign.work.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEntity;
import org.countersign.ticket.model.Text;
import org.countersign.ticket.model.TicketRef;

/**
 * A visit at the customer's for one ticket. The desk proposes it with a time and a purpose (M72); the customer approves or declines it,
 * each visit by itself (M75). Only work at an approved visit may carry travel time (M74).
 */
@Entity
@Table(name = "on_site_visit")
public class OnSiteVisit extends DomainEntity {

    public static final int PURPOSE = 2_000;

    @Column(name = "ticket_id")
    private long ticketId;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "organisation_id")
    private long organisationId;

    @Column(name = "planned_at")
    private Instant plannedAt;

    private String purpose;

    @Enumerated(EnumType.STRING)
    private VisitState state;

    @Column(name = "proposed_by_id")
    private long proposedById;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "decided_by_id")
    private Long decidedById;

    @Column(name = "decided_at")
    private Instant decidedAt;

    @Column(name = "decision_note")
    private String decisionNote;

    protected OnSiteVisit() {}

    /**
     * Proposes a visit.
     *
     * @param plannedAt when it is to begin, after {@code now}
     * @param proposedById the agent's account
     * @throws BusinessRuleViolation {@code visit-time-missing}, {@code visit-in-past}; {@code required}, {@code too-long} for the purpose
     */
    public static OnSiteVisit propose(TicketRef ticket, Instant plannedAt, String purpose, long proposedById, Instant now) {
        if (plannedAt == null) {
            throw BusinessRuleViolation.invalid("plannedAt", "visit-time-missing");
        }
        if (!plannedAt.isAfter(now)) {
            throw BusinessRuleViolation.invalid("plannedAt", "visit-in-past");
        }
        OnSiteVisit visit = new OnSiteVisit();
        visit.ticketId = ticket.id();
        visit.contractId = ticket.contractId();
        visit.organisationId = ticket.organisationId();
        visit.plannedAt = plannedAt;
        visit.purpose = Text.required("purpose", purpose, PURPOSE);
        visit.state = VisitState.PROPOSED;
        visit.proposedById = proposedById;
        visit.proposedAt = now;
        return visit;
    }

    /**
     * The customer agrees.
     *
     * @throws BusinessRuleViolation {@code visit-already-decided}
     */
    public void approve(long contactId, Instant now) {
        decide(VisitState.APPROVED, contactId, null, now);
    }

    /**
     * The customer does not agree, and says why.
     *
     * @throws BusinessRuleViolation {@code visit-already-decided}; {@code required} without a reason
     */
    public void decline(long contactId, String reason, Instant now) {
        decide(VisitState.DECLINED, contactId, Text.required("reason", reason, PURPOSE), now);
    }

    private void decide(VisitState decision, long contactId, String note, Instant now) {
        if (state != VisitState.PROPOSED) {
            throw BusinessRuleViolation.conflict("visit-already-decided", state);
        }
        state = decision;
        decidedById = contactId;
        decidedAt = now;
        decisionNote = note;
    }

    public boolean isApproved() {
        return state == VisitState.APPROVED;
    }

    public long ticketId() {
        return ticketId;
    }

    public long contractId() {
        return contractId;
    }

    public long organisationId() {
        return organisationId;
    }

    public Instant plannedAt() {
        return plannedAt;
    }

    public String purpose() {
        return purpose;
    }

    public VisitState state() {
        return state;
    }

    public long proposedById() {
        return proposedById;
    }

    public Long decidedById() {
        return decidedById;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    public String decisionNote() {
        return decisionNote;
    }
}
