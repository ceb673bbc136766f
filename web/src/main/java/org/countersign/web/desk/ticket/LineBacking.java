package org.countersign.web.desk.ticket;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.CursorPage;
import org.countersign.ticket.service.OvertakingFilter;
import org.countersign.ticket.service.OvertakingRow;
import org.countersign.ticket.service.QueueQueries;
import org.countersign.ticket.service.QueueView;
import org.countersign.ticket.service.TicketHandling;
import org.countersign.ticket.service.WaitingTicket;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Reader;
import org.countersign.web.ticket.Address;
import org.countersign.web.ticket.TicketFilters;

/** One queue with those who wait in it, the first in line first; without a queue in the address, all in which somebody waits. */
@Named
@RequestScoped
public class LineBacking {

    private static final String PAGE = "/desk/ticket/line.xhtml";

    @EJB
    private QueueQueries queries;

    @EJB
    private TicketHandling handling;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private List<QueueView.Summary> queues;
    private QueueView queue;
    private CursorPage<OvertakingRow> overtakings;

    /** Called before the page is shown, so that a contract that is not there is answered as such. */
    public void load() {
        if (isChosen()) {
            getQueue();
        }
    }

    public boolean isChosen() {
        return getContract() != null;
    }

    public String getContract() {
        return TicketFilters.text(request.getParameter("contract"));
    }

    public SupportLevel getLevel() {
        return TicketFilters.constant(SupportLevel.class, request.getParameter("level")).orElse(SupportLevel.L1);
    }

    /** The queues in which somebody waits. */
    public List<QueueView.Summary> getQueues() {
        if (queues == null) {
            queues = queries.waiting();
        }
        return queues;
    }

    public QueueView getQueue() {
        if (queue == null) {
            queue = queries.queue(getContract(), getLevel(), null, TicketFilters.text(request.getParameter("after")));
        }
        return queue;
    }

    /** The number of the one in front, or nothing. */
    public String getFirstInLine() {
        boolean front = TicketFilters.text(request.getParameter("after")) == null;
        List<WaitingTicket> line = getQueue().line().items();
        return front && !line.isEmpty() ? line.get(0).number() : "";
    }

    public CursorPage<OvertakingRow> getOvertakings() {
        if (overtakings == null) {
            overtakings = queries.overtakings(
                    getContract(), getLevel(), OvertakingFilter.ALL, null, TicketFilters.text(request.getParameter("passed")));
        }
        return overtakings;
    }

    /** Whether the reader, an agent, may take the first in line. */
    public boolean isTaking() {
        return reader.has(Role.AGENT_ROLE) && getQueue().waiting() > 0;
    }

    /** Takes the first in line and goes to its page. */
    public String takeNext() {
        Optional<?>[] taken = {Optional.empty()};
        if (!messages.attempt(() -> taken[0] = handling.takeNext(getContract(), getLevel(), request.getParameter("seen")))) {
            return null;
        }
        if (taken[0].isEmpty()) {
            messages.warning("line.nobody");
            return Address.of(PAGE).with("faces-redirect", true).with("contract", getContract()).with("level", getLevel()).toString();
        }
        messages.success("ticket.done.taken", taken[0].get());
        return "/desk/ticket/ticket.xhtml?faces-redirect=true&number=" + taken[0].get();
    }

    public SupportLevel[] getLevels() {
        return SupportLevel.values();
    }

    /** Where the line goes on, or {@code null} at its end. */
    public String getNext() {
        return getQueue().line().next() == null ? null : address().with("after", getQueue().line().next()).toString();
    }

    /** Where the line begins, or {@code null} at its front. */
    public String getFirst() {
        return TicketFilters.text(request.getParameter("after")) == null ? null : address().toString();
    }

    public String getOlderOvertakings() {
        return getOvertakings().next() == null ? null : address().with("passed", getOvertakings().next()).toString();
    }

    public String getLatestOvertakings() {
        return TicketFilters.text(request.getParameter("passed")) == null ? null : address().toString();
    }

    /** Where the order of arrival is proven. */
    public String getProof() {
        return Address.of("arrivals.xhtml").with("contract", getContract()).with("level", getLevel()).toString();
    }

    private Address address() {
        return Address.of("line.xhtml").with("contract", getContract()).with("level", getLevel());
    }
}
