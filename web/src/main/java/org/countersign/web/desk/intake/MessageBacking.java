package org.countersign.web.desk.intake;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.countersign.intake.model.MessageDecision;
import org.countersign.intake.service.InboundDetails;
import org.countersign.intake.service.IntakeDecision;
import org.countersign.intake.service.IntakeQueries;
import org.countersign.web.support.Messages;
import org.countersign.web.support.PageId;

/** One message that came in, and the decision about it. */
@Named("inboundMessage")
@RequestScoped
public class MessageBacking {

    @EJB
    private IntakeQueries queries;

    @EJB
    private IntakeDecision decisions;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private InboundDetails details;
    private String ticket;
    private String reason;

    /** Called before the page is shown, so that a message that is not there is answered as such. */
    public void load() {
        getDetails();
    }

    public InboundDetails getDetails() {
        if (details == null) {
            details = queries.find(id(), false);
        }
        return details;
    }

    /** Plain text unless the reader asks for the sender's layout. */
    public boolean isFormatted() {
        return "html".equals(request.getParameter("as")) && getDetails().mail() != null && getDetails().mail().html() != null;
    }

    public boolean isToDecide() {
        return getDetails().row().toDecide();
    }

    public String accept() {
        return decide(MessageDecision.ACCEPT);
    }

    public String attach() {
        return decide(MessageDecision.ATTACH);
    }

    public String refuse() {
        return decide(MessageDecision.REFUSE);
    }

    private String decide(MessageDecision decision) {
        if (!messages.attempt(() -> decisions.decide(id(), decision, ticket, reason))) {
            return null;
        }
        messages.success("inbound.done");
        return "/desk/intake/message.xhtml?faces-redirect=true&id=" + id();
    }

    public long id() {
        return PageId.of(request, "id", "message");
    }

    public String getTicket() {
        return ticket;
    }

    public void setTicket(String ticket) {
        this.ticket = ticket;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }
}
