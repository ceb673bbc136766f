package org.countersign.rest.customer;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.RecordedHours;
import org.countersign.customer.model.WithdrawnHours;
import org.countersign.customer.service.ServiceCalendars;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;

/** Service calendars in the form that calculations take, with {@code holidays} for the public holidays of a region. */
@Path("/calendars")
@Produces(MediaType.APPLICATION_JSON)
public class CalendarsResource {

    @EJB
    private ServiceCalendars calendars;

    /** A calendar's body; what is left out is not there. */
    public record CalendarForm(String zone, Map<String, Object> hours, Map<String, Object> exceptions, String holidays) {

        Map<String, Object> toMap() {
            Map<String, Object> form = new LinkedHashMap<>();
            form.put("zone", zone);
            form.put("hours", hours);
            if (exceptions != null) {
                form.put("exceptions", exceptions);
            }
            if (holidays != null) {
                form.put("holidays", holidays);
            }
            return form;
        }
    }

    @GET
    public Map<String, Object> list(@QueryParam("q") String text, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(calendars.list(text, limit, after), code -> code);
    }

    /** The latest version. */
    @GET
    @Path("{code}")
    public Response get(@PathParam("code") String code) {
        return answer(calendars.latest(code));
    }

    /** Makes a calendar, or the next version of one, valid from a date on; without {@code validFrom} from today. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(
            @PathParam("code") String code,
            @QueryParam("validFrom") String validFrom,
            @HeaderParam("If-Match") String ifMatch,
            CalendarForm form) {
        calendars.record(code, form.toMap(), Query.date("validFrom", validFrom), Tags.version(ifMatch));
        return answer(calendars.latest(code));
    }

    /**
     * The versions that stand, oldest first, each with its first day, and those that were withdrawn before they began, with the number of the
     * withdrawal, which the histories of what follows name.
     */
    @GET
    @Path("{code}/versions")
    public Map<String, Object> versions(@PathParam("code") String code) {
        List<Map<String, Object>> items = calendars.versions(code).stream().map(CalendarsResource::row).toList();
        List<Map<String, Object>> withdrawn = calendars.withdrawn(code).stream().map(CalendarsResource::row).toList();
        return Map.of("items", items, "withdrawn", withdrawn);
    }

    /** Withdraws the latest version before it begins. Its number is not given again, and what it said can still be read. */
    @DELETE
    @Path("{code}/versions/{version}")
    public void withdraw(@PathParam("code") String code, @PathParam("version") int version) {
        calendars.withdraw(code, version);
    }

    private static Map<String, Object> row(WithdrawnHours withdrawn) {
        Map<String, Object> row = row(withdrawn.version());
        row.put("withdrawal", withdrawn.withdrawal());
        row.put("withdrawnBy", withdrawn.withdrawnBy());
        row.put("withdrawnAt", withdrawn.withdrawnAt());
        return row;
    }

    private static Map<String, Object> row(RecordedHours version) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("version", version.number());
        row.put("validFrom", version.validFrom());
        row.put("calendar", version.hours().toForm());
        row.put("holidayDates", version.hours().holidays());
        return row;
    }

    private static Response answer(RecordedHours version) {
        return Response.ok(version.hours().toForm()).tag(Tags.of(version.number())).build();
    }
}
