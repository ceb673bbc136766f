package org.countersign.web.desk.contract;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.web.desk.contract.form.TermsForm;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** The next version of a contract by form. */
@Named
@RequestScoped
public class TermsBacking {

    @EJB
    private ContractAgreements agreements;

    @EJB
    private CustomerDirectory customers;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private ContractTerms terms;
    private AgreedVersion latest;
    private TermsForm form;
    private String agreedBy;
    private LocalDate inForceFrom;

    @PostConstruct
    void begin() {
        terms = customers.contract(String.valueOf(Parameters.text(request, "code")));
        boolean sent = FacesContext.getCurrentInstance().isPostback();
        Long seen = sent ? RefusedText.seen(request) : null;
        latest = agreements.version(terms.code(), seen == null ? null : seen.intValue());
        form = new TermsForm(
                latest.agreement(), list -> sent ? Parameters.number(request, list).orElse(null) : null, reader.getLocale())
                .changedBefore(Boolean.parseBoolean(request.getParameter("changed")));
        if (!sent && latest.inForceFrom().isAfter(clock.instant())) {
            inForceFrom = firstDayAfter(latest.inForceFrom());
        }
    }

    /** The first day that begins no earlier than what is planned, which stays planned unless another day is said. */
    private LocalDate firstDayAfter(Instant planned) {
        LocalDate day = LocalDate.ofInstant(planned, terms.calendar().zone());
        return day.atStartOfDay(terms.calendar().zone()).toInstant().isBefore(planned) ? day.plusDays(1) : day;
    }

    /** Called before the page is shown, so that a contract that is not there is answered as such. */
    public void load() {
        getTerms();
    }

    public String record() {
        if (form.showMalformed(messages)) {
            return null;
        }
        int[] number = new int[1];
        boolean done = messages.attempt(
                () -> number[0] = agreements.record(
                        terms.code(),
                        agreements.print(ServiceAgreement.of(form.toMap())),
                        inForceFrom == null ? null : inForceFrom.atStartOfDay(terms.calendar().zone()).toInstant(),
                        agreedBy,
                        null,
                        RefusedText.seen(request)),
                refused -> form.show(refused, messages));
        if (!done) {
            return null;
        }
        messages.success("contract.recorded", number[0]);
        return Address.of("/desk/contract/contract.xhtml")
                .with("faces-redirect", "true")
                .with("code", terms.code())
                .with("version", number[0])
                .toString();
    }

    public ContractTerms getTerms() {
        return terms;
    }

    /** Number of the version that was the latest when the form was opened, which the next one follows. */
    public int getLatest() {
        return latest.number();
    }

    public TermsForm getForm() {
        return form;
    }

    public String getAgreedBy() {
        return agreedBy;
    }

    public void setAgreedBy(String agreedBy) {
        this.agreedBy = agreedBy;
    }

    public LocalDate getInForceFrom() {
        return inForceFrom;
    }

    public void setInForceFrom(LocalDate inForceFrom) {
        this.inForceFrom = inForceFrom;
    }
}
