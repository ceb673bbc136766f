package org.countersign.web.admin;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.customer.service.ContactRow;
import org.countersign.customer.service.ContractRow;
import org.countersign.customer.service.CustomerAdministration;
import org.countersign.customer.service.CustomerRegister;
import org.countersign.customer.service.NewContact;
import org.countersign.customer.service.OrganisationRow;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** A customer with contacts and contracts. */
@Named
@RequestScoped
public class CustomerBacking {

    @EJB
    private CustomerRegister register;

    @EJB
    private CustomerAdministration administration;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private final ContactFields contact = new ContactFields();
    private OrganisationRow customer;
    private List<ContractRow> contracts;
    private ListPage<ContactRow> page;
    private String name;

    @PostConstruct
    void begin() {
        contact.begin(reader);
    }

    /** Called before the page is shown, so that a customer that is not there is answered as such. */
    public void load() {
        getCustomer();
    }

    public OrganisationRow getCustomer() {
        if (customer == null) {
            customer = register.organisation(Parameters.text(request, "code"));
        }
        return customer;
    }

    public List<ContactRow> getContacts() {
        return getPage().rows();
    }

    public ListPage<ContactRow> getPage() {
        if (page == null) {
            page = ListPage.read(request, address(), after -> register.contacts(getCustomer().code(), null, after));
        }
        return page;
    }

    private Address address() {
        return Address.of("customer.xhtml").with("code", getCustomer().code());
    }

    /** The first 500 of them. */
    public List<ContractRow> getContracts() {
        if (contracts == null) {
            contracts = register.contracts(getCustomer().code(), CursorPage.MAXIMUM_LIMIT, null).items();
        }
        return contracts;
    }

    /** Whether the reader may change anything here. */
    public boolean isEditable() {
        return reader.has(Role.ADMIN_ROLE);
    }

    public String rename() {
        long seen = Parameters.number(request, "version").orElseThrow(() -> BusinessRuleViolation.stale("version"));
        if (!messages.attempt(() -> administration.renameOrganisation(getCustomer().code(), name, seen))) {
            return null;
        }
        messages.success("customer.done.saved", name.strip());
        return again();
    }

    public String addContact() {
        NewContact wanted = contact.of(getCustomer().code());
        if (!messages.attempt(() -> administration.createContact(wanted))) {
            return null;
        }
        messages.success("customer.done.contact-added", wanted.name().strip());
        return again();
    }

    private String again() {
        return Address.of("/admin/customer.xhtml").with("faces-redirect", "true").with("code", getCustomer().code()).toString();
    }

    public ContactFields getContact() {
        return contact;
    }

    public String getName() {
        return name == null ? getCustomer().name() : name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
