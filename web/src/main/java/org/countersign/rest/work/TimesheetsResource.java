package org.countersign.rest.work;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.IsoWeek;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;
import org.countersign.work.model.TimesheetState;
import org.countersign.work.service.TimesheetConfirmation;
import org.countersign.work.service.TimesheetFilter;
import org.countersign.work.service.TimesheetRow;
import org.countersign.work.service.TimesheetView;
import org.countersign.work.service.WorkQueries;

/** Weekly timesheets, confirmed or disputed by the customer. */
@Path("/timesheets")
@Produces(MediaType.APPLICATION_JSON)
public class TimesheetsResource {

    @EJB
    private TimesheetConfirmation confirmation;

    @EJB
    private WorkQueries queries;

    public record ReasonForm(String reason) {}

    public record TextForm(String text) {}

    public record CorrectionForm(Integer minutes, Integer travelMinutes, String text) {}

    @GET
    public Map<String, Object> list(
            @QueryParam("week") String week,
            @QueryParam("contract") String contract,
            @QueryParam("state") String state,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        TimesheetFilter filter = new TimesheetFilter(
                week == null ? null : IsoWeek.parse(week), contract, Query.constant(TimesheetState.class, "state", state));
        return Query.page(queries.timesheets(filter, limit, after), TimesheetsResource::json);
    }

    @GET
    @Path("{id}")
    public Response get(@PathParam("id") long id) {
        return answer(id);
    }

    @POST
    @Path("{id}/confirm")
    public Response confirm(@PathParam("id") long id, @HeaderParam("If-Match") String ifMatch) {
        confirmation.confirm(id, Tags.requiredVersion(ifMatch));
        return answer(id);
    }

    @POST
    @Path("{id}/lines/{line}/dispute")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response dispute(
            @PathParam("id") long id, @PathParam("line") long line, @HeaderParam("If-Match") String ifMatch, ReasonForm form) {
        confirmation.dispute(id, line, form.reason(), Tags.version(ifMatch));
        return answer(id);
    }

    @POST
    @Path("{id}/lines/{line}/withdraw-dispute")
    public Response withdrawDispute(@PathParam("id") long id, @PathParam("line") long line, @HeaderParam("If-Match") String ifMatch) {
        confirmation.withdrawDispute(id, line, Tags.version(ifMatch));
        return answer(id);
    }

    @POST
    @Path("{id}/lines/{line}/explain")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response explain(
            @PathParam("id") long id, @PathParam("line") long line, @HeaderParam("If-Match") String ifMatch, TextForm form) {
        confirmation.explain(id, line, form.text(), Tags.version(ifMatch));
        return answer(id);
    }

    @POST
    @Path("{id}/lines/{line}/correct")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response correct(
            @PathParam("id") long id, @PathParam("line") long line, @HeaderParam("If-Match") String ifMatch, CorrectionForm form) {
        confirmation.correct(
                id,
                line,
                form.minutes() == null ? 0 : form.minutes(),
                form.travelMinutes() == null ? 0 : form.travelMinutes(),
                form.text(),
                Tags.version(ifMatch));
        return answer(id);
    }

    private Response answer(long id) {
        TimesheetView view = queries.timesheet(id);
        Map<String, Object> json = json(view.sheet());
        List<Map<String, Object>> lines = view.lines().stream().map(TimesheetsResource::json).toList();
        json.put("lines", lines);
        json.put("seal", view.seal());
        return Response.ok(json).tag(Tags.of(view.sheet().revision())).build();
    }

    private static Map<String, Object> json(TimesheetRow sheet) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", sheet.id());
        json.put("contract", sheet.contract());
        json.put("organisation", sheet.organisation());
        json.put("week", sheet.week());
        json.put("state", sheet.state());
        json.put("revision", sheet.revision());
        json.put("totalMinutes", sheet.totalMinutes());
        json.put("openDisputes", sheet.openDisputes());
        json.put("preparedAt", sheet.preparedAt());
        json.put("cutOffAt", sheet.cutOffAt());
        return json;
    }

    private static Map<String, Object> json(TimesheetView.Line line) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", line.id());
        json.put("ticket", line.ticket());
        json.put("person", line.person());
        json.put("activity", line.activity());
        json.put("date", line.date());
        json.put("start", line.start());
        json.put("minutes", line.minutes());
        json.put("travelMinutes", line.travelMinutes());
        json.put("bookedMinutes", line.bookedMinutes());
        json.put("bookedTravelMinutes", line.bookedTravelMinutes());
        json.put("note", line.note());
        json.put("state", line.state());
        json.put("disputeReason", line.disputeReason());
        json.put("settlement", line.settlement());
        json.put("settlementText", line.settlementText());
        return json;
    }
}
