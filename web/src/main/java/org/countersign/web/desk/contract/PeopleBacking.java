package org.countersign.web.desk.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.customer.model.ReportRecipient;
import org.countersign.customer.service.ContactRow;
import org.countersign.customer.service.ContractMember;
import org.countersign.customer.service.ContractPeople;
import org.countersign.customer.service.ContractRow;
import org.countersign.customer.service.CustomerAdministration;
import org.countersign.customer.service.CustomerRegister;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** Who reports and accepts under a contract, who gets its reports, and what of it is not in its versions. */
@Named
@RequestScoped
public class PeopleBacking {

    @EJB
    private CustomerRegister register;

    @EJB
    private CustomerAdministration administration;

    @EJB
    private ContractPeople people;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private ContractRow contract;
    private List<ContractMember> members;
    private List<ReportRecipient> stakeholders;
    private String contact;
    private boolean fixed;
    private boolean mayAccept;
    private String stakeholder;
    private String email;
    private String language;
    private SettingsFields settings;

    /** Called before the page is shown, so that a contract that is not there is answered as such. */
    public void load() {
        getContract();
    }

    public ContractRow getContract() {
        if (contract == null) {
            contract = register.contract(Parameters.text(request, "code"));
        }
        return contract;
    }

    public List<ContractMember> getMembers() {
        if (members == null) {
            members = register.members(getContract().code());
        }
        return members;
    }

    public List<ReportRecipient> getStakeholders() {
        if (stakeholders == null) {
            stakeholders = register.stakeholders(getContract().code());
        }
        return stakeholders;
    }

    /** Who may be chosen; the first 500 of the customer. */
    public List<ContactRow> getContacts() {
        return register.contacts(getContract().organisation(), CursorPage.MAXIMUM_LIMIT, null).items();
    }

    /** Whether the reader may change anything here. */
    public boolean isEditable() {
        return reader.has(Role.ADMIN_ROLE);
    }

    public String setMember() {
        return done("people.done.contact", contact, () -> people.setContact(getContract().code(), contact, fixed, mayAccept));
    }

    public String removeMember(String address) {
        return done("people.done.contact-removed", address, () -> people.removeContact(getContract().code(), address));
    }

    public String addStakeholder() {
        return done("people.done.stakeholder", email, () -> people.setStakeholder(getContract().code(), stakeholder, email, language));
    }

    public String removeStakeholder(String address) {
        return done("people.done.stakeholder-removed", address, () -> people.removeStakeholder(getContract().code(), address));
    }

    public String saveSettings() {
        long seen = Parameters.number(request, "version").orElseThrow(() -> BusinessRuleViolation.stale("version"));
        return done(
                "people.done.settings",
                getContract().code(),
                () -> administration.changeContract(getContract().code(), getSettings().entered(), seen));
    }

    private String done(String key, String whom, Runnable step) {
        if (!messages.attempt(step)) {
            return null;
        }
        messages.success(key, whom);
        return Address.of("/desk/contract/people.xhtml").with("faces-redirect", "true").with("code", getContract().code()).toString();
    }

    public SettingsFields getSettings() {
        if (settings == null) {
            settings = new SettingsFields(getContract().settings());
        }
        return settings;
    }

    public String getContact() {
        return contact;
    }

    public void setContact(String contact) {
        this.contact = contact;
    }

    public boolean isFixed() {
        return fixed;
    }

    public void setFixed(boolean fixed) {
        this.fixed = fixed;
    }

    public boolean isMayAccept() {
        return mayAccept;
    }

    public void setMayAccept(boolean mayAccept) {
        this.mayAccept = mayAccept;
    }

    public String getStakeholder() {
        return stakeholder;
    }

    public void setStakeholder(String stakeholder) {
        this.stakeholder = stakeholder;
    }

    public String getEmail() {
        return email;
    }

    public void setEmail(String email) {
        this.email = email;
    }

    public String getLanguage() {
        return language == null ? reader.getLanguage() : language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }
}
