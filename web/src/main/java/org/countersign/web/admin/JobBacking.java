package org.countersign.web.admin;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.batch.launch.BatchLauncher;
import org.countersign.batch.launch.JobQueries;
import org.countersign.jobs.model.JobStatus;
import org.countersign.jobs.service.JobExecutionRow;
import org.countersign.jobs.service.JobItemRow;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.web.support.Address;
import org.countersign.web.support.ListPage;
import org.countersign.web.support.Messages;
import org.countersign.web.support.PageId;
import org.countersign.web.support.Reader;
import org.countersign.web.support.ScreenTexts;

/** One run of a job: how far it is, what it did, stop and restart. */
@Named
@RequestScoped
public class JobBacking {

    private static final Pattern REVISION = Pattern.compile("REVISION ([0-9]+)");

    private static final Pattern ASSESSED = Pattern.compile("ADDED ([0-9]+) OWED (.+)");

    private static final Pattern CREDITS = Pattern.compile("contracts/([A-Z0-9._-]+)/penalties\\?month=([0-9-]+)");

    /** Links of items as the jobs write them, and the pages that show what they lead to. */
    private static final Map<String, String> PAGES = Map.of(
            "quality/lots/", "/quality/lot.xhtml?id=",
            "replays/", "/desk/contract/replay.xhtml?id=",
            "timesheets/", "/desk/work/timesheet.xhtml?id=");

    @EJB
    private JobQueries queries;

    @EJB
    private BatchLauncher launcher;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private JobExecutionRow run;
    private ListPage<JobItemRow> page;

    static String page(String job, long run) {
        return "/admin/job.xhtml?faces-redirect=true&name=" + job + "&run=" + run;
    }

    /** Called before the page is shown, so that a run that is not there is answered as such. */
    public void load() {
        getRun();
    }

    public JobExecutionRow getRun() {
        if (run == null) {
            run = queries.execution(name(), id());
        }
        return run;
    }

    /** Whether it may still change. */
    public boolean isAlive() {
        return getRun().status().isAlive();
    }

    public boolean isStoppable() {
        return isAlive() && getRun().status() != JobStatus.STOPPING;
    }

    public boolean isRestartable() {
        return getRun().status() == JobStatus.STOPPED || getRun().status() == JobStatus.FAILED;
    }

    public String stop() {
        boolean done = messages.attempt(() -> launcher.stop(name(), id()));
        run = null;
        if (!done) {
            return null;
        }
        messages.success("job.done.stop");
        return page(name(), id());
    }

    public String restart() {
        long[] next = new long[1];
        if (!messages.attempt(() -> next[0] = launcher.restart(name(), id()))) {
            run = null;
            return null;
        }
        messages.success("job.done.restarted", Long.toString(id()));
        return page(name(), next[0]);
    }

    /** What was asked for, e.g. {@code Week 2026-W47}. */
    public List<Parameter> getParameters() {
        return getRun().parameters().entrySet().stream()
                .map(entry -> new Parameter(
                        ScreenTexts.of(reader.getLocale(), "job.parameter." + entry.getKey()), entry.getValue()))
                .toList();
    }

    /** A parameter for people. */
    public record Parameter(String label, String value) {}

    /** Why the run failed, or {@code null}. */
    public String getFailure() {
        String failure = getRun().failure();
        return failure == null ? null : Texts.find(reader.getLocale(), failure).orElse(failure);
    }

    public List<JobItemRow> getItems() {
        return getPage().rows();
    }

    /** What became of the item, in words. */
    public String outcome(JobItemRow item) {
        String outcome = item.outcome();
        if (outcome == null) {
            return "";
        }
        Matcher revision = REVISION.matcher(outcome);
        if (revision.matches()) {
            return ScreenTexts.of(reader.getLocale(), "job.outcome.REVISION", revision.group(1));
        }
        Matcher assessed = ASSESSED.matcher(outcome);
        if (assessed.matches()) {
            return ScreenTexts.of(reader.getLocale(), "job.outcome.ADDED", assessed.group(1), assessed.group(2));
        }
        return switch (outcome) {
            case "CREATED", "ALREADY_THERE", "EMPTY", "NONE_AGREED", "STILL_RUNNING" -> ScreenTexts.of(reader.getLocale(), "job.outcome." + outcome);
            default -> Texts.find(reader.getLocale(), "DrawOutcome." + outcome).orElse(outcome);
        };
    }

    /** The page that shows what the item made, or {@code null}. */
    public String link(JobItemRow item) {
        return Optional.ofNullable(item.link())
                .flatMap(JobBacking::pageOf)
                .map(page -> request.getContextPath() + page)
                .orElse(null);
    }

    static Optional<String> pageOf(String link) {
        if (link.startsWith("reports/")) {
            return Optional.of("/desk/report/reports.xhtml");
        }
        Matcher credits = CREDITS.matcher(link);
        if (credits.matches()) {
            return Optional.of("/desk/penalty/credits.xhtml?contract=" + credits.group(1) + "&month=" + credits.group(2));
        }
        return PAGES.entrySet().stream()
                .filter(page -> link.startsWith(page.getKey()))
                .findFirst()
                .map(page -> page.getValue() + link.substring(page.getKey().length()));
    }

    public ListPage<JobItemRow> getPage() {
        if (page == null) {
            page = ListPage.read(request, address(), after -> queries.items(name(), id(), null, after));
        }
        return page;
    }

    private String name() {
        String name = request.getParameter("name");
        if (name == null) {
            throw BusinessRuleViolation.notFound("job-run", "");
        }
        return name;
    }

    private long id() {
        return PageId.of(request, "run", "job-run");
    }

    private Address address() {
        return Address.of("").with("name", name()).with("run", id());
    }
}
