package org.countersign.rest.audit;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.countersign.audit.service.AuditFilter;
import org.countersign.audit.service.AuditQueries;
import org.countersign.audit.service.AuditRow;
import org.countersign.audit.service.AuditVerdict;
import org.countersign.audit.service.AuditVerification;
import org.countersign.rest.support.Query;

/** The audit trail. */
@Path("/audit")
@Produces(MediaType.APPLICATION_JSON)
public class AuditResource {

    @EJB
    private AuditVerification verification;

    @EJB
    private AuditQueries queries;

    /** Recomputes every chain. */
    @GET
    @Path("verification")
    public AuditVerdict verify() {
        return verification.verify();
    }

    @GET
    @Path("entries")
    public Map<String, Object> entries(
            @QueryParam("contract") String contract,
            @QueryParam("actor") String actor,
            @QueryParam("action") String action,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        AuditFilter filter = new AuditFilter(contract, actor, action, Query.instant("from", from), Query.instant("to", to));
        return Query.page(queries.list(filter, limit, after), (AuditRow row) -> row);
    }
}
