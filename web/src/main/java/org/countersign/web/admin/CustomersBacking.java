package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.customer.service.CustomerAdministration;
import org.countersign.customer.service.CustomerRegister;
import org.countersign.customer.service.OrganisationRow;
import org.countersign.identity.model.Role;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** All customers, and a new one. */
@Named
@RequestScoped
public class CustomersBacking {

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

    private ListPage<OrganisationRow> page;
    private String code;
    private String name;

    public ListPage<OrganisationRow> getPage() {
        if (page == null) {
            page = ListPage.read(request, address(), after -> register.organisations(getText(), null, after));
        }
        return page;
    }

    public List<OrganisationRow> getRows() {
        return getPage().rows();
    }

    private Address address() {
        return Address.of("customers.xhtml").with("q", getText());
    }

    /** What the list is searched for, or {@code null}. */
    public String getText() {
        return Parameters.text(request, "q");
    }

    /** Whether the reader may change anything here. */
    public boolean isEditable() {
        return reader.has(Role.ADMIN_ROLE);
    }

    public String create() {
        if (!messages.attempt(() -> administration.createOrganisation(code, name))) {
            return null;
        }
        messages.success("customer.done.created", code.strip());
        return Address.of("/admin/customer.xhtml").with("faces-redirect", "true").with("code", code.strip()).toString();
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }
}
