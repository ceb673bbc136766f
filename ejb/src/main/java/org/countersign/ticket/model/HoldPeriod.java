package org.countersign.ticket.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;
import org.countersign.serviceclock.model.Pause;

/** A span of time that a target does not count; open until {@link #end}. */
@Entity
@Table(name = "hold_period")
public class HoldPeriod {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ticket_id")
    private Ticket ticket;

    @Enumerated(EnumType.STRING)
    private HoldReason reason;

    private String note;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "ended_at")
    private Instant endedAt;

    protected HoldPeriod() {}

    HoldPeriod(Ticket ticket, HoldReason reason, String note, Instant startedAt) {
        this.ticket = ticket;
        this.reason = reason;
        this.note = note;
        this.startedAt = startedAt;
    }

    void end(Instant now) {
        // A clock set back must not make a span that ends before it began.
        endedAt = now.isBefore(startedAt) ? startedAt : now;
    }

    boolean isOpen() {
        return endedAt == null;
    }

    HoldReason reason() {
        return reason;
    }

    Pause asPause() {
        return new Pause(startedAt, endedAt, reason.name());
    }

    Instant startedAt() {
        return startedAt;
    }
}
