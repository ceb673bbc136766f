package org.countersign.web.portal.ticket;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.util.List;
import org.countersign.ticket.model.AcceptanceManner;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.service.TicketConversation;
import org.countersign.ticket.service.TicketDetails;
import org.countersign.ticket.service.TicketHandling;
import org.countersign.ticket.service.TicketResolution;
import org.countersign.web.support.Messages;
import org.countersign.web.ticket.TicketPage;
import org.countersign.web.ticket.UploadedFiles;

/** The customer's word on a ticket: accept or reject (M64, M65), agree, withdraw, write, attach. */
@Named("portalTicket")
@RequestScoped
public class TicketBacking {

    @EJB
    private TicketResolution resolution;

    @EJB
    private TicketHandling handling;

    @EJB
    private TicketConversation conversation;

    @Inject
    private TicketPage page;

    @Inject
    private Messages messages;

    private String comment;
    private String reason;
    private String message;
    private List<Part> files;

    /** Whether the reader may say yes to the proposed solution. */
    public boolean isAcceptable() {
        return page.offers("ACCEPT") && page.getTicket().mayAccept();
    }

    /** Whether the reader may say no to it: whoever may say yes, and the reporter. */
    public boolean isRejectable() {
        TicketDetails ticket = page.getTicket();
        return page.offers("REJECT") && (ticket.mayAccept() || ticket.mayWithdraw());
    }

    public boolean isWithdrawable() {
        return page.offers("WITHDRAW") && page.getTicket().mayWithdraw();
    }

    public boolean isReleasable() {
        return page.offers("RELEASE") && page.getTicket().mayRelease();
    }

    /** Whether it is at a level that the reader's own staff works, and the reader may give it back. */
    public boolean isYours() {
        return page.offers("HAND_BACK") && page.getTicket().mayHandBack();
    }

    public String handBack() {
        return step("portal.done.handed-back", () -> resolution.handBack(number(), message, Channel.PORTAL, page.getSeenVersion()));
    }

    public String accept() {
        return step(
                "portal.done.accepted", () -> resolution.accept(number(), comment, AcceptanceManner.PORTAL, page.getSeenVersion()));
    }

    public String reject() {
        return step("portal.done.rejected", () -> resolution.reject(number(), reason, page.getSeenVersion()));
    }

    public String withdraw() {
        return step("portal.done.withdrawn", () -> resolution.withdraw(number(), reason, page.getSeenVersion()));
    }

    public String release() {
        return step("portal.done.released", () -> handling.release(number(), page.getSeenVersion()));
    }

    public String post() {
        return step("portal.done.posted", () -> conversation.post(number(), message, null, Channel.PORTAL));
    }

    public String attach() {
        if (UploadedFiles.chosen(files).isEmpty()) {
            messages.error("ticket.no-file");
            return null;
        }
        return step("ticket.done.attached", () -> UploadedFiles.attach(conversation, number(), files));
    }

    private String step(String done, Runnable useCase) {
        if (!messages.attempt(useCase)) {
            page.reload();
            return null;
        }
        messages.success(done, number());
        return "/portal/ticket/ticket.xhtml?faces-redirect=true&number=" + number();
    }

    private String number() {
        return page.getNumber();
    }

    public String getComment() {
        return comment;
    }

    public void setComment(String comment) {
        this.comment = comment;
    }

    public String getReason() {
        return reason;
    }

    public void setReason(String reason) {
        this.reason = reason;
    }

    public String getMessage() {
        return message;
    }

    public void setMessage(String message) {
        this.message = message;
    }

    public List<Part> getFiles() {
        return files;
    }

    public void setFiles(List<Part> files) {
        this.files = files;
    }
}
