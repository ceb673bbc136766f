package org.countersign.web.portal.ticket;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.service.TicketFilter;
import org.countersign.ticket.service.TicketQueries;
import org.countersign.ticket.service.TicketRow;
import org.countersign.web.support.Address;
import org.countersign.web.support.DueBadge;
import org.countersign.web.support.DueBadges;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Parameters;

/** The reports of the reader's organisation (M91). Everything it shows is in its address. */
@Named("portalTickets")
@RequestScoped
public class TicketsBacking {

    private static final String PAGE = "/portal/ticket/tickets.xhtml";

    /** What the page offers. */
    public enum View {
        OPEN,
        WAITING,
        ALL
    }

    @EJB
    private TicketQueries queries;

    @Inject
    private HttpServletRequest request;

    @Inject
    private DueBadges badges;

    private String view;
    private String state;
    private String text;
    private String sort;

    private ListPage<TicketRow> page;
    private Long waiting;

    public View getShown() {
        boolean searching = Parameters.text(text) != null || Parameters.text(state) != null;
        return Parameters.constant(View.class, view).orElse(searching ? View.ALL : View.OPEN);
    }

    public List<TicketRow> getRows() {
        return getPage().rows();
    }

    /** How many reports wait for the reader's organisation to accept or reject. */
    public long getWaiting() {
        if (waiting == null) {
            waiting = queries.count(
                    new TicketFilter(List.of(TicketState.RESOLVED), null, null, null, null, null, null, null, null, null));
        }
        return waiting;
    }

    public ListPage<TicketRow> getPage() {
        if (page == null) {
            TicketFilter filter = new TicketFilter(
                    states(), null, null, null, null, null, null, Parameters.text(text), null, getOrder());
            page = ListPage.read(request, address(), after -> queries.list(filter, null, after));
        }
        return page;
    }

    private List<TicketState> states() {
        return Parameters.constant(TicketState.class, state)
                .map(List::of)
                .orElse(switch (getShown()) {
                    case OPEN -> TicketState.OPEN;
                    case WAITING -> List.of(TicketState.RESOLVED);
                    case ALL -> null;
                });
    }

    public TicketFilter.Sort getOrder() {
        return Parameters.constant(TicketFilter.Sort.class, sort).orElse(TicketFilter.Sort.UPDATED);
    }

    public DueBadge resolution(TicketRow row) {
        return badges.badge(row.contract(), row.resolutionDue(), row.resolvedAt(), row.state().isOpen(), row.state() == TicketState.ON_HOLD);
    }

    private Address address() {
        return Address.of(PAGE).with("view", getShown()).with("state", state).with("q", text).with("sort", sort);
    }

    public View[] getViews() {
        return View.values();
    }

    public TicketState[] getStates() {
        return TicketState.values();
    }

    public TicketFilter.Sort[] getOrders() {
        return TicketFilter.Sort.values();
    }

    public String getView() {
        return view;
    }

    public void setView(String view) {
        this.view = view;
    }

    public String getState() {
        return state;
    }

    public void setState(String state) {
        this.state = state;
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = text;
    }

    public String getSort() {
        return sort;
    }

    public void setSort(String sort) {
        this.sort = sort;
    }
}
