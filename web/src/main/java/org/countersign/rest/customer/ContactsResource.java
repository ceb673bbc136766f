package org.countersign.rest.customer;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.countersign.customer.service.ContactRow;
import org.countersign.customer.service.CustomerAdministration;
import org.countersign.customer.service.CustomerRegister;
import org.countersign.identity.service.AccountAdministration;
import org.countersign.identity.service.NewContactAccount;
import org.countersign.rest.support.Tags;

/** One contact of a customer, by mail address. */
@Path("/contacts/{email}")
@Produces(MediaType.APPLICATION_JSON)
public class ContactsResource {

    @EJB
    private CustomerRegister register;

    @EJB
    private CustomerAdministration administration;

    @EJB
    private AccountAdministration accounts;

    public record ContactAccount(String name) {}

    @GET
    public Response get(@PathParam("email") String email) {
        ContactRow contact = register.contact(email);
        return Response.ok(OrganisationsResource.json(contact)).tag(Tags.of(contact.version())).build();
    }

    /** The contact as a whole; what is left out is not there. Another {@code email} is the one to be known by from now on. */
    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Response change(
            @PathParam("email") String email, @HeaderParam("If-Match") String ifMatch, OrganisationsResource.ContactForm body) {
        administration.changeContact(email, body.of(null), Tags.version(ifMatch));
        return get(body.email().strip());
    }

    /** Makes the contact's account. Its password is put by a call of its own, so that no trace of it can stay with an {@code Idempotency-Key}. */
    @POST
    @Path("account")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response createAccount(@PathParam("email") String email, ContactAccount body) {
        ContactRow contact = register.contact(email);
        accounts.createContactAccount(new NewContactAccount(
                body.name(), contact.name(), contact.email(), contact.organisationId(), contact.id(), null, contact.language(),
                contact.zone()));
        ContactRow now = register.contact(email);
        return Response.status(201).entity(OrganisationsResource.json(now)).tag(Tags.of(now.version())).build();
    }
}
