package org.countersign.work.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** One piece of work as it stood when the week was cut. Inserted and never changed. */
@Entity
@Table(name = "timesheet_line")
public class TimesheetLine {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "timesheet_id")
    private long timesheetId;

    private int ordinal;

    @Column(name = "worklog_id")
    private long worklogId;

    @Column(name = "ticket_number")
    private String ticketNumber;

    @Column(name = "account_id")
    private long accountId;

    private String person;

    @Enumerated(EnumType.STRING)
    private Activity activity;

    @Column(name = "work_date")
    private LocalDate workDate;

    @Column(name = "started_at")
    private Instant startedAt;

    private int minutes;

    @Column(name = "travel_minutes")
    private int travelMinutes;

    private String note;

    protected TimesheetLine() {}

    /**
     * @param ordinal place on the sheet, from 1
     * @param zone the contract's, for the date
     */
    public TimesheetLine(long timesheetId, int ordinal, TimesheetCompilation.Entry entry, ZoneId zone) {
        this.timesheetId = timesheetId;
        this.ordinal = ordinal;
        this.worklogId = entry.worklogId();
        this.ticketNumber = entry.ticketNumber();
        this.accountId = entry.accountId();
        this.person = entry.person();
        this.activity = entry.activity();
        this.workDate = LocalDate.ofInstant(entry.startedAt(), zone);
        this.startedAt = entry.startedAt();
        this.minutes = entry.minutes();
        this.travelMinutes = entry.travelMinutes();
        this.note = entry.note();
    }

    public Long id() {
        return id;
    }

    public long timesheetId() {
        return timesheetId;
    }

    public int ordinal() {
        return ordinal;
    }

    public long worklogId() {
        return worklogId;
    }

    public String ticketNumber() {
        return ticketNumber;
    }

    public String person() {
        return person;
    }

    public Activity activity() {
        return activity;
    }

    public LocalDate workDate() {
        return workDate;
    }

    public Instant startedAt() {
        return startedAt;
    }

    public int minutes() {
        return minutes;
    }

    public int travelMinutes() {
        return travelMinutes;
    }

    public String note() {
        return note;
    }
}
