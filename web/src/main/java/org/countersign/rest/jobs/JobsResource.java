package org.countersign.rest.jobs;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.batch.launch.BatchLauncher;
import org.countersign.batch.launch.JobQueries;
import org.countersign.batch.launch.JobRow;
import org.countersign.jobs.service.JobExecutionRow;
import org.countersign.jobs.service.JobItemRow;
import org.countersign.rest.support.Query;

/** Batch jobs: what there is, what ran, what runs. */
@Path("/jobs")
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {

    @EJB
    private BatchLauncher launcher;

    @EJB
    private JobQueries queries;

    @Context
    private UriInfo uri;

    public record Start(Map<String, String> parameters) {}

    @GET
    public Map<String, Object> jobs() {
        return Map.of("items", queries.jobs().stream().map(JobsResource::json).toList());
    }

    @GET
    @Path("{name}/executions")
    public Map<String, Object> executions(
            @PathParam("name") String name, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(queries.executions(name, limit, after), JobsResource::json);
    }

    @POST
    @Path("{name}/executions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(@PathParam("name") String name, Start form) {
        return started(name, launcher.start(name, form.parameters()));
    }

    @GET
    @Path("{name}/executions/{id}")
    public Map<String, Object> execution(@PathParam("name") String name, @PathParam("id") long id) {
        return json(queries.execution(name, id));
    }

    /** What the execution did, item by item. */
    @GET
    @Path("{name}/executions/{id}/items")
    public Map<String, Object> items(
            @PathParam("name") String name,
            @PathParam("id") long id,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        return Query.page(queries.items(name, id, limit, after), (JobItemRow row) -> row);
    }

    @POST
    @Path("{name}/executions/{id}/stop")
    public Response stop(@PathParam("name") String name, @PathParam("id") long id) {
        launcher.stop(name, id);
        return Response.accepted(json(queries.execution(name, id))).build();
    }

    @POST
    @Path("{name}/executions/{id}/restart")
    public Response restart(@PathParam("name") String name, @PathParam("id") long id) {
        return started(name, launcher.restart(name, id));
    }

    private Response started(String name, long run) {
        return Response.accepted(Map.of("id", run))
                .location(uri.getBaseUriBuilder().path("jobs").path(name).path("executions").path(Long.toString(run)).build())
                .build();
    }

    private static Map<String, Object> json(JobRow job) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", job.name());
        json.put("parameters", job.parameters());
        json.put("cadence", job.cadence());
        json.put("lastRun", job.lastRun() == null ? null : json(job.lastRun()));
        return json;
    }

    private static Map<String, Object> json(JobExecutionRow run) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", run.id());
        json.put("job", run.job());
        json.put("parameters", run.parameters());
        json.put("status", run.status());
        json.put("read", run.read());
        json.put("written", run.written());
        json.put("skipped", run.skipped());
        json.put("failed", run.failed());
        json.put("total", run.total());
        json.put("progress", run.progress());
        json.put("requestedBy", run.requestedBy());
        json.put("requestedAt", run.requestedAt());
        json.put("startedAt", run.startedAt());
        json.put("endedAt", run.endedAt());
        json.put("cutOffAt", run.cutOffAt());
        json.put("restartOf", run.restartOf());
        json.put("failure", run.failure());
        return json;
    }
}
