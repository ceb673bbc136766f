package org.countersign.customer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.Locale;
import org.countersign.kernel.DomainEntity;

/** A person of a customer organisation, known by one mail address. */
@Entity
public class Contact extends DomainEntity {

    @Column(name = "organisation_id")
    private long organisationId;

    private String name;
    private String email;
    private String phone;
    private String language;
    private String zone;

    protected Contact() {}

    /**
     * @param language one of en, hu, nl, pt: the language of mails to this person
     * @param zone IANA name
     */
    public Contact(long organisationId, String name, String email, String phone, String language, String zone) {
        this.organisationId = organisationId;
        change(name, email, phone, language, zone);
    }

    /** Says anew who it is and how the person is reached; the parameters are those of the constructor. */
    public final void change(String name, String email, String phone, String language, String zone) {
        this.name = name;
        this.email = email.toLowerCase(Locale.ROOT);
        this.phone = phone;
        this.language = language;
        this.zone = java.time.ZoneId.of(zone).getId();
    }

    public long organisationId() {
        return organisationId;
    }

    public String name() {
        return name;
    }

    public String email() {
        return email;
    }

    public String phone() {
        return phone;
    }

    public String language() {
        return language;
    }

    public String zone() {
        return zone;
    }
}
