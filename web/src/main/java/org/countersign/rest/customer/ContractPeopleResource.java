package org.countersign.rest.customer;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.ReportRecipient;
import org.countersign.customer.service.ContractMember;
import org.countersign.customer.service.ContractPeople;
import org.countersign.customer.service.CustomerRegister;

/** Who reports and accepts under a contract, and who gets its reports, each as it shall be from now on. */
@Path("/contracts/{code}")
@Produces(MediaType.APPLICATION_JSON)
public class ContractPeopleResource {

    @EJB
    private CustomerRegister register;

    @EJB
    private ContractPeople people;

    /** Both are {@code false} where left out. */
    public record ContactForm(Boolean fixed, Boolean mayAccept) {}

    public record StakeholderForm(String name, String language) {}

    @GET
    @Path("contacts")
    public Map<String, List<ContractMember>> contacts(@PathParam("code") String code) {
        return Map.of("items", register.members(code));
    }

    @PUT
    @Path("contacts/{email}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, List<ContractMember>> setContact(
            @PathParam("code") String code, @PathParam("email") String email, ContactForm body) {
        people.setContact(code, email, Boolean.TRUE.equals(body.fixed()), Boolean.TRUE.equals(body.mayAccept()));
        return contacts(code);
    }

    @DELETE
    @Path("contacts/{email}")
    public void removeContact(@PathParam("code") String code, @PathParam("email") String email) {
        people.removeContact(code, email);
    }

    @GET
    @Path("stakeholders")
    public Map<String, List<ReportRecipient>> stakeholders(@PathParam("code") String code) {
        return Map.of("items", register.stakeholders(code));
    }

    @PUT
    @Path("stakeholders/{email}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, List<ReportRecipient>> setStakeholder(
            @PathParam("code") String code, @PathParam("email") String email, StakeholderForm body) {
        people.setStakeholder(code, body.name(), email, body.language());
        return stakeholders(code);
    }

    @DELETE
    @Path("stakeholders/{email}")
    public void removeStakeholder(@PathParam("code") String code, @PathParam("email") String email) {
        people.removeStakeholder(code, email);
    }
}
