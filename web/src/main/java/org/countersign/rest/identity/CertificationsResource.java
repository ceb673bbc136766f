package org.countersign.rest.identity;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.identity.service.SkillQueries;
import org.countersign.rest.support.Query;

/** Certificates that expire soon, whoever holds them. */
@Path("/certifications/expiring")
@Produces(MediaType.APPLICATION_JSON)
public class CertificationsResource {

    @EJB
    private SkillQueries queries;

    @GET
    public Map<String, Object> list(@QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(queries.expiring(limit, after), row -> {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("account", row.account());
            json.put("person", row.name());
            json.put("certification", row.certificate());
            return json;
        });
    }
}
