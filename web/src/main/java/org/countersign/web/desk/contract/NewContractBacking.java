package org.countersign.web.desk.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.customer.service.ContractSettings;
import org.countersign.customer.service.CustomerAdministration;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.customer.service.CustomerRegister;
import org.countersign.customer.service.NewContract;
import org.countersign.customer.service.OrganisationRow;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** A new contract of a customer with its first version. */
@Named
@RequestScoped
public class NewContractBacking {

    /** What a refusal names that stands on the form itself, and not in the text. */
    private static final List<String> FIELDS = List.of(
            "code", "name", "validFrom", "unprovenMail", "inspectionLevel", "aql", "agreedBy", "agreement", "organisation");

    @EJB
    private CustomerRegister register;

    @EJB
    private CustomerAdministration administration;

    @EJB
    private CustomerDirectory directory;

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
        boolean done = messages.attempt(
                () -> administration.createContract(
                        new NewContract(code, getCustomer().code(), validFrom, settings.entered(), agreedBy, agreement)),
                refused -> messages.refuse(RefusedText.in("agreement", FIELDS, refused, messages)));
        if (!done) {
            return null;
        }
        messages.success("contract.done.created", code.strip());
        return Address.of("/desk/contract/people.xhtml").with("faces-redirect", "true").with("code", code.strip()).toString();
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

    /** The text to start from. */
    public String getAgreement() {
        if (agreement == null) {
            agreement = FirstTexts.agreement(getCalendars().stream().findFirst().orElse("OFFICE"), reader.getLanguage());
        }
        return agreement;
    }

    public void setAgreement(String agreement) {
        this.agreement = agreement;
    }
}
