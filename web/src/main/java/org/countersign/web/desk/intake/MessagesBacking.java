package org.countersign.web.desk.intake;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import org.countersign.intake.model.IntakeOutcome;
import org.countersign.intake.service.InboundRow;
import org.countersign.intake.service.IntakeQueries;
import org.countersign.kernel.CursorPage;
import org.countersign.web.ticket.Address;
import org.countersign.web.ticket.TicketFilters;

/** The messages that came in, and what became of them. */
@Named("inboundMessages")
@RequestScoped
public class MessagesBacking {

    @EJB
    private IntakeQueries queries;

    @Inject
    private HttpServletRequest request;

    private CursorPage<InboundRow> page;

    /** From the address; {@code null} for all. */
    public IntakeOutcome getOutcome() {
        return TicketFilters.constant(IntakeOutcome.class, request.getParameter("outcome")).orElse(null);
    }

    /** Those that a stored message can have. */
    public List<IntakeOutcome> getOutcomes() {
        return Arrays.stream(IntakeOutcome.values()).filter(outcome -> outcome != IntakeOutcome.DUPLICATE).toList();
    }

    public List<InboundRow> getRows() {
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

    private CursorPage<InboundRow> page() {
        if (page == null) {
            page = queries.list(getOutcome() == null ? List.of() : List.of(getOutcome()), null, after());
        }
        return page;
    }

    private String after() {
        return TicketFilters.text(request.getParameter("after"));
    }

    private Address address() {
        return Address.of("messages.xhtml").with("outcome", getOutcome());
    }
}
