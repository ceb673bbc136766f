package org.countersign.rest.work;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Map;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;
import org.countersign.work.model.Activity;
import org.countersign.work.service.BookWork;
import org.countersign.work.service.VisitPlanning;
import org.countersign.work.service.WorkLogging;
import org.countersign.work.service.WorkQueries;

/** Work booked on tickets, and visits to the customer. */
@Path("/")
@Produces(MediaType.APPLICATION_JSON)
public class WorkResource {

    @EJB
    private WorkLogging logging;

    @EJB
    private VisitPlanning visits;

    @EJB
    private WorkQueries queries;

    /** Work done: either {@code minutes} or {@code end}; travel only against an approved visit of the same ticket. */
    public record WorkForm(
            Instant start, Instant end, Integer minutes, String activity, Integer travelMinutes, Long onSiteVisit, String note) {

        BookWork command() {
            return new BookWork(
                    start, minutes, end, Query.constant(Activity.class, "activity", activity), travelMinutes, onSiteVisit, note);
        }
    }

    public record VisitForm(Instant plannedAt, String purpose) {}

    public record DeclineForm(String reason) {}

    public record Created(long id) {}

    @GET
    @Path("tickets/{number}/work")
    public Map<String, Object> work(@PathParam("number") String number) {
        return Map.of("items", queries.ofTicket(number));
    }

    @POST
    @Path("tickets/{number}/work")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response book(@PathParam("number") String number, WorkForm form) {
        return Response.status(201).entity(new Created(logging.book(number, form.command()))).build();
    }

    @PUT
    @Path("work/{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, WorkForm form) {
        logging.change(id, form.command(), Tags.version(ifMatch));
    }

    @DELETE
    @Path("work/{id}")
    public void remove(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        logging.remove(id, Tags.version(ifMatch));
    }

    @GET
    @Path("tickets/{number}/visits")
    public Map<String, Object> visits(@PathParam("number") String number) {
        return Map.of("items", queries.visitsOf(number));
    }

    @POST
    @Path("tickets/{number}/visits")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response propose(@PathParam("number") String number, VisitForm form) {
        return Response.status(201).entity(new Created(visits.propose(number, form.plannedAt(), form.purpose()))).build();
    }

    @POST
    @Path("visits/{id}/approve")
    public void approve(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        visits.approve(id, Tags.version(ifMatch));
    }

    @POST
    @Path("visits/{id}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    public void decline(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, DeclineForm form) {
        visits.decline(id, form.reason(), Tags.version(ifMatch));
    }
}
