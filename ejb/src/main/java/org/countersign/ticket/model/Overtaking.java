package org.countersign.ticket.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.countersign.customer.model.QueueOrder;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * A ticket was taken while others waited that came before it and should not have been passed. It is written once and never changed.
 *
 * <p>Where tickets are taken in the order received, every ticket that came before should not have been passed; where they are taken by
 * priority, every one of the same or a higher priority that came before.
 */
@Entity
public class Overtaking {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "ticket_id")
    private long ticketId;

    @Column(name = "contract_id")
    private long contractId;

    @Enumerated(EnumType.STRING)
    private SupportLevel level;

    @Enumerated(EnumType.STRING)
    @Column(name = "queue_order")
    private QueueOrder order;

    private long overtaken;

    @Column(name = "first_overtaken_id")
    private long firstOvertakenId;

    @Column(name = "taken_by_id")
    private long takenById;

    @Column(name = "taken_at")
    private Instant takenAt;

    private String reason;

    protected Overtaking() {}

    /**
     * @param overtaken how many were passed
     * @param firstOvertakenId the one of them that came first
     * @param takenById account of the person who took the ticket, or gave it to somebody
     * @param reason required where tickets are taken in the order received
     * @throws BusinessRuleViolation {@code overtaking-without-reason}, naming the ticket that is first in line; {@code too-long}
     */
    public Overtaking(
            Ticket ticket, QueueOrder order, long overtaken, long firstOvertakenId, long takenById, String reason, Instant takenAt) {
        this.ticketId = ticket.id();
        this.contractId = ticket.contractId();
        this.level = ticket.level();
        this.order = order;
        this.overtaken = overtaken;
        this.firstOvertakenId = firstOvertakenId;
        this.takenById = takenById;
        this.takenAt = takenAt;
        this.reason = Text.optional("reason", reason, Text.REASON);
        if (order == QueueOrder.RECEIVED && this.reason == null) {
            throw BusinessRuleViolation.invalid(
                    "reason", "overtaking-without-reason", Ticket.numberOf(firstOvertakenId), overtaken, ticket.number());
        }
    }

    public Long id() {
        return id;
    }

    public QueueOrder order() {
        return order;
    }

    public long overtaken() {
        return overtaken;
    }

    public String firstOvertaken() {
        return Ticket.numberOf(firstOvertakenId);
    }

    public String reason() {
        return reason;
    }
}
