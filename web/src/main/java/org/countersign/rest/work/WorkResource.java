package org.countersign.rest.work;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.countersign.rest.support.Tags;
import org.countersign.work.service.WorkLogging;

/** Work that was booked and is not on a timesheet yet. */
@Path("/work")
@Produces(MediaType.APPLICATION_JSON)
public class WorkResource {

    @EJB
    private WorkLogging logging;

    @PUT
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_JSON)
    public void change(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, WorkForm form) {
        logging.change(id, form.command(), Tags.version(ifMatch));
    }

    @DELETE
    @Path("{id}")
    public void remove(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        logging.remove(id, Tags.version(ifMatch));
    }
}
