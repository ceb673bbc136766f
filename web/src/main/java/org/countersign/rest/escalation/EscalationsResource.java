package org.countersign.rest.escalation;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.countersign.escalation.model.EscalationState;
import org.countersign.escalation.service.EscalationQueries;
import org.countersign.escalation.service.EscalationView;
import org.countersign.rest.support.Query;

/** What is to come at a known instant, soonest first, and what has happened or is not needed any more, latest first. */
@Path("/escalations")
@Produces(MediaType.APPLICATION_JSON)
public class EscalationsResource {

    @EJB
    private EscalationQueries queries;

    @GET
    public Map<String, Object> list(
            @QueryParam("state") String state,
            @QueryParam("contract") String contract,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        return Query.page(
                queries.list(Query.constant(EscalationState.class, "state", state), contract, limit, after), (EscalationView row) -> row);
    }
}
