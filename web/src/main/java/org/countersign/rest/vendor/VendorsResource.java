package org.countersign.rest.vendor;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;
import org.countersign.ticket.model.Priority;
import org.countersign.vendor.model.VendorTimes;
import org.countersign.vendor.service.RecordVendor;
import org.countersign.vendor.service.VendorAdministration;
import org.countersign.vendor.service.VendorDirectory;
import org.countersign.vendor.service.VendorView;

/** Vendors, each with its underpinning contract. */
@Path("/vendors")
@Produces(MediaType.APPLICATION_JSON)
public class VendorsResource {

    @EJB
    private VendorDirectory directory;

    @EJB
    private VendorAdministration administration;

    public record VendorForm(String name, String email, String phone, String portal, String language, ContractForm contract) {}

    /** @param chaseEvery ISO 8601, the vendor's service time; so are the targets, one for every priority */
    public record ContractForm(String reference, String calendar, Map<String, TimesForm> targets, String chaseEvery) {}

    public record TimesForm(String response, String resolution) {}

    @GET
    public Map<String, Object> list(@QueryParam("q") String text, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(directory.list(text, limit, after), VendorsResource::json);
    }

    @GET
    @Path("{code}")
    public Response get(@PathParam("code") String code) {
        return answer(200, code);
    }

    /** Records the vendor as a whole; what is left out is not there. */
    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response put(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, VendorForm form) {
        boolean created = administration.record(command(code, form), Tags.version(ifMatch));
        return answer(created ? 201 : 200, code);
    }

    private Response answer(int status, String code) {
        VendorView vendor = directory.find(code);
        return Response.status(status).entity(json(vendor)).tag(Tags.of(vendor.version())).build();
    }

    private static Map<String, Object> json(VendorView vendor) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", vendor.code());
        json.put("name", vendor.name());
        json.put("email", vendor.address().email());
        json.put("phone", vendor.address().phone());
        json.put("portal", vendor.address().portal());
        json.put("language", vendor.address().language());
        json.put("contract", vendor.contract());
        return json;
    }

    private static RecordVendor command(String code, VendorForm form) {
        ContractForm contract = form.contract();
        if (contract == null) {
            throw BusinessRuleViolation.invalid("contract", "required");
        }
        Map<Priority, VendorTimes> targets = new EnumMap<>(Priority.class);
        if (contract.targets() != null) {
            contract.targets().forEach((name, times) -> {
                String place = "contract.targets." + name;
                if (times != null) {
                    targets.put(
                            Query.constant(Priority.class, place, name),
                            new VendorTimes(
                                    duration(place + ".response", times.response()), duration(place + ".resolution", times.resolution())));
                }
            });
        }
        return new RecordVendor(
                code, form.name(), form.email(), form.phone(), form.portal(), form.language(), contract.reference(), contract.calendar(),
                targets, duration("contract.chaseEvery", contract.chaseEvery()));
    }

    private static Duration duration(String field, String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeException e) {
            throw BusinessRuleViolation.invalid(field, "wrong-type", "ISO 8601 duration");
        }
    }
}
