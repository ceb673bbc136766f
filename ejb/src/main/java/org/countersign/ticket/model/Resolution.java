package org.countersign.ticket.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.time.Instant;
import org.countersign.kernel.DomainEntity;

/** A proposed solution of a ticket. It is proposed by an agent; the customer accepts or rejects it, once. */
@Entity
public class Resolution extends DomainEntity {

    @Column(name = "ticket_id")
    private long ticketId;

    private int ordinal;
    private String text;

    @Column(name = "proposed_by_id")
    private long proposedById;

    @Column(name = "proposed_at")
    private Instant proposedAt;

    @Column(name = "rejected_by_id")
    private Long rejectedById;

    @Column(name = "rejected_at")
    private Instant rejectedAt;

    private String rejection;

    protected Resolution() {}

    Resolution(long ticketId, int ordinal, String text, long proposedById, Instant proposedAt) {
        this.ticketId = ticketId;
        this.ordinal = ordinal;
        this.text = text;
        this.proposedById = proposedById;
        this.proposedAt = proposedAt;
    }

    void reject(long contactId, String reason, Instant now) {
        rejectedById = contactId;
        rejectedAt = now;
        rejection = reason;
    }

    /** 1 for the first proposal of the ticket. */
    public int ordinal() {
        return ordinal;
    }

    public long proposedById() {
        return proposedById;
    }

    public String text() {
        return text;
    }

    public Instant proposedAt() {
        return proposedAt;
    }
}
