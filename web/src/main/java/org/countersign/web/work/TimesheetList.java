package org.countersign.web.work;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.IsoWeek;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;
import org.countersign.work.model.TimesheetState;
import org.countersign.work.service.TimesheetFilter;
import org.countersign.work.service.TimesheetRow;
import org.countersign.work.service.WorkQueries;

/** The list of timesheets, for desk and portal. Everything it shows is in its address. */
@Named
@RequestScoped
public class TimesheetList {

    @EJB
    private WorkQueries queries;

    @Inject
    private Reader reader;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private IsoWeek wanted;
    private ListPage<TimesheetRow> page;

    /** Called before the page is shown, so that a week that is none is told. */
    public void load() {
        if (getWeek() != null) {
            try {
                wanted = IsoWeek.parse(getWeek());
            } catch (BusinessRuleViolation malformed) {
                messages.refuse(malformed);
            }
        }
    }

    public List<TimesheetRow> getRows() {
        return getPage().rows();
    }

    public ListPage<TimesheetRow> getPage() {
        if (page == null) {
            TimesheetFilter filter = new TimesheetFilter(
                    wanted, getContract(), Parameters.constant(TimesheetState.class, getState()).orElse(null));
            page = ListPage.read(request, address(), after -> queries.timesheets(filter, null, after));
        }
        return page;
    }

    /** Whether the list shows less than there is. */
    public boolean isFiltered() {
        return getWeek() != null || getContract() != null || getState() != null;
    }

    public String getWeek() {
        return parameter("week");
    }

    public String getContract() {
        return parameter("contract");
    }

    public String getState() {
        return parameter("state");
    }

    public TimesheetState[] getStates() {
        return TimesheetState.values();
    }

    private Address address() {
        return Address.of(request.getRequestURI())
                .with("state", getState())
                .with("week", getWeek())
                .with("contract", getContract());
    }

    private String parameter(String name) {
        return Parameters.text(request, name);
    }
}
