package org.countersign.rest.intake;

import jakarta.ejb.EJB;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.countersign.intake.model.IntakeOutcome;
import org.countersign.intake.model.MessageDecision;
import org.countersign.intake.service.InboundRow;
import org.countersign.intake.service.IntakeDecision;
import org.countersign.intake.service.IntakeQueries;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.web.support.Problems;

/** The messages that came in, and what people decide about them. */
@Path("/intake/messages")
@Produces(MediaType.APPLICATION_JSON)
public class MessagesResource {

    @EJB
    private IntakeQueries queries;

    @EJB
    private IntakeDecision decisions;

    @Context
    private HttpServletRequest request;

    /** @param decision {@code accept}, {@code attach} or {@code refuse} */
    public record Decision(String decision, String ticket, String reason) {}

    @GET
    public Map<String, Object> list(
            @QueryParam("outcome") List<String> outcome,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after,
            @QueryParam("count") boolean count) {
        List<IntakeOutcome> outcomes = outcome.stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(text -> constant(IntakeOutcome.class, "outcome", text.strip()))
                .toList();
        CursorPage<InboundRow> page = queries.list(outcomes, limit, after);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items().stream().map(IntakeJson::of).toList());
        answer.put("next", page.next());
        if (count) {
            answer.put("count", queries.count(outcomes));
        }
        return answer;
    }

    @GET
    @Path("{id}")
    public Map<String, Object> get(@PathParam("id") long id, @QueryParam("remote-images") boolean remoteImages) {
        return IntakeJson.of(queries.find(id, remoteImages), Problems.locale(request));
    }

    @POST
    @Path("{id}/decision")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> decide(@PathParam("id") long id, Decision body) {
        if (body.decision() == null) {
            throw BusinessRuleViolation.invalid("decision", "required");
        }
        MessageDecision decision =
                constant(MessageDecision.class, "decision", body.decision().strip().toUpperCase(Locale.ROOT));
        decisions.decide(id, decision, body.ticket(), body.reason());
        return IntakeJson.of(queries.find(id, false), Problems.locale(request));
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String field, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> BusinessRuleViolation.invalid(
                        field,
                        "unknown-value",
                        text,
                        Arrays.stream(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "))));
    }
}
