package org.countersign.ticket.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** One of those that an overtaking passed. */
@Entity
@Table(name = "overtaken_ticket")
@IdClass(OvertakenTicket.Key.class)
public class OvertakenTicket {

    @Id
    @Column(name = "overtaking_id")
    private long overtakingId;

    @Id
    @Column(name = "ticket_id")
    private long ticketId;

    protected OvertakenTicket() {}

    public OvertakenTicket(long overtakingId, long ticketId) {
        this.overtakingId = overtakingId;
        this.ticketId = ticketId;
    }

    /** Overtaking and ticket. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long overtakingId;
        private long ticketId;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.overtakingId == overtakingId && key.ticketId == ticketId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(overtakingId, ticketId);
        }
    }
}
