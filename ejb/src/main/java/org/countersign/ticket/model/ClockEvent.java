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

/** One entry of the log from which the clock of a ticket is read. It is written once and never changed. */
@Entity
@Table(name = "clock_event")
public class ClockEvent {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "ticket_id")
    private Ticket ticket;

    private int ordinal;

    @Enumerated(EnumType.STRING)
    private ClockEventKind kind;

    @Column(name = "occurred_at")
    private Instant at;

    @Enumerated(EnumType.STRING)
    private HoldReason reason;

    @Column(name = "until_at")
    private Instant until;

    @Enumerated(EnumType.STRING)
    @Column(name = "ticket_kind")
    private TicketKind ticketKind;

    @Enumerated(EnumType.STRING)
    private Impact impact;

    @Enumerated(EnumType.STRING)
    private Urgency urgency;

    @Enumerated(EnumType.STRING)
    @Column(name = "wished_priority")
    private Priority wish;

    protected ClockEvent() {}

    private ClockEvent(Ticket ticket, int ordinal, ClockEventKind kind, Instant at) {
        this.ticket = ticket;
        this.ordinal = ordinal;
        this.kind = kind;
        this.at = at;
    }

    static ClockEvent of(Ticket ticket, int ordinal, ClockEventKind kind, Instant at) {
        return new ClockEvent(ticket, ordinal, kind, at);
    }

    /**
     * The ticket waits from now on.
     *
     * @param until when the wait ends by itself, or {@code null}
     */
    static ClockEvent waiting(Ticket ticket, int ordinal, ClockEventKind kind, HoldReason reason, Instant until, Instant at) {
        ClockEvent event = new ClockEvent(ticket, ordinal, kind, at);
        event.reason = reason;
        event.until = until;
        return event;
    }

    /**
     * What the ticket is judged to be, at receipt or later.
     *
     * @param wish the customer's own priority, or {@code null}
     */
    static ClockEvent judged(
            Ticket ticket, int ordinal, ClockEventKind kind, TicketKind ticketKind, Impact impact, Urgency urgency, Priority wish, Instant at) {
        ClockEvent event = new ClockEvent(ticket, ordinal, kind, at);
        event.ticketKind = ticketKind;
        event.impact = impact;
        event.urgency = urgency;
        event.wish = wish;
        return event;
    }

    int ordinal() {
        return ordinal;
    }

    public ClockEventKind kind() {
        return kind;
    }

    public Instant at() {
        return at;
    }

    /** Why the ticket waits from here on, or {@code null}. */
    public HoldReason reason() {
        return reason;
    }

    /** When the wait that begins here ends, unless another entry ends it before; {@code null} where only another entry does. */
    public Instant until() {
        return until;
    }

    /** What the ticket is judged to be from here on, or {@code null} where that is not the matter. */
    public TicketKind ticketKind() {
        return ticketKind;
    }

    public Impact impact() {
        return impact;
    }

    public Urgency urgency() {
        return urgency;
    }

    public Priority wish() {
        return wish;
    }
}
