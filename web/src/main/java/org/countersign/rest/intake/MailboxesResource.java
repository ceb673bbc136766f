package org.countersign.rest.intake;

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
import org.countersign.intake.model.ImapAccount;
import org.countersign.intake.model.MailboxSecurity;
import org.countersign.intake.service.ChangeMailbox;
import org.countersign.intake.service.MailboxAdministration;
import org.countersign.intake.service.MailboxRow;
import org.countersign.intake.service.NewMailbox;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;

/** The mailboxes of this desk, for its administrators. */
@Path("/mailboxes")
@Produces(MediaType.APPLICATION_JSON)
public class MailboxesResource {

    @EJB
    private MailboxAdministration administration;

    @Context
    private UriInfo uri;

    public record MailboxForm(String address, String contract, String displayName, String authservId, ImapForm imap) {}

    /** @param active left out, it is polled */
    public record ChangeForm(String contract, String displayName, String authservId, ImapForm imap, Boolean active) {}

    /** @param secret name of the setting with the password, {@code countersign.imap.…}; never the password */
    public record ImapForm(String host, Integer port, MailboxSecurity security, String user, String secret, String folder) {

        ImapAccount account() {
            if (port == null) {
                throw BusinessRuleViolation.invalid("imap.port", "required");
            }
            try {
                return new ImapAccount(host, port, security, user, secret, folder);
            } catch (BusinessRuleViolation refusal) {
                throw BusinessRuleViolation.invalid("imap." + refusal.field(), refusal.code(), refusal.arguments().toArray());
            }
        }
    }

    @GET
    public Map<String, Object> list(@QueryParam("q") String text, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(administration.list(text, limit, after), MailboxesResource::json);
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response add(MailboxForm form) {
        administration.add(new NewMailbox(
                form.address(), form.contract(), form.displayName(), form.authservId(), form.imap() == null ? null : form.imap().account()));
        MailboxRow mailbox = administration.find(form.address());
        return Response.created(uri.getBaseUriBuilder().path("mailboxes").path(mailbox.address()).build())
                .entity(json(mailbox))
                .tag(Tags.of(mailbox.version()))
                .build();
    }

    @GET
    @Path("{address}")
    public Response get(@PathParam("address") String address) {
        MailboxRow mailbox = administration.find(address);
        return Response.ok(json(mailbox)).tag(Tags.of(mailbox.version())).build();
    }

    /** The mailbox as a whole; what is left out is not there. */
    @PUT
    @Path("{address}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("address") String address, @HeaderParam("If-Match") String ifMatch, ChangeForm form) {
        administration.change(
                address,
                new ChangeMailbox(
                        form.contract(),
                        form.displayName(),
                        form.authservId(),
                        form.imap() == null ? null : form.imap().account(),
                        form.active() == null || form.active()),
                Tags.version(ifMatch));
        return get(address);
    }

    private static Map<String, Object> json(MailboxRow mailbox) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("address", mailbox.address());
        json.put("contract", mailbox.contract());
        json.put("displayName", mailbox.displayName());
        json.put("authservId", mailbox.authservId());
        json.put("imap", mailbox.imap());
        json.put("active", mailbox.active());
        json.put("polling", mailbox.polling());
        json.put("lastPolledAt", mailbox.lastPolledAt());
        json.put("lastSuccessAt", mailbox.lastSuccessAt());
        json.put("lastError", mailbox.lastError());
        return json;
    }
}
