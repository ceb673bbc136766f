package org.countersign.work.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** The end of a dispute. Inserted and never changed. */
@Entity
@Table(name = "timesheet_settlement")
public class TimesheetSettlement {

    @Id
    @Column(name = "dispute_id")
    private long disputeId;

    @Column(name = "line_id")
    private long lineId;

    @Column(name = "timesheet_id")
    private long timesheetId;

    @Enumerated(EnumType.STRING)
    private SettlementManner manner;

    private String text;

    @Column(name = "minutes_off")
    private int minutesOff;

    @Column(name = "travel_off")
    private int travelOff;

    @Column(name = "settled_by_id")
    private long settledById;

    @Column(name = "settled_at")
    private Instant settledAt;

    protected TimesheetSettlement() {}

    TimesheetSettlement(
            TimesheetDispute dispute,
            SettlementManner manner,
            String text,
            int minutesOff,
            int travelOff,
            long settledById,
            Instant settledAt) {
        this.disputeId = dispute.id();
        this.lineId = dispute.lineId();
        this.timesheetId = dispute.timesheetId();
        this.manner = manner;
        this.text = text;
        this.minutesOff = minutesOff;
        this.travelOff = travelOff;
        this.settledById = settledById;
        this.settledAt = settledAt;
    }

    public long disputeId() {
        return disputeId;
    }

    public long lineId() {
        return lineId;
    }

    public SettlementManner manner() {
        return manner;
    }

    public String text() {
        return text;
    }

    public int minutesOff() {
        return minutesOff;
    }

    public int travelOff() {
        return travelOff;
    }

    public Instant settledAt() {
        return settledAt;
    }
}
