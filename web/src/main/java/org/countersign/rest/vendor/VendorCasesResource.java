package org.countersign.rest.vendor;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.notification.service.VendorMailQueries;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;
import org.countersign.vendor.model.VendorCaseAction;
import org.countersign.vendor.model.VendorCaseState;
import org.countersign.vendor.service.VendorCaseFilter;
import org.countersign.vendor.service.VendorCaseHandling;
import org.countersign.vendor.service.VendorCaseQueries;
import org.countersign.vendor.service.VendorCaseView;

/** Cases with vendors: the list, and the steps of one. */
@Path("/vendor-cases")
@Produces(MediaType.APPLICATION_JSON)
public class VendorCasesResource {

    @EJB
    private VendorCaseHandling handling;

    @EJB
    private VendorCaseQueries queries;

    @EJB
    private VendorMailQueries mails;

    /** @param owner account name of an agent */
    public record Amendment(String reference, String owner) {}

    public record Transition(String action, String text) {}

    /** By what is due first; {@code state} may be repeated or a list with commas. */
    @GET
    public Map<String, Object> list(
            @QueryParam("state") List<String> states,
            @QueryParam("vendor") String vendor,
            @QueryParam("owner") String owner,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        return Query.page(queries.list(new VendorCaseFilter(states(states), vendor, owner), limit, after), VendorCaseJson::of);
    }

    @GET
    @Path("{number}")
    public Response get(@PathParam("number") String number) {
        return answer(queries.find(number));
    }

    /** Records the vendor's own reference, or another owner; what is left out stays as it is. */
    @PATCH
    @Path("{number}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response amend(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch, Amendment body) {
        handling.amend(number, body.reference(), body.owner(), Tags.version(ifMatch));
        return answer(queries.find(number));
    }

    @POST
    @Path("{number}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response step(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch, Transition body) {
        Long seen = Tags.version(ifMatch);
        switch (action(body.action())) {
            case TELL -> handling.tell(number, body.text(), seen);
            case ANSWER -> handling.answer(number, body.text(), seen);
            case SOLVE -> handling.solve(number, body.text(), seen);
            case WITHDRAW -> handling.withdraw(number, body.text(), seen);
        }
        return answer(queries.find(number));
    }

    private Response answer(VendorCaseView view) {
        return Response.ok(VendorCaseJson.of(view, mails.ofCases(List.of(view.number())))).tag(Tags.of(view.version())).build();
    }

    private static VendorCaseAction action(String verb) {
        return Arrays.stream(VendorCaseAction.values())
                .filter(action -> action.verb().equals(verb))
                .findFirst()
                .orElseThrow(() -> BusinessRuleViolation.invalid(
                        "action",
                        "unknown-value",
                        String.valueOf(verb),
                        Arrays.stream(VendorCaseAction.values()).map(VendorCaseAction::verb).collect(Collectors.joining(", "))));
    }

    private static List<VendorCaseState> states(List<String> texts) {
        List<VendorCaseState> states = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            for (String one : text.split(",")) {
                states.add(Query.constant(VendorCaseState.class, "state", one));
            }
        }
        return states;
    }
}
