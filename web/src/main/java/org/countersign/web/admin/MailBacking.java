package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.countersign.notification.model.OutboxState;
import org.countersign.notification.service.OutboxAdministration;
import org.countersign.notification.service.OutboxDetails;
import org.countersign.notification.service.OutboxQueries;
import org.countersign.web.support.Messages;
import org.countersign.web.support.PageId;

/** One mail of the outbox. */
@Named
@RequestScoped
public class MailBacking {

    @EJB
    private OutboxQueries queries;

    @EJB
    private OutboxAdministration administration;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private OutboxDetails mail;

    /** Called before the page is shown, so that a mail that is not there is answered as such. */
    public void load() {
        getMail();
    }

    public OutboxDetails getMail() {
        if (mail == null) {
            mail = queries.find(id());
        }
        return mail;
    }

    /** A mail that was given up, or that waits for its next attempt after a failed one. */
    public boolean isRetriable() {
        OutboxState state = getMail().state();
        return state == OutboxState.DEAD || state == OutboxState.PENDING && getMail().attempts() > 0;
    }

    public String retry() {
        boolean done = messages.attempt(() -> administration.retry(id()));
        mail = null;
        if (!done) {
            return null;
        }
        messages.success("outbox.done.retried");
        return "/admin/mail.xhtml?faces-redirect=true&id=" + id();
    }

    private long id() {
        return PageId.of(request, "id", "mail");
    }
}
