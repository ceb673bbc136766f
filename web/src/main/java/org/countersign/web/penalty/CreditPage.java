package org.countersign.web.penalty;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.List;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.penalty.model.PenaltyMonth;
import org.countersign.penalty.service.PenaltyDetails;
import org.countersign.penalty.service.PenaltyLedger;
import org.countersign.penalty.service.PenaltyQueries;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;
import org.countersign.web.support.TypedNumber;

/** One service credit: how it was calculated, what became of it, and what its reader may do next. */
@Named
@RequestScoped
public class CreditPage {

    @EJB
    private PenaltyQueries queries;

    @EJB
    private PenaltyLedger ledger;

    @Inject
    private PenaltyWords words;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private PenaltyDetails details;
    private String reason;
    private String amount;

    /** Called before the page is shown, so that a credit that is not there is answered as such. */
    public void load() {
        getDetails();
    }

    public PenaltyDetails getDetails() {
        if (details == null) {
            details = queries.entry(getId());
        }
        return details;
    }

    public long getId() {
        return Parameters.number(request, "id")
                .orElseThrow(() -> BusinessRuleViolation.notFound("penalty", String.valueOf(request.getParameter("id"))));
    }

    public boolean isOfWholeMonth() {
        return getDetails().entry().subject().equals(PenaltyMonth.WHOLE_MONTH);
    }

    public List<CalculationWords.Line> getLines() {
        return calculation().lines();
    }

    public List<String> getTickets() {
        return calculation().tickets();
    }

    public List<CalculationWords.Span> getSpans() {
        return calculation().spans();
    }

    private CalculationWords calculation() {
        return new CalculationWords(getDetails().entry(), reader.getLocale(), words);
    }

    /** Whether the form stays: the reader may decide, or just tried to. */
    public boolean isDeciding() {
        return getDetails().mayDecide() || sent("agree") || sent("dispute");
    }

    public boolean isSettling() {
        return getDetails().maySettle() || sent("settle");
    }

    private boolean sent(String form) {
        return request.getParameter(form) != null;
    }

    public String agree() {
        return done("penalty.done.agreed", () -> ledger.agree(getId(), seen()));
    }

    public String dispute() {
        return done("penalty.done.disputed", () -> ledger.dispute(getId(), reason, seen()));
    }

    public String settle() {
        return done("penalty.done.settled", () -> ledger.settle(getId(), money(), reason, seen()));
    }

    private BigDecimal money() {
        String plain = Objects.toString(TypedNumber.plain(amount, reader.getLocale()), "");
        if (!plain.matches("-?[0-9]{1,15}(\\.[0-9]{1,6})?")) {
            throw BusinessRuleViolation.invalid("amount", "agreement-number-malformed", plain);
        }
        return new BigDecimal(plain);
    }

    /** The step that the reader saw when the form was shown: a decision is about that one only. */
    private long seen() {
        return Parameters.number(request, "step").orElseThrow(() -> BusinessRuleViolation.stale("penalty"));
    }

    private String done(String key, Runnable decision) {
        if (!messages.attempt(decision)) {
            details = null;
            return null;
        }
        messages.success(key);
        return FacesContext.getCurrentInstance().getViewRoot().getViewId() + "?faces-redirect=true&id=" + getId();
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    /** As it was typed; at first the amount that is disputed. */
    public String getAmount() {
        return amount == null ? TypedNumber.written(getDetails().entry().amount(), reader.getLocale()) : amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }
}
