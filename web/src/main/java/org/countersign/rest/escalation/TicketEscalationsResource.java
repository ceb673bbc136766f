package org.countersign.rest.escalation;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.countersign.escalation.service.EscalationQueries;
import org.countersign.escalation.service.EscalationView;

/** The escalations of a ticket: what has fired, what is to come and when. */
@Path("/tickets")
@Produces(MediaType.APPLICATION_JSON)
public class TicketEscalationsResource {

    @EJB
    private EscalationQueries queries;

    @GET
    @Path("{number}/escalations")
    public Map<String, List<EscalationView>> ofTicket(@PathParam("number") String number) {
        return Map.of("items", queries.ofTicket(number));
    }
}
