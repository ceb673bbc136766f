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
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Parameters;

/** The messages that came in, and what became of them. */
@Named("inboundMessages")
@RequestScoped
public class MessagesBacking {

    @EJB
    private IntakeQueries queries;

    @Inject
    private HttpServletRequest request;

    private ListPage<InboundRow> page;

    /** From the address; {@code null} for all. */
    public IntakeOutcome getOutcome() {
        return Parameters.constant(IntakeOutcome.class, request, "outcome").orElse(null);
    }

    /** Those that a stored message can have. */
    public List<IntakeOutcome> getOutcomes() {
        return Arrays.stream(IntakeOutcome.values()).filter(outcome -> outcome != IntakeOutcome.DUPLICATE).toList();
    }

    public List<InboundRow> getRows() {
        return getPage().rows();
    }

    public ListPage<InboundRow> getPage() {
        if (page == null) {
            page = ListPage.read(
                    request, address(), after -> queries.list(getOutcome() == null ? List.of() : List.of(getOutcome()), null, after));
        }
        return page;
    }

    private Address address() {
        return Address.of("messages.xhtml").with("outcome", getOutcome());
    }
}
