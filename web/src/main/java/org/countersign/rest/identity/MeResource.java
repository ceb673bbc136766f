package org.countersign.rest.identity;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.identity.service.OwnAccount;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rest.identity.AccountJson.OwnPasswordForm;

/** The caller. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @EJB
    private CurrentCaller currentCaller;

    @EJB
    private CustomerDirectory customers;

    @EJB
    private OwnAccount ownAccount;

    /** @param role the first role; {@code roles} has all */
    public record Me(
            String account, String name, String email, String role, List<String> roles, String level, String organisation, String language, String zone) {}

    /** Changes the caller's password. The old one is asked, and a wrong one counts as at sign-in; sessions end, tokens go on. */
    @PUT
    @Path("password")
    @Consumes(MediaType.APPLICATION_JSON)
    public void changePassword(OwnPasswordForm form) {
        if (form.current() == null) {
            throw BusinessRuleViolation.invalid("current", "required");
        }
        ownAccount.changePassword(form.current().toCharArray(), form.password() == null ? null : form.password().toCharArray());
    }

    @GET
    public Me get() {
        Caller caller = currentCaller.get();
        List<String> roles = caller.roles().stream().sorted().map(Role::name).toList();
        return new Me(
                caller.name(),
                caller.displayName(),
                caller.email(),
                roles.isEmpty() ? null : roles.get(0),
                roles,
                caller.level() == null ? null : caller.level().name(),
                caller.organisationId() == null ? null : customers.organisationName(caller.organisationId()),
                caller.language(),
                caller.zone());
    }
}
