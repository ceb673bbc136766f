package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.countersign.batch.launch.JobQueries;
import org.countersign.jobs.service.JobExecutionRow;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.web.ticket.Address;
import org.countersign.web.ticket.TicketFilters;

/** The runs of a job, newest first. */
@Named
@RequestScoped
public class RunsBacking {

    @EJB
    private JobQueries queries;

    @Inject
    private HttpServletRequest request;

    private CursorPage<JobExecutionRow> page;

    /** Called before the page is shown, so that a job that is not there is answered as such. */
    public void load() {
        page = queries.executions(getName(), null, after());
    }

    /** The job's, from the address. */
    public String getName() {
        String name = request.getParameter("name");
        if (name == null) {
            throw BusinessRuleViolation.notFound("job", "");
        }
        return name;
    }

    public List<JobExecutionRow> getRows() {
        return page.items();
    }

    /** Where the list goes on, or {@code null} on its last page. */
    public String getNext() {
        return page.next() == null ? null : address().with("after", page.next()).toString();
    }

    /** Where the list begins, or {@code null} on its first page. */
    public String getFirst() {
        return after() == null ? null : address().toString();
    }

    private String after() {
        return TicketFilters.text(request.getParameter("after"));
    }

    private Address address() {
        return Address.of("").with("name", getName());
    }
}
