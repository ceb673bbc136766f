package org.countersign.rest.replay;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
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
import java.util.Map;
import org.countersign.replay.service.ReplayQueries;
import org.countersign.replay.service.RequestReplay;
import org.countersign.rest.support.Query;
import org.countersign.web.replay.ReplayStart;

/** Replays of a contract: what its past tickets would have come to under a changed agreement. */
@Path("/contracts/{code}/replays")
@Produces(MediaType.APPLICATION_JSON)
public class ContractReplaysResource {

    @EJB
    private ReplayQueries queries;

    @Inject
    private ReplayStart replays;

    @Context
    private UriInfo uri;

    /**
     * @param agreement the changed agreement as YAML or JSON text
     * @param hours a calendar in the form of the API, as YAML or JSON text, to take the place of the one that it names
     */
    public record NewReplay(String from, String to, String agreement, String hours) {}

    /** Latest first. */
    @GET
    public Map<String, Object> list(
            @PathParam("code") String code, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(queries.list(code, limit, after), row -> row);
    }

    /** Starts one; it goes on in the background. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response start(@PathParam("code") String code, NewReplay body) {
        long id = replays.start(new RequestReplay(
                code, Query.instant("from", body.from()), Query.instant("to", body.to()), body.agreement(), body.hours(), null));
        return Response.accepted(Map.of("id", id))
                .location(uri.getBaseUriBuilder().path("replays").path(Long.toString(id)).build())
                .build();
    }
}
