package org.countersign.web.desk.escalation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.countersign.escalation.model.EscalationState;
import org.countersign.escalation.service.EscalationQueries;
import org.countersign.escalation.service.EscalationView;
import org.countersign.kernel.CursorPage;
import org.countersign.web.support.Reader;
import org.countersign.web.ticket.Address;
import org.countersign.web.ticket.TicketFilters;

/** What is to come, what has happened, and what is not needed any more. */
@Named
@RequestScoped
public class EscalationsBacking {

    @EJB
    private EscalationQueries queries;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private CursorPage<EscalationView> page;

    /** A state on offer; {@code address} shows its list. */
    public record Tab(EscalationState state, String address, boolean current) {}

    public List<Tab> getTabs() {
        return Arrays.stream(EscalationState.values())
                .map(state -> new Tab(state, address(state).toString(), state == getState()))
                .toList();
    }

    /** From the address. */
    public EscalationState getState() {
        return TicketFilters.constant(EscalationState.class, request.getParameter("state")).orElse(EscalationState.WAITING);
    }

    /** Code from the address; {@code null} for all. */
    public String getContract() {
        return TicketFilters.text(request.getParameter("contract"));
    }

    public boolean isToCome() {
        return getState() == EscalationState.WAITING;
    }

    public List<EscalationRow> getRows() {
        return page().items().stream().map(view -> EscalationRow.of(view, reader.getLocale())).toList();
    }

    /** Where the list goes on, or {@code null} on its last page. */
    public String getNext() {
        return page().next() == null ? null : address(getState()).with("after", page().next()).toString();
    }

    /** Where the list begins, or {@code null} on its first page. */
    public String getFirst() {
        return after() == null ? null : address(getState()).toString();
    }

    private CursorPage<EscalationView> page() {
        if (page == null) {
            page = queries.list(getState(), getContract(), null, after());
        }
        return page;
    }

    private String after() {
        return TicketFilters.text(request.getParameter("after"));
    }

    private Address address(EscalationState state) {
        return Address.of("escalations.xhtml").with("state", state).with("contract", getContract());
    }
}
