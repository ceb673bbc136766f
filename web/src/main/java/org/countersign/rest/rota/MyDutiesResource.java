package org.countersign.rest.rota;

import jakarta.ejb.EJB;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import org.countersign.notification.model.Links;
import org.countersign.rota.service.DutyCalendars;
import org.countersign.rota.service.RotaQueries;

/** The caller's duties: as a list, as a calendar, and the secret address under which a calendar program reads them. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
public class MyDutiesResource {

    @EJB
    private RotaQueries queries;

    @EJB
    private DutyCalendars calendars;

    @GET
    @Path("duties")
    public Map<String, Object> duties() {
        return RotasResource.items(queries.myDuties());
    }

    @GET
    @Path("duties.ics")
    @Produces("text/calendar")
    public Response calendar() {
        return Response.ok(calendars.mine(), "text/calendar;charset=UTF-8").build();
    }

    /** Since when there is a secret address; the address itself is told once, when it is made. */
    @GET
    @Path("duty-feed")
    public Map<String, Object> feed() {
        return Collections.singletonMap("openSince", calendars.openSince().map(Instant::toString).orElse(null));
    }

    /**
     * A new secret address; the one before, if any, is closed. No {@code POST}: the answer to one may be kept to be given again, and a secret
     * is told once.
     */
    @PUT
    @Path("duty-feed")
    public Map<String, Object> open() {
        return Map.of("address", Links.dutyCalendar(calendars.open()));
    }

    @DELETE
    @Path("duty-feed")
    public Response revoke() {
        calendars.revoke();
        return Response.noContent().build();
    }
}
