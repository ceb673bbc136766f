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
import org.countersign.ticket.service.OvertakingFilter;
import org.countersign.ticket.service.OvertakingRow;
import org.countersign.ticket.service.QueueQueries;
import org.countersign.ticket.service.QueueView;
import org.countersign.ticket.service.TicketHandling;
import org.countersign.ticket.service.WaitingTicket;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

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
    private ListPage<WaitingTicket> page;
    private ListPage<OvertakingRow> overtakings;

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
        return Parameters.text(request, "contract");
    }

    public SupportLevel getLevel() {
        return Parameters.constant(SupportLevel.class, request, "level").orElse(SupportLevel.L1);
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
            queue = queries.queue(getContract(), getLevel(), null, Parameters.text(request, ListPage.AFTER));
            page = ListPage.read(request, address(), after -> queue.line());
        }
        return queue;
    }

    /** The number of the one in front, or nothing. */
    public String getFirstInLine() {
        boolean front = Parameters.text(request, ListPage.AFTER) == null;
        List<WaitingTicket> line = getQueue().line().items();
        return front && !line.isEmpty() ? line.get(0).number() : "";
    }

    public ListPage<OvertakingRow> getOvertakings() {
        if (overtakings == null) {
            overtakings = ListPage.read(
                    request,
                    "passed",
                    address(),
                    passed -> queries.overtakings(getContract(), getLevel(), OvertakingFilter.ALL, null, passed));
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

    public ListPage<WaitingTicket> getPage() {
        getQueue();
        return page;
    }

    /** Where the order of arrival is proven. */
    public String getProof() {
        return Address.of("arrivals.xhtml").with("contract", getContract()).with("level", getLevel()).toString();
    }

    private Address address() {
        return Address.of("line.xhtml").with("contract", getContract()).with("level", getLevel());
    }
}
