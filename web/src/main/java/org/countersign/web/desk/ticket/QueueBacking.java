package org.countersign.web.desk.ticket;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.countersign.customer.model.Category;
import org.countersign.customer.model.QueueOrder;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.service.TicketFilter;
import org.countersign.ticket.service.TicketQueries;
import org.countersign.ticket.service.TicketRow;
import org.countersign.web.support.Address;
import org.countersign.web.support.DueBadge;
import org.countersign.web.support.DueBadges;
import org.countersign.web.support.KnownContracts;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** The desk's list of tickets. Everything it shows is in its address. */
@Named
@RequestScoped
public class QueueBacking {

    private static final String PAGE = "/desk/ticket/queue.xhtml";

    /** What the page offers before anything else: the own work first. */
    public enum View {
        MINE,
        UNASSIGNED,
        OPEN,
        WAITING,
        ALL
    }

    @EJB
    private TicketQueries queries;

    @EJB
    private AccountDirectory accounts;

    @Inject
    private HttpServletRequest request;

    @Inject
    private KnownContracts contracts;

    @Inject
    private DueBadges badges;

    @Inject
    private Reader reader;

    private String view;
    private String state;
    private String level;
    private String assignee;
    private String contract;
    private String category;
    private String text;
    private String sort;

    private ListPage<TicketRow> page;
    private Map<String, Category> categories;
    private List<Caller> agents;

    /** What is shown: what the address says, else the own work for agents and all open work for others. */
    public View getShown() {
        boolean searching = Parameters.text(text) != null || Parameters.text(state) != null;
        View usual = searching ? View.ALL : reader.has(Role.AGENT_ROLE) ? View.MINE : View.OPEN;
        return Parameters.constant(View.class, view).orElse(usual);
    }

    public List<TicketRow> getRows() {
        return getPage().rows();
    }

    public ListPage<TicketRow> getPage() {
        if (page == null) {
            page = ListPage.read(request, address(), after -> queries.list(filter(), null, after));
        }
        return page;
    }

    private TicketFilter filter() {
        View shown = getShown();
        Caller caller = reader.getCaller();
        String who = switch (shown) {
            case MINE -> caller.name();
            case UNASSIGNED -> "-";
            default -> Parameters.text(assignee);
        };
        SupportLevel ownLevel = shown == View.UNASSIGNED ? caller.level() : null;
        return new TicketFilter(
                states(shown),
                Parameters.constant(SupportLevel.class, level).orElse(ownLevel),
                null,
                who,
                null,
                Parameters.text(contract),
                Parameters.text(category),
                Parameters.text(text),
                null,
                getOrder());
    }

    private List<TicketState> states(View shown) {
        return Parameters.constant(TicketState.class, state)
                .map(List::of)
                .orElse(switch (shown) {
                    case ALL -> null;
                    case UNASSIGNED -> List.of(TicketState.NEW, TicketState.IN_PROGRESS, TicketState.ON_HOLD);
                    case WAITING -> List.of(TicketState.RESOLVED);
                    default -> TicketState.OPEN;
                });
    }

    public TicketFilter.Sort getOrder() {
        return Parameters.constant(TicketFilter.Sort.class, sort).orElseGet(this::usualOrder);
    }

    /** The tickets of a contract that has them taken in the order received stand in that order. */
    private TicketFilter.Sort usualOrder() {
        String code = Parameters.text(contract);
        boolean asReceived = code != null
                && contracts.find(code).filter(terms -> terms.agreement().queue().order() == QueueOrder.RECEIVED).isPresent();
        return asReceived ? TicketFilter.Sort.CREATED : TicketFilter.Sort.DUE;
    }

    public DueBadge response(TicketRow row) {
        return badges.badge(row.contract(), row.responseDue(), row.respondedAt(), row.state().isOpen(), row.state() == TicketState.ON_HOLD);
    }

    public DueBadge resolution(TicketRow row) {
        return badges.badge(row.contract(), row.resolutionDue(), row.resolvedAt(), row.state().isOpen(), row.state() == TicketState.ON_HOLD);
    }

    private Address address() {
        return Address.of(PAGE)
                .with("view", getShown())
                .with("state", state)
                .with("level", level)
                .with("assignee", assignee)
                .with("contract", contract)
                .with("category", category)
                .with("q", text)
                .with("sort", sort);
    }

    public List<View> getViews() {
        return Arrays.stream(View.values())
                .filter(offered -> offered != View.MINE || reader.has(Role.AGENT_ROLE))
                .toList();
    }

    public List<Caller> getAgents() {
        if (agents == null) {
            agents = accounts.agents();
        }
        return agents;
    }

    /** The kinds of work that contracts list, each once; one that several list under the title that the first has for it. */
    public List<Category> getCategories() {
        if (categories == null) {
            categories = new TreeMap<>();
            contracts.getAll().forEach(
                    terms -> terms.agreement().categories().listed().forEach(listed -> categories.putIfAbsent(listed.code(), listed)));
        }
        return List.copyOf(categories.values());
    }

    public TicketState[] getStates() {
        return TicketState.values();
    }

    public SupportLevel[] getLevels() {
        return SupportLevel.values();
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

    public String getLevel() {
        return level;
    }

    public void setLevel(String level) {
        this.level = level;
    }

    public String getAssignee() {
        return assignee;
    }

    public void setAssignee(String assignee) {
        this.assignee = assignee;
    }

    public String getContract() {
        return contract;
    }

    public void setContract(String contract) {
        this.contract = contract;
    }

    public String getCategory() {
        return category;
    }

    public void setCategory(String category) {
        this.category = category;
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
