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
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;

/** The runs of a job, newest first. */
@Named
@RequestScoped
public class RunsBacking {

    @EJB
    private JobQueries queries;

    @Inject
    private HttpServletRequest request;

    private ListPage<JobExecutionRow> page;

    /** Called before the page is shown, so that a job that is not there is answered as such. */
    public void load() {
        page = ListPage.read(request, Address.of("").with("name", getName()), after -> queries.executions(getName(), null, after));
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
        return page.rows();
    }

    public ListPage<JobExecutionRow> getPage() {
        return page;
    }
}
