package org.countersign.work.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** That the customer does not agree with a line, and why. Inserted and never changed; a settlement ends it. */
@Entity
@Table(name = "timesheet_dispute")
public class TimesheetDispute {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "line_id")
    private long lineId;

    @Column(name = "timesheet_id")
    private long timesheetId;

    @Column(name = "contact_id")
    private long contactId;

    private String reason;

    @Column(name = "disputed_at")
    private Instant disputedAt;

    protected TimesheetDispute() {}

    TimesheetDispute(TimesheetLine line, long contactId, String reason, Instant disputedAt) {
        this.lineId = line.id();
        this.timesheetId = line.timesheetId();
        this.contactId = contactId;
        this.reason = reason;
        this.disputedAt = disputedAt;
    }

    public Long id() {
        return id;
    }

    public long lineId() {
        return lineId;
    }

    public long timesheetId() {
        return timesheetId;
    }

    public long contactId() {
        return contactId;
    }

    public String reason() {
        return reason;
    }

    public Instant disputedAt() {
        return disputedAt;
    }
}
