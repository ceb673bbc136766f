package org.countersign.web.desk.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.customer.service.ContractSettings;
import org.countersign.customer.service.CustomerAdministration;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.customer.service.CustomerRegister;
import org.countersign.customer.service.NewContract;
import org.countersign.customer.service.OrganisationRow;
import org.countersign.web.desk.contract.form.TermsForm;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** A new contract of a customer with its first version. */
@Named
@RequestScoped
public class NewContractBacking {

    @EJB
    private CustomerRegister register;

    @EJB
    private CustomerAdministration administration;

    @EJB
    private CustomerDirectory directory;

    @EJB
    private ContractAgreements agreements;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private final SettingsFields settings = new SettingsFields(new ContractSettings(null, false, UnprovenMail.HOLD, "II", "4.0"));
    private OrganisationRow customer;
    private String code;
    private LocalDate validFrom;
    private String agreedBy;
    private String agreement;
    private TermsForm form;

    /** Called before the page is shown, so that a customer that is not there is answered as such. */
    public void load() {
        getCustomer();
    }

    public OrganisationRow getCustomer() {
        if (customer == null) {
            customer = register.organisation(Parameters.text(request, "organisation"));
        }
        return customer;
    }

    public List<String> getCalendars() {
        return directory.calendars();
    }

    public String create() {
        if (getForm().showMalformed(messages)) {
            return null;
        }
        boolean done = messages.attempt(
                () -> administration.createContract(new NewContract(
                        code, getCustomer().code(), validFrom, settings.entered(), agreedBy,
                        agreements.print(ServiceAgreement.of(form.toMap())))),
                refused -> form.show(refused, messages));
        if (!done) {
            return null;
        }
        messages.success("contract.done.created", code.strip());
        return Address.of("/desk/contract/people.xhtml").with("faces-redirect", "true").with("code", code.strip()).toString();
    }

    /** Puts into the form what the text says. */
    public void fill() {
        messages.attempt(
                () -> form = new TermsForm(agreements.read(agreement), list -> null, reader.getLocale()).inPlaceOfAll(),
                refused -> messages.refuse(RefusedText.in("agreement", List.of("agreement"), refused, messages)));
    }

    /** What is agreed; it starts from what many contracts say. */
    public TermsForm getForm() {
        if (form == null) {
            boolean sent = FacesContext.getCurrentInstance().isPostback();
            form = new TermsForm(
                    TermsForm.first(getCalendars().stream().findFirst().orElse("OFFICE"), reader.getLanguage()),
                    list -> sent ? Parameters.number(request, list).orElse(null) : null,
                    reader.getLocale())
                    .changedBefore(Boolean.parseBoolean(request.getParameter("changed")));
        }
        return form;
    }

    public SettingsFields getSettings() {
        return settings;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public String getAgreedBy() {
        return agreedBy;
    }

    public void setAgreedBy(String agreedBy) {
        this.agreedBy = agreedBy;
    }

    public String getAgreement() {
        return agreement;
    }

    public void setAgreement(String agreement) {
        this.agreement = agreement;
    }
}
