package org.countersign.rest.replay;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.replay.service.ReplayDetails;
import org.countersign.replay.service.ReplayQueries;
import org.countersign.replay.service.ReplayRow;
import org.countersign.rest.support.Query;

/** One replay and what it found. */
@Path("/replays/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class ReplaysResource {

    @EJB
    private ReplayQueries queries;

    @GET
    public Map<String, Object> get(@PathParam("id") long id) {
        ReplayDetails details = queries.find(id);
        ReplayRow replay = details.replay();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", replay.id());
        json.put("contract", replay.contract());
        json.put("from", replay.from());
        json.put("to", replay.to());
        json.put("requestedBy", replay.requestedBy());
        json.put("requestedAt", replay.requestedAt());
        json.put("state", replay.state());
        json.put("blocks", replay.blocks());
        json.put("done", replay.done());
        json.put("tickets", replay.tickets());
        json.put("changed", replay.changed());
        json.put("changes", replay.changes().lines().toList());
        json.put("agreement", details.agreement());
        json.put("hours", details.hours());
        json.put("targets", details.lines().stream().map(ReplaysResource::line).toList());
        json.put("credits", details.credits());
        return json;
    }

    private static Map<String, Object> line(ReplayDetails.Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("target", line.target());
        json.put("priority", line.priority());
        json.put("was", figures(line.was()));
        json.put("would", figures(line.would()));
        return json;
    }

    private static Map<String, Object> figures(ReplayDetails.Figures figures) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("met", figures.met());
        json.put("breached", figures.missed());
        json.put("running", figures.running());
        json.put("compliance", figures.compliance());
        return json;
    }

    /** The targets that changed sides, in the order of arrival of their tickets. */
    @GET
    @Path("tickets")
    public Map<String, Object> tickets(
            @PathParam("id") long id,
            @QueryParam("target") String target,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        return Query.page(queries.changed(id, Query.constant(ServiceTarget.class, "target", target), limit, after), row -> row);
    }
}
