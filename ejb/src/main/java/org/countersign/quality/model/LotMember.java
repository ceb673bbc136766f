package org.countersign.quality.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;

/** One ticket of a lot's population at its position. Never changed, so that the draw can be repeated. */
@Entity
@Table(name = "lot_member")
@IdClass(LotMember.Key.class)
public class LotMember {

    @Id
    @Column(name = "lot_id")
    private long lotId;

    @Id
    @Column(name = "lot_position")
    private int lotPosition;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "ticket_id")
    private long ticketId;

    @Column(name = "ticket_number")
    private String ticketNumber;

    protected LotMember() {
    }

    LotMember(long lotId, long contractId, int position, long ticketId, String ticketNumber) {
        this.lotId = lotId;
        this.contractId = contractId;
        this.lotPosition = position;
        this.ticketId = ticketId;
        this.ticketNumber = ticketNumber;
    }

    /**
     * The members of a lot in the order of their positions.
     *
     * @param lot     the lot, with its id
     * @param tickets ids of the population's tickets by number
     */
    public static List<LotMember> of(InspectionLot lot, Population population, Map<String, Long> tickets) {
        List<LotMember> members = new ArrayList<>();
        for (String number : population.ticketNumbers()) {
            members.add(new LotMember(lot.id(), lot.contractId(), members.size() + 1, tickets.get(number), number));
        }
        return members;
    }

    /** 1 to the size of the lot. */
    public int position() {
        return lotPosition;
    }

    public long ticketId() {
        return ticketId;
    }

    public String ticketNumber() {
        return ticketNumber;
    }

    /** The pair that identifies it. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long lotId;
        private int lotPosition;

        public Key() {
        }

        public Key(long lotId, int lotPosition) {
            this.lotId = lotId;
            this.lotPosition = lotPosition;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.lotId == lotId && key.lotPosition == lotPosition;
        }

        @Override
        public int hashCode() {
            return Objects.hash(lotId, lotPosition);
        }
    }
}
