package org.countersign.rest.work;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import org.countersign.work.service.VisitPlanning;
import org.countersign.work.service.WorkLogging;
import org.countersign.work.service.WorkQueries;

/** Work booked on a ticket, and visits to the customer for it. */
@Path("/tickets")
@Produces(MediaType.APPLICATION_JSON)
public class TicketWorkResource {

    @EJB
    private WorkLogging logging;

    @EJB
    private VisitPlanning visits;

    @EJB
    private WorkQueries queries;

    public record VisitForm(Instant plannedAt, String purpose) {}

    public record Created(long id) {}

    @GET
    @Path("{number}/work")
    public Map<String, Object> work(@PathParam("number") String number) {
        return Map.of("items", queries.ofTicket(number));
    }

    @POST
    @Path("{number}/work")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response book(@PathParam("number") String number, WorkForm form) {
        return Response.status(201).entity(new Created(logging.book(number, form.command()))).build();
    }

    @GET
    @Path("{number}/visits")
    public Map<String, Object> visits(@PathParam("number") String number) {
        return Map.of("items", queries.visitsOf(number));
    }

    @POST
    @Path("{number}/visits")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(@PathParam("number") String number, VisitForm form) {
        return Response.status(201).entity(new Created(visits.propose(number, form.plannedAt(), form.purpose()))).build();
    }
}
