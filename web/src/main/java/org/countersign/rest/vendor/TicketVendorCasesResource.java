package org.countersign.rest.vendor;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.notification.model.VendorMailKey;
import org.countersign.notification.service.VendorMail;
import org.countersign.notification.service.VendorMailQueries;
import org.countersign.rest.support.Tags;
import org.countersign.vendor.service.OpenVendorCase;
import org.countersign.vendor.service.VendorCaseHandling;
import org.countersign.vendor.service.VendorCaseQueries;
import org.countersign.vendor.service.VendorCaseView;

/** The vendor cases of a ticket. */
@Path("/tickets")
@Produces(MediaType.APPLICATION_JSON)
public class TicketVendorCasesResource {

    @EJB
    private VendorCaseHandling handling;

    @EJB
    private VendorCaseQueries queries;

    @EJB
    private VendorMailQueries mails;

    @Context
    private UriInfo uri;

    /** @param reference the vendor's own, if it gave one already */
    public record NewCase(String vendor, String subject, String description, String reference) {}

    @GET
    @Path("{number}/vendor-cases")
    public Map<String, Object> list(@PathParam("number") String number) {
        Map<String, Object> answer = new LinkedHashMap<>();
        List<VendorCaseView> cases = queries.ofTicket(number);
        Map<VendorMailKey, VendorMail> sent = mails.ofCases(cases.stream().map(VendorCaseView::number).toList());
        answer.put("items", cases.stream().map(view -> VendorCaseJson.of(view, sent)).toList());
        answer.put("next", null);
        return answer;
    }

    /** Opens a case, which takes the ticket to level VENDOR; {@code If-Match} is about the ticket. */
    @POST
    @Path("{number}/vendor-cases")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response open(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch, NewCase body) {
        String opened = handling.open(
                new OpenVendorCase(number, body.vendor(), body.subject(), body.description(), body.reference()), Tags.version(ifMatch));
        VendorCaseView view = queries.find(opened);
        return Response.created(uri.getBaseUriBuilder().path("vendor-cases").path(opened).build())
                .tag(Tags.of(view.version()))
                .entity(VendorCaseJson.of(view, mails.ofCases(List.of(opened))))
                .build();
    }
}
