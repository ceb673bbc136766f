package org.countersign.work.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.countersign.customer.model.AuthorisationInForce;

/** That every line of a sheet is confirmed: by whom, under which authority, and the hash of what was confirmed. Never changed. */
@Entity
@Table(name = "timesheet_confirmation")
public class TimesheetSeal {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    private Long id;

    @Column(name = "timesheet_id")
    private long timesheetId;

    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "contact_id")
    private long contactId;

    @Column(name = "authorisation_id")
    private long authorisationId;

    @Column(name = "authorised_from")
    private Instant authorisedFrom;

    private long revision;

    @Column(name = "line_count")
    private int lineCount;

    @Column(name = "total_minutes")
    private long totalMinutes;

    @Column(name = "content_hash")
    private String contentHash;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    protected TimesheetSeal() {}

    TimesheetSeal(Timesheet sheet, TimesheetLines lines, String contentHash, AuthorisationInForce authorisation, Instant confirmedAt) {
        this.timesheetId = sheet.id();
        this.contractId = sheet.contractId();
        this.contactId = authorisation.contactId();
        this.authorisationId = authorisation.id();
        this.authorisedFrom = authorisation.authorisedFrom();
        this.revision = sheet.revision();
        this.lineCount = lines.all().size();
        this.totalMinutes = lines.totalMinutes();
        this.contentHash = contentHash;
        this.confirmedAt = confirmedAt;
    }

    public Long id() {
        return id;
    }

    public long contactId() {
        return contactId;
    }

    /** The revision that the customer saw. */
    public long revision() {
        return revision;
    }

    public long totalMinutes() {
        return totalMinutes;
    }

    public String contentHash() {
        return contentHash;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }
}
