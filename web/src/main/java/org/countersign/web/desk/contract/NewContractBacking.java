package org.countersign.web.desk.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.countersign.customer.model.SamplingTerms;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.customer.service.CustomerAdministration;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.customer.service.CustomerRegister;
import org.countersign.customer.service.NewContract;
import org.countersign.customer.service.OrganisationRow;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.support.Causes;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Reader;
import org.countersign.web.ticket.Address;
import org.countersign.web.ticket.TicketFilters;

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

    private OrganisationRow customer;
    private String code;
    private String name;
    private LocalDate validFrom;
    private boolean fixedContactsOnly;
    private UnprovenMail unprovenMail = UnprovenMail.HOLD;
    private String inspectionLevel = "II";
    private String aql = "4.0";
    private String agreedBy;
    private String agreement;

    /** Called before the page is shown, so that a customer that is not there is answered as such. */
    public void load() {
        getCustomer();
    }

    public OrganisationRow getCustomer() {
        if (customer == null) {
            customer = register.organisation(TicketFilters.text(request.getParameter("organisation")));
        }
        return customer;
    }

    public List<String> getCalendars() {
        return directory.calendars();
    }

    public String create() {
        try {
            administration.createContract(new NewContract(
                    code, name, getCustomer().code(), validFrom, fixedContactsOnly, unprovenMail, inspectionLevel, aql, agreedBy, agreement));
        } catch (RuntimeException failure) {
            if (Causes.unwrap(failure) instanceof BusinessRuleViolation refused) {
                messages.refuse(RefusedText.in("agreement", FIELDS, refused, reader.getLocale()));
                return null;
            }
            throw failure;
        }
        messages.success("contract.done.created", code.strip());
        return Address.of("/desk/contract/people.xhtml").with("faces-redirect", "true").with("code", code.strip()).toString();
    }

    public List<UnprovenMail> getMailRules() {
        return Arrays.asList(UnprovenMail.values());
    }

    public List<String> getInspectionLevels() {
        return SamplingTerms.LEVELS;
    }

    public List<String> getLimits() {
        return SamplingTerms.LIMITS;
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

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public boolean isFixedContactsOnly() {
        return fixedContactsOnly;
    }

    public void setFixedContactsOnly(boolean fixedContactsOnly) {
        this.fixedContactsOnly = fixedContactsOnly;
    }

    public UnprovenMail getUnprovenMail() {
        return unprovenMail;
    }

    public void setUnprovenMail(UnprovenMail unprovenMail) {
        this.unprovenMail = unprovenMail;
    }

    public String getInspectionLevel() {
        return inspectionLevel;
    }

    public void setInspectionLevel(String inspectionLevel) {
        this.inspectionLevel = inspectionLevel;
    }

    public String getAql() {
        return aql;
    }

    public void setAql(String aql) {
        this.aql = aql;
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
