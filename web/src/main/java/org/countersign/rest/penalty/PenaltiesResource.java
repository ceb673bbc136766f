package org.countersign.rest.penalty;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import org.countersign.penalty.service.PenaltyDetails;
import org.countersign.penalty.service.PenaltyLedger;
import org.countersign.penalty.service.PenaltyQueries;
import org.countersign.rest.support.Tags;

/** One entry of the ledger, with the customer's word on it and the provider's answer. Its tag is the number of its last step. */
@Path("/penalties/{id}")
@Produces(MediaType.APPLICATION_JSON)
public class PenaltiesResource {

    @EJB
    private PenaltyQueries queries;

    @EJB
    private PenaltyLedger ledger;

    public record ReasonForm(String reason) {}

    public record SettlementForm(BigDecimal amount, String reason) {}

    @GET
    public Response get(@PathParam("id") long id) {
        return answer(id);
    }

    /** A signature: {@code If-Match} names the step, and with it the amount, that is agreed to. */
    @POST
    @Path("agree")
    public Response agree(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        ledger.agree(id, Tags.requiredVersion(ifMatch));
        return answer(id);
    }

    @POST
    @Path("dispute")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response dispute(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, ReasonForm form) {
        ledger.dispute(id, form.reason(), Tags.version(ifMatch));
        return answer(id);
    }

    @POST
    @Path("settle")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response settle(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch, SettlementForm form) {
        ledger.settle(id, form.amount(), form.reason(), Tags.version(ifMatch));
        return answer(id);
    }

    private Response answer(long id) {
        PenaltyDetails details = queries.entry(id);
        return Response.ok(details).tag(Tags.of(details.entry().step())).build();
    }
}
