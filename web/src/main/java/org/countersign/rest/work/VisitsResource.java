package org.countersign.rest.work;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.countersign.rest.support.Tags;
import org.countersign.work.service.VisitPlanning;

/** Visits, approved case by case by the customer. */
@Path("/visits")
@Produces(MediaType.APPLICATION_JSON)
public class VisitsResource {

    @EJB
    private VisitPlanning visits;

    public record DeclineForm(String reason) {}

    @POST
    @Path("{id}/approve")
    public void approve(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        visits.approve(id, Tags.version(ifMatch));
    }

    @POST
    @Path("{id}/decline")
    @Consumes(MediaType.APPLICATION_JSON)
    public void decline(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, DeclineForm form) {
        visits.decline(id, form.reason(), Tags.version(ifMatch));
    }
}
