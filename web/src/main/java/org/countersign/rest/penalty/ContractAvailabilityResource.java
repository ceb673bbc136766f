package org.countersign.rest.penalty;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.customer.model.OutageCause;
import org.countersign.kernel.CursorPage;
import org.countersign.penalty.model.PenaltyState;
import org.countersign.penalty.service.AvailabilityQueries;
import org.countersign.penalty.service.OutageLog;
import org.countersign.penalty.service.OutageView;
import org.countersign.penalty.service.PenaltyMonthView;
import org.countersign.penalty.service.PenaltyQueries;
import org.countersign.penalty.service.PenaltyRow;
import org.countersign.penalty.service.RecordOutage;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;

/** How available the services of a contract were, what they were not there for, and what a month comes to. */
@Path("/contracts/{code}")
@Produces(MediaType.APPLICATION_JSON)
public class ContractAvailabilityResource {

    @EJB
    private AvailabilityQueries availability;

    @EJB
    private OutageLog outages;

    @EJB
    private PenaltyQueries penalties;

    public record OutageForm(String service, Instant start, Instant end, OutageCause cause, String note, String ticket) {}

    /** Each service with an agreed availability, and which time counted how. */
    @GET
    @Path("availability")
    public Map<String, Object> availability(@PathParam("code") String code, @QueryParam("month") String month) {
        return Map.of("items", availability.month(code, month));
    }

    /** Latest first; with {@code month} those that touch it. */
    @GET
    @Path("outages")
    public Map<String, Object> outages(
            @PathParam("code") String code,
            @QueryParam("month") String month,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        return Query.page(outages.list(code, month, limit, after), (OutageView row) -> row);
    }

    @POST
    @Path("outages")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response record(@PathParam("code") String code, OutageForm form) {
        long id = outages.record(
                code, new RecordOutage(form.service(), form.start(), form.end(), form.cause(), form.note(), form.ticket()));
        OutageView view = outages.find(id);
        return Response.created(URI.create("outages/" + id)).entity(view).tag(Tags.of(view.version())).build();
    }

    /** What a month comes to, and its entries page by page; with {@code state} those that stand there. */
    @GET
    @Path("penalties")
    public Map<String, Object> penalties(
            @PathParam("code") String code,
            @QueryParam("month") String month,
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        PenaltyMonthView of = penalties.month(code, month);
        CursorPage<PenaltyRow> entries =
                penalties.entries(code, month, Query.constant(PenaltyState.class, "state", state), limit, after);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("month", of);
        answer.putAll(Query.page(entries, (PenaltyRow row) -> row));
        return answer;
    }
}
