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
import java.util.Objects;
import org.countersign.customer.model.TeamRole;
import org.countersign.customer.service.ContractTeam;
import org.countersign.customer.service.NamedMember;
import org.countersign.customer.service.TeamMemberView;
import org.countersign.customer.service.TeamView;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;

/** The account team of a contract. */
@Path("/contracts/{code}/team")
@Produces(MediaType.APPLICATION_JSON)
public class TeamResource {

    @EJB
    private ContractTeam team;

    @EJB
    private CurrentCaller currentCaller;

    /** @param from the first day, today when left out; a role that is not named is nobody's from then on */
    public record TeamForm(String from, List<MemberForm> members) {}

    public record MemberForm(TeamRole role, String account, String phone) {}

    /** The team on a day, today when left out, and who had which role when. */
    @GET
    public Response get(@PathParam("code") String code, @QueryParam("at") String at) {
        TeamView view = team.team(code, Query.date("at", at));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("contract", view.contract());
        json.put("at", view.day().toString());
        json.put("members", view.members().stream().map(this::json).toList());
        json.put("history", view.memberships().stream().map(this::json).toList());
        return Response.ok(json).tag(Tags.of(view.version())).build();
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, TeamForm form) {
        if (form.members() == null || form.members().stream().anyMatch(Objects::isNull)) {
            throw BusinessRuleViolation.invalid("members", "required");
        }
        team.name(
                code,
                Query.date("from", form.from()),
                form.members().stream().map(member -> new NamedMember(member.role(), member.account(), member.phone())).toList(),
                Tags.version(ifMatch));
        return get(code, form.from());
    }

    /** Withdraws what is planned from the day on, before the day comes. */
    @DELETE
    @Path("{from}")
    public void withdraw(@PathParam("code") String code, @PathParam("from") String from, @HeaderParam("If-Match") String ifMatch) {
        team.withdraw(code, Query.date("from", from), Tags.version(ifMatch));
    }

    /** Customers are told people, not accounts. */
    private Map<String, Object> json(TeamMemberView member) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("role", member.role());
        if (!currentCaller.get().isContact()) {
            json.put("account", member.account());
        }
        json.put("name", member.name());
        json.put("email", member.email());
        json.put("phone", member.phone());
        json.put("from", member.from().toString());
        json.put("until", member.until() == null ? null : member.until().toString());
        return json;
    }
}
