package org.countersign.customer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.countersign.kernel.DomainEntity;

/** What one customer agreed with the provider; calendar, targets and all that may be agreed anew are in its versions. */
@Entity
public class Contract extends DomainEntity {

    private String code;
    private String name;

    @Column(name = "organisation_id")
    private long organisationId;

    @Column(name = "valid_from")
    private LocalDate validFrom;

    @Column(name = "valid_until")
    private LocalDate validUntil;

    @Column(name = "fixed_contacts_only")
    private boolean fixedContactsOnly;

    @Enumerated(EnumType.STRING)
    @Column(name = "unproven_mail")
    private UnprovenMail unprovenMail;

    @Column(name = "inspection_level")
    private String inspectionLevel;

    private String aql;

    protected Contract() {}

    /**
     * @param fixedContactsOnly reports of others wait until a fixed contact agrees (M97)
     * @param inspectionLevel of ISO 2859-1, e.g. {@code II}
     * @param aql acceptance quality limit as the standard prints it, e.g. {@code 4.0}
     */
    public Contract(
            String code,
            String name,
            long organisationId,
            LocalDate validFrom,
            boolean fixedContactsOnly,
            UnprovenMail unprovenMail,
            String inspectionLevel,
            String aql) {
        this.code = code;
        this.organisationId = organisationId;
        this.validFrom = validFrom;
        change(name, fixedContactsOnly, unprovenMail, inspectionLevel, aql);
    }

    /** Says anew what is not in its versions; the parameters are those of the constructor. */
    public final void change(String name, boolean fixedContactsOnly, UnprovenMail unprovenMail, String inspectionLevel, String aql) {
        this.name = name;
        this.fixedContactsOnly = fixedContactsOnly;
        this.unprovenMail = unprovenMail;
        this.inspectionLevel = inspectionLevel;
        this.aql = aql;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public long organisationId() {
        return organisationId;
    }

    public LocalDate validFrom() {
        return validFrom;
    }

    public LocalDate validUntil() {
        return validUntil;
    }

    public boolean fixedContactsOnly() {
        return fixedContactsOnly;
    }

    public UnprovenMail unprovenMail() {
        return unprovenMail;
    }

    public String inspectionLevel() {
        return inspectionLevel;
    }

    public String aql() {
        return aql;
    }
}
