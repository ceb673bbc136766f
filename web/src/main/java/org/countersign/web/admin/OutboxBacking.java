package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.CursorPage;
import org.countersign.notification.model.OutboxState;
import org.countersign.notification.service.OutboxQueries;
import org.countersign.notification.service.OutboxRow;
import org.countersign.web.ticket.Address;
import org.countersign.web.ticket.TicketFilters;

/** The mails that left, are to leave, or could not. */
@Named
@RequestScoped
public class OutboxBacking {

    @EJB
    private OutboxQueries queries;

    @Inject
    private HttpServletRequest request;

    private CursorPage<OutboxRow> page;

    /** A state on offer, with the number of mails in it. */
    public record Tab(OutboxState state, long count, boolean current) {}

    public List<Tab> getTabs() {
        Map<OutboxState, Long> counts = queries.counts();
        return Arrays.stream(OutboxState.values())
                .map(state -> new Tab(state, counts.getOrDefault(state, 0L), state == getState()))
                .toList();
    }

    /** From the address; {@code null} for all. */
    public OutboxState getState() {
        return TicketFilters.constant(OutboxState.class, request.getParameter("state")).orElse(null);
    }

    public List<OutboxRow> getRows() {
        return page().items();
    }

    /** Where the list goes on, or {@code null} on its last page. */
    public String getNext() {
        return page().next() == null ? null : address().with("after", page().next()).toString();
    }

    /** Where the list begins, or {@code null} on its first page. */
    public String getFirst() {
        return after() == null ? null : address().toString();
    }

    private CursorPage<OutboxRow> page() {
        if (page == null) {
            page = queries.list(getState(), null, after());
        }
        return page;
    }

    private String after() {
        return TicketFilters.text(request.getParameter("after"));
    }

    private Address address() {
        return Address.of("outbox.xhtml").with("state", getState());
    }
}
