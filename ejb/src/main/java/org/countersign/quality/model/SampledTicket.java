package org.countersign.quality.model;

import java.util.ArrayList;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A drawn ticket, which is to be reviewed; its id is also that of its review. Never changed. */
@Entity
@Table(name = "sampled_ticket")
public class SampledTicket {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "lot_id")
    private long lotId;

    @Column(name = "draw_order")
    private int drawOrder;

    @Column(name = "lot_position")
    private int lotPosition;

    @Column(name = "ticket_id")
    private long ticketId;

    @Column(name = "ticket_number")
    private String ticketNumber;

    protected SampledTicket() {
    }

    SampledTicket(long lotId, int order, LotMember member) {
        this.lotId = lotId;
        this.drawOrder = order;
        this.lotPosition = member.position();
        this.ticketId = member.ticketId();
        this.ticketNumber = member.ticketNumber();
    }

    /** The sample of a lot in the order of drawing. */
    public static List<SampledTicket> of(InspectionLot lot, List<LotMember> members) {
        List<SampledTicket> sample = new ArrayList<>();
        for (int position : lot.redraw().positions()) {
            sample.add(new SampledTicket(lot.id(), sample.size() + 1, members.get(position - 1)));
        }
        return sample;
    }

    public Long id() {
        return id;
    }

    public long lotId() {
        return lotId;
    }

    /** 1 for the ticket drawn first. */
    public int order() {
        return drawOrder;
    }

    /** The ticket's position in the population, from 1. */
    public int position() {
        return lotPosition;
    }

    public long ticketId() {
        return ticketId;
    }

    public String ticketNumber() {
        return ticketNumber;
    }
}
