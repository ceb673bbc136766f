package org.countersign.rest.rota;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.rest.support.Query;
import org.countersign.rota.service.OnDutyView;
import org.countersign.rota.service.RotaQueries;

/** Who is on duty for a contract at an instant, now if none is given: one responsible and one backup. */
@Path("/on-duty")
@Produces(MediaType.APPLICATION_JSON)
public class OnDutyResource {

    @EJB
    private RotaQueries queries;

    @GET
    public Map<String, Object> get(@QueryParam("contract") String contract, @QueryParam("at") String at) {
        OnDutyView duty = queries.onDuty(contract, Query.instant("at", at));
        Map<String, Object> shift = new LinkedHashMap<>();
        shift.put("from", duty.from());
        shift.put("to", duty.until());
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("contract", duty.contract());
        json.put("at", duty.at());
        json.put("rota", duty.rota());
        json.put("responsible", duty.responsible());
        json.put("backup", duty.backup());
        json.put("shift", shift);
        json.put("handover", duty.handover());
        json.put("handovers", duty.handovers());
        return json;
    }
}
