package org.countersign.customer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One recording of a calendar's hours, valid from a date until that of a later recording; or that a version is withdrawn which has not begun. It is never
 * changed.
 */
@Entity
@Table(name = "calendar_version")
public class CalendarVersion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "calendar_id")
    private long calendarId;

    @Column(name = "number")
    private int number;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "definition")
    private String definition;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "withdraws")
    private Integer withdraws;

    protected CalendarVersion() {}

    /**
     * @param definition the hours as JSON
     * @param withdraws number of the version that this one withdraws, or {@code null}
     */
    public CalendarVersion(
            long calendarId, int number, LocalDate validFrom, String definition, Integer withdraws, String recordedBy, Instant recordedAt) {
        this.calendarId = calendarId;
        this.number = number;
        this.validFrom = validFrom;
        this.definition = definition;
        this.withdraws = withdraws;
        this.recordedBy = recordedBy;
        this.recordedAt = recordedAt;
    }

    public Long id() {
        return id;
    }

    public long calendarId() {
        return calendarId;
    }

    public int number() {
        return number;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public String definition() {
        return definition;
    }

    public Integer withdraws() {
        return withdraws;
    }

    public String recordedBy() {
        return recordedBy;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
