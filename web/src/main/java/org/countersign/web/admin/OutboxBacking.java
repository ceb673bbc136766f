package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.countersign.notification.model.OutboxState;
import org.countersign.notification.service.OutboxQueries;
import org.countersign.notification.service.OutboxRow;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Parameters;

/** The mails that left, are to leave, or could not. */
@Named
@RequestScoped
public class OutboxBacking {

    @EJB
    private OutboxQueries queries;

    @Inject
    private HttpServletRequest request;

    private ListPage<OutboxRow> page;

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
        return Parameters.constant(OutboxState.class, request, "state").orElse(null);
    }

    public List<OutboxRow> getRows() {
        return getPage().rows();
    }

    public ListPage<OutboxRow> getPage() {
        if (page == null) {
            page = ListPage.read(request, address(), after -> queries.list(getState(), null, after));
        }
        return page;
    }

    private Address address() {
        return Address.of("outbox.xhtml").with("state", getState());
    }
}
