package org.countersign.rest.penalty;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import org.countersign.customer.model.OutageCause;
import org.countersign.penalty.service.CorrectOutage;
import org.countersign.penalty.service.OutageLog;
import org.countersign.penalty.service.OutageView;
import org.countersign.rest.support.Tags;

/** One outage: ended, corrected, or withdrawn. */
@Path("/outages/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class OutagesResource {

    @EJB
    private OutageLog outages;

    /** What is left out stays as it is. {@code lasts} takes the end back, and {@code withdrawn} says that the outage never was. */
    public record ChangeForm(
            Instant start, Instant end, Boolean lasts, OutageCause cause, String note, String ticket, Boolean withdrawn) {

        CorrectOutage correction() {
            return new CorrectOutage(start, end, Boolean.TRUE.equals(lasts), cause, note, ticket);
        }
    }

    @GET
    public Response get(@PathParam("id") long id) {
        return answer(id);
    }

    @PATCH
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, ChangeForm form) {
        if (Boolean.TRUE.equals(form.withdrawn())) {
            outages.withdraw(id, Tags.version(ifMatch));
        } else {
            outages.correct(id, form.correction(), Tags.version(ifMatch));
        }
        return answer(id);
    }

    private Response answer(long id) {
        OutageView view = outages.find(id);
        return Response.ok(view).tag(Tags.of(view.version())).build();
    }
}
