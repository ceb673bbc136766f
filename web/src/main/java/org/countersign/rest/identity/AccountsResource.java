package org.countersign.rest.identity;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountAdministration;
import org.countersign.identity.service.AccountFilter;
import org.countersign.identity.service.AccountKind;
import org.countersign.identity.service.AccountQueries;
import org.countersign.identity.service.AccountView;
import org.countersign.identity.service.ChangeAccount;
import org.countersign.identity.service.IssuedToken;
import org.countersign.identity.service.NewStaffAccount;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rest.identity.AccountJson.IssuedJson;
import org.countersign.rest.identity.AccountJson.PasswordForm;
import org.countersign.rest.identity.AccountJson.PersonForm;
import org.countersign.rest.identity.AccountJson.RolesForm;
import org.countersign.rest.identity.AccountJson.StaffForm;
import org.countersign.rest.identity.AccountJson.TokenForm;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;

/** Who may use this installation, for its administrators. */
@Path("/accounts")
@Produces(MediaType.APPLICATION_JSON)
public class AccountsResource {

    @EJB
    private AccountQueries queries;

    @EJB
    private AccountAdministration administration;

    @EJB
    private CustomerDirectory customers;

    @Context
    private UriInfo uri;

    @GET
    public Map<String, Object> list(
            @QueryParam("q") String text,
            @QueryParam("kind") String kind,
            @QueryParam("active") String active,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        AccountFilter filter = new AccountFilter(
                text == null || text.isBlank() ? null : text.strip(),
                Query.constant(AccountKind.class, "kind", kind),
                Query.flag("active", active));
        return Query.page(queries.list(filter, limit, after), row -> row);
    }

    /**
     * Makes an account of the staff, or of a machine. It has no password yet: that is put by a call of its own, so that no trace of it can
     * stay with an {@code Idempotency-Key}.
     */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(StaffForm form) {
        Set<Role> roles = roles(form.roles());
        administration.createStaff(new NewStaffAccount(
                form.name(), form.displayName(), form.email(), form.level(), roles, null, form.language(), form.zone()));
        AccountView account = queries.find(form.name());
        return Response.created(uri.getBaseUriBuilder().path("accounts").path(account.name()).build())
                .entity(json(account))
                .tag(Tags.of(account.version()))
                .build();
    }

    @GET
    @Path("{name}")
    public Response get(@PathParam("name") String name) {
        AccountView account = queries.find(name);
        return Response.ok(json(account)).tag(Tags.of(account.version())).build();
    }

    /** What is on record about the account's person, as a whole. */
    @PUT
    @Path("{name}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("name") String name, @HeaderParam("If-Match") String ifMatch, PersonForm form) {
        administration.change(
                name, new ChangeAccount(form.displayName(), form.email(), form.language(), form.zone()), Tags.version(ifMatch));
        return get(name);
    }

    /** All roles that the account has, and no others. */
    @PUT
    @Path("{name}/roles")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response setRoles(@PathParam("name") String name, @HeaderParam("If-Match") String ifMatch, RolesForm form) {
        administration.setRoles(name, roles(form.roles()), form.level(), Tags.version(ifMatch));
        return get(name);
    }

    @PUT
    @Path("{name}/password")
    @Consumes(MediaType.APPLICATION_JSON)
    public void setPassword(@PathParam("name") String name, PasswordForm form) {
        administration.setPassword(name, form.password());
    }

    @POST
    @Path("{name}/deactivation")
    public Response deactivate(@PathParam("name") String name) {
        administration.deactivate(name);
        return get(name);
    }

    @POST
    @Path("{name}/activation")
    public Response activate(@PathParam("name") String name) {
        administration.activate(name);
        return get(name);
    }

    /** The account's tokens, newest first, without their secrets. */
    @GET
    @Path("{name}/tokens")
    public Map<String, Object> tokens(
            @PathParam("name") String name, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(queries.tokens(name, limit, after), row -> row);
    }

    /** Issues a token. Its secret stands in this answer only, and in none that repeats it. */
    @POST
    @Path("{name}/tokens")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response issueToken(@PathParam("name") String name, TokenForm form) {
        IssuedToken issued = administration.issueToken(name, form.label(), form.expiresAt());
        return Response.created(uri.getAbsolutePathBuilder().path(Long.toString(issued.id())).build())
                .entity(IssuedJson.of(issued))
                .build();
    }

    @DELETE
    @Path("{name}/tokens/{id}")
    public void revokeToken(@PathParam("name") String name, @PathParam("id") long id) {
        administration.revokeToken(name, id);
    }

    private static Set<Role> roles(List<Role> given) {
        if (given == null || given.isEmpty() || given.stream().anyMatch(Objects::isNull)) {
            throw BusinessRuleViolation.invalid("roles", "required");
        }
        return EnumSet.copyOf(given);
    }

    private Map<String, Object> json(AccountView account) {
        return AccountJson.of(account, account.isContact() ? customers.organisationName(account.organisationId()) : null);
    }
}
