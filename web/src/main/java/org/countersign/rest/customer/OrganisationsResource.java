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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.customer.service.ContactRow;
import org.countersign.customer.service.CustomerAdministration;
import org.countersign.customer.service.CustomerRegister;
import org.countersign.customer.service.NewContact;
import org.countersign.customer.service.OrganisationRow;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;

/** Customer organisations and their contacts. */
@Path("/organisations")
@Produces(MediaType.APPLICATION_JSON)
public class OrganisationsResource {

    @EJB
    private CustomerRegister register;

    @EJB
    private CustomerAdministration administration;

    @Context
    private UriInfo uri;

    public record NewOrganisation(String code, String name) {}

    public record Renamed(String name) {}

    /** @param phone may be left out */
    public record ContactForm(String name, String email, String phone, String language, String zone) {

        NewContact of(String organisation) {
            return new NewContact(organisation, name, email, phone, language, zone);
        }
    }

    @GET
    public Map<String, Object> list(
            @QueryParam("q") String text, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(register.organisations(text, limit, after), OrganisationsResource::json);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response create(NewOrganisation body) {
        administration.createOrganisation(body.code(), body.name());
        OrganisationRow created = register.organisation(body.code());
        return Response.created(uri.getAbsolutePathBuilder().path(created.code()).build())
                .entity(json(created))
                .tag(Tags.of(created.version()))
                .build();
    }

    @GET
    @Path("{code}")
    public Response get(@PathParam("code") String code) {
        OrganisationRow found = register.organisation(code);
        return Response.ok(json(found)).tag(Tags.of(found.version())).build();
    }

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response rename(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, Renamed body) {
        administration.renameOrganisation(code, body.name(), Tags.version(ifMatch));
        return get(code);
    }

    @GET
    @Path("{code}/contacts")
    public Map<String, Object> contacts(
            @PathParam("code") String code, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(register.contacts(code, limit, after), OrganisationsResource::json);
    }

    @POST
    @Path("{code}/contacts")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response createContact(@PathParam("code") String code, ContactForm body) {
        administration.createContact(body.of(code));
        ContactRow created = register.contact(body.email().strip());
        return Response.created(uri.getBaseUriBuilder().path("contacts").path(created.email()).build())
                .entity(json(created))
                .tag(Tags.of(created.version()))
                .build();
    }

    private static Map<String, Object> json(OrganisationRow organisation) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", organisation.code());
        json.put("name", organisation.name());
        json.put("contacts", organisation.contacts());
        json.put("contracts", organisation.contracts());
        return json;
    }

    static Map<String, Object> json(ContactRow contact) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("organisation", contact.organisation());
        json.put("name", contact.name());
        json.put("email", contact.email());
        json.put("phone", contact.phone());
        json.put("language", contact.language());
        json.put("zone", contact.zone());
        json.put("account", contact.account());
        return json;
    }
}
