package org.countersign.web.admin;

import org.countersign.customer.service.ContactRow;
import org.countersign.customer.service.NewContact;
import org.countersign.web.support.Reader;

/** What is typed about a contact. */
public final class ContactFields {

    private String name;
    private String email;
    private String phone;
    private String language;
    private String zone;

    /** A new contact is thought to live as the reader does. */
    void begin(Reader reader) {
        language = reader.getLanguage();
        zone = reader.getCaller().zone();
    }

    void show(ContactRow contact) {
        name = contact.name();
        email = contact.email();
        phone = contact.phone();
        language = contact.language();
        zone = contact.zone();
    }

    NewContact of(String organisation) {
        return new NewContact(organisation, name, email, phone, language, zone);
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getPhone() {
        return phone;
    }

    public void setPhone(String phone) {
        this.phone = phone;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }
}
