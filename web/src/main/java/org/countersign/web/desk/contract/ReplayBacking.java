package org.countersign.web.desk.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.replay.model.ReplayState;
import org.countersign.replay.service.ChangedTarget;
import org.countersign.replay.service.ReplayDetails;
import org.countersign.replay.service.ReplayQueries;
import org.countersign.replay.service.ReplayRow;
import org.countersign.web.replay.ReplayStart;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.PageId;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** One replay: what was and what would have been, and the tickets that changed sides. */
@Named
@RequestScoped
public class ReplayBacking {

    @EJB
    private ReplayQueries queries;

    @EJB
    private CustomerDirectory customers;

    @Inject
    private ReplayStart replays;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private ReplayDetails details;
    private ListPage<ChangedTarget> page;

    /** Called before the page is shown, so that a replay that is not there is answered as such. */
    public void load() {
        getDetails();
    }

    public ReplayDetails getDetails() {
        if (details == null) {
            details = queries.find(id());
        }
        return details;
    }

    public ReplayRow getReplay() {
        return getDetails().replay();
    }

    private long id() {
        return PageId.of(request, "id", "replay");
    }

    public boolean isGoingOn() {
        return getReplay().state() != ReplayState.DONE;
    }

    /** Starts what is left of it, should its run have been lost. */
    public String startAgain() {
        if (!messages.attempt(() -> replays.start(id()))) {
            return null;
        }
        messages.success("replay.started");
        return "/desk/contract/replay.xhtml?faces-redirect=true&id=" + id();
    }

    public LocalDate getFirstDay() {
        return LocalDate.ofInstant(getReplay().from(), zone());
    }

    public LocalDate getLastDay() {
        return LocalDate.ofInstant(getReplay().to().minusMillis(1), zone());
    }

    private ZoneId zone() {
        return customers.contract(getReplay().contract()).calendar().zone();
    }

    /** What the agreement changed, one line per place. */
    public List<String> getChanges() {
        return getReplay().changes().lines().toList();
    }

    /** The share that was met, as people read it. */
    public String compliance(ReplayDetails.Figures figures) {
        Double percent = figures.compliance();
        if (percent == null) {
            return "–";
        }
        NumberFormat format = NumberFormat.getNumberInstance(reader.getLocale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(percent) + " %";
    }

    public ListPage<ChangedTarget> getPage() {
        if (page == null) {
            page = ListPage.read(request, address(), after -> queries.changed(id(), getTarget(), null, after));
        }
        return page;
    }

    public List<ChangedTarget> getChanged() {
        return getPage().rows();
    }

    /** Of which target those that changed sides are shown; {@code null} for all. */
    public ServiceTarget getTarget() {
        return Parameters.constant(ServiceTarget.class, request, "target").orElse(null);
    }

    public ServiceTarget[] getTargets() {
        return ServiceTarget.values();
    }

    private Address address() {
        return Address.of("replay.xhtml").with("id", id()).with("target", getTarget());
    }
}
