package org.countersign.rest.audit;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.countersign.audit.service.AuditQueries;
import org.countersign.audit.service.AuditRow;
import org.countersign.rest.support.Query;

/** What happened to a ticket. */
@Path("/tickets")
@Produces(MediaType.APPLICATION_JSON)
public class TicketHistoryResource {

    @EJB
    private AuditQueries queries;

    @GET
    @Path("{number}/history")
    public Map<String, Object> history(
            @PathParam("number") String number, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(queries.ticketHistory(number, limit, after), (AuditRow row) -> row);
    }
}
