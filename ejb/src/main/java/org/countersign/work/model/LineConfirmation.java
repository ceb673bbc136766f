package org.countersign.work.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.countersign.customer.model.AuthorisationInForce;

/** The customer's word on one line. Inserted and never changed. */
@Entity
@Table(name = "timesheet_line_confirmation")
public class LineConfirmation {

    @Id
    @Column(name = "line_id")
    private long lineId;

    @Column(name = "timesheet_id")
    private long timesheetId;

    @Column(name = "contact_id")
    private long contactId;

    @Column(name = "authorisation_id")
    private long authorisationId;

    private long revision;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;

    protected LineConfirmation() {}

    LineConfirmation(TimesheetLine line, AuthorisationInForce authorisation, long revision, Instant confirmedAt) {
        this.lineId = line.id();
        this.timesheetId = line.timesheetId();
        this.contactId = authorisation.contactId();
        this.authorisationId = authorisation.id();
        this.revision = revision;
        this.confirmedAt = confirmedAt;
    }

    public long lineId() {
        return lineId;
    }

    public long contactId() {
        return contactId;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }
}
