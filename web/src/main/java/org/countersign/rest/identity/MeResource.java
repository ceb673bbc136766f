package org.countersign.rest.identity;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;

/** The caller. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
public class MeResource {

    @EJB
    private CurrentCaller currentCaller;

    @EJB
    private CustomerDirectory customers;

    /** @param role the first role; {@code roles} has all */
    public record Me(
            String account, String name, String email, String role, List<String> roles, String level, String organisation, String language, String zone) {}

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
