package org.countersign.rest.notification;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.countersign.notification.model.OutboxState;
import org.countersign.notification.service.OutboxAdministration;
import org.countersign.notification.service.OutboxDetails;
import org.countersign.notification.service.OutboxQueries;
import org.countersign.notification.service.OutboxRow;
import org.countersign.rest.support.Query;

/** Mail that left, is to leave, or could not. */
@Path("/outbox")
@Produces(MediaType.APPLICATION_JSON)
public class OutboxResource {

    @EJB
    private OutboxQueries queries;

    @EJB
    private OutboxAdministration administration;

    @GET
    public Map<String, Object> list(
            @QueryParam("state") String state, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(queries.list(Query.constant(OutboxState.class, "state", state), limit, after), (OutboxRow row) -> row);
    }

    @GET
    @Path("{id}")
    public OutboxDetails get(@PathParam("id") long id) {
        return queries.find(id);
    }

    /** Tries a message again that was given up. */
    @POST
    @Path("{id}/retry")
    public OutboxDetails retry(@PathParam("id") long id) {
        administration.retry(id);
        return queries.find(id);
    }
}
