package org.countersign.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.countersign.customer.service.ContactRow;
import org.countersign.customer.service.CustomerAdministration;
import org.countersign.customer.service.CustomerRegister;
import org.countersign.customer.service.NewContact;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountAdministration;
import org.countersign.identity.service.NewContactAccount;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** A contact of a customer: how the person is reached, and by which account the person signs in. */
@Named
@RequestScoped
public class ContactBacking {

    @EJB
    private CustomerRegister register;

    @EJB
    private CustomerAdministration administration;

    @EJB
    private AccountAdministration accounts;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private final ContactFields fields = new ContactFields();
    private ContactRow known;
    private String account;
    private String password;

    @PostConstruct
    void begin() {
        known = Parameters.number(request, "id")
                .map(register::contact)
                .orElseThrow(() -> BusinessRuleViolation.notFound("contact", Parameters.text(request, "id")));
        fields.show(known);
    }

    /** Called before the page is shown, so that a contact that is not there is answered as such. */
    public void load() {
        getKnown();
    }

    /** The contact as it was when the page was asked for. */
    public ContactRow getKnown() {
        return known;
    }

    /** Whether the reader may change anything here. */
    public boolean isEditable() {
        return reader.has(Role.ADMIN_ROLE);
    }

    public String save() {
        long seen = Parameters.number(request, "version").orElseThrow(() -> BusinessRuleViolation.stale("version"));
        NewContact wanted = fields.of(null);
        if (!messages.attempt(() -> administration.changeContact(known.email(), wanted, seen))) {
            return null;
        }
        messages.success("customer.done.saved", wanted.name().strip());
        return again();
    }

    public String createAccount() {
        if (!messages.attempt(() -> accounts.createContactAccount(new NewContactAccount(
                account, known.name(), known.email(), known.organisationId(), known.id(), password, known.language(), known.zone())))) {
            return null;
        }
        messages.success("contact.done.account", account.strip());
        return again();
    }

    private String again() {
        return Address.of("/admin/contact.xhtml").with("faces-redirect", "true").with("id", known.id()).toString();
    }

    public ContactFields getContact() {
        return fields;
    }

    public String getAccount() {
        return account;
    }

    public void setAccount(String account) {
        this.account = account;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
