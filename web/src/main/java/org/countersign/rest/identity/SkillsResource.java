package org.countersign.rest.identity;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.identity.service.SkillAdministration;
import org.countersign.identity.service.SkillQueries;
import org.countersign.rest.support.Query;

/** The catalogue of skills. */
@Path("/skills")
@Produces(MediaType.APPLICATION_JSON)
public class SkillsResource {

    @EJB
    private SkillQueries queries;

    @EJB
    private SkillAdministration administration;

    public record SkillForm(String name) {}

    @GET
    public Map<String, Object> list(@QueryParam("q") String text, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(queries.list(text, limit, after), row -> row);
    }

    /** Puts a skill into the catalogue, or gives it another name. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("code") String code, SkillForm form) {
        boolean isNew = administration.name(code, form.name());
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("code", code.strip());
        answer.put("name", form.name().strip());
        return Response.status(isNew ? 201 : 200).entity(answer).build();
    }
}
