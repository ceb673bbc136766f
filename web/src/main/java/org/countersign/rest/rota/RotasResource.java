package org.countersign.rest.rota;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;
import org.countersign.rota.service.AskSwap;
import org.countersign.rota.service.CallOuts;
import org.countersign.rota.service.PublishRota;
import org.countersign.rota.service.RotaAbsences;
import org.countersign.rota.service.RotaHandovers;
import org.countersign.rota.service.RotaPlanning;
import org.countersign.rota.service.RotaProblem;
import org.countersign.rota.service.RotaQueries;
import org.countersign.rota.service.RotaSwaps;
import org.countersign.rota.service.RotaView;

/** Rotas: the plan as a whole, swaps, absences, handover notes. */
@Path("/rotas")
@Produces(MediaType.APPLICATION_JSON)
public class RotasResource {

    @EJB
    private RotaQueries queries;

    @EJB
    private RotaPlanning planning;

    @EJB
    private RotaSwaps swaps;

    @EJB
    private RotaAbsences absences;

    @EJB
    private RotaHandovers handovers;

    @EJB
    private CallOuts callOuts;

    @EJB
    private CurrentCaller currentCaller;

    /**
     * A plan: {@code shifts} say without gap or overlap who is on duty from {@code from} to {@code until}, by account names; {@code contracts}
     * are all that the rota covers, and left out they stay as they are.
     */
    public record PlanForm(String name, String zone, List<CoveredForm> contracts, Instant from, Instant until, List<ShiftForm> shifts) {}

    /** @param backupAfter ISO 8601, {@code PT15M} when left out */
    public record CoveredForm(String contract, String backupAfter, Boolean afterHoursOnly) {}

    public record ShiftForm(Instant from, Instant until, String responsible, String backup) {}

    /** @param account who asks, for managers who ask for somebody; left out it is the caller */
    public record SwapForm(String account, String with, Instant from, Instant until, Instant backFrom, Instant backUntil) {}

    public record AbsenceForm(String account, Instant from, Instant until, String note, String coveredBy) {}

    public record NoteForm(String note) {}

    @GET
    public Map<String, Object> list(@QueryParam("q") String text, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return Query.page(queries.list(text, limit, after), row -> row);
    }

    /** The plan from {@code from} on, now if left out; shifts are written as {@code PUT} takes them. */
    @GET
    @Path("{code}")
    public Response get(@PathParam("code") String code, @QueryParam("from") String from, @QueryParam("until") String until) {
        return answer(200, code, Query.instant("from", from), Query.instant("until", until));
    }

    @PUT
    @Path("{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response publish(@PathParam("code") String code, @HeaderParam("If-Match") String ifMatch, PlanForm form) {
        boolean opened = planning.publish(command(code, form), Tags.version(ifMatch));
        return answer(opened ? 201 : 200, code, form.from(), form.until());
    }

    /** Every place at which the plan could not be published now, and {@code hints} of what it may not mean; nothing is changed. */
    @POST
    @Path("{code}/check")
    @Consumes(MediaType.APPLICATION_JSON)
    public Map<String, Object> check(@PathParam("code") String code, PlanForm form) {
        Locale locale = Texts.supported(Locale.forLanguageTag(currentCaller.get().language()));
        Map<String, Object> answer = items(planning.check(command(code, form)).stream().map(problem -> json(problem, locale)).toList());
        answer.put("hints", planning.hints(command(code, form)).stream().map(hint -> Texts.of(locale, hint)).toList());
        return answer;
    }

    @GET
    @Path("{code}/swaps")
    public Map<String, Object> swaps(@PathParam("code") String code) {
        return items(queries.swapsAsked(code));
    }

    @POST
    @Path("{code}/swaps")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ask(@PathParam("code") String code, SwapForm form) {
        long id = swaps.ask(new AskSwap(code, form.account(), form.with(), form.from(), form.until(), form.backFrom(), form.backUntil()));
        return Response.status(201).entity(Map.of("id", id)).build();
    }

    @POST
    @Path("{code}/swaps/{id}/agree")
    public Response agree(@PathParam("code") String code, @PathParam("id") long id) {
        swaps.agree(code, id);
        return Response.noContent().build();
    }

    @POST
    @Path("{code}/swaps/{id}/decline")
    public Response decline(@PathParam("code") String code, @PathParam("id") long id) {
        swaps.decline(code, id);
        return Response.noContent().build();
    }

    @POST
    @Path("{code}/swaps/{id}/withdraw")
    public Response withdraw(@PathParam("code") String code, @PathParam("id") long id) {
        swaps.withdraw(code, id);
        return Response.noContent().build();
    }

    /** Absences that are not over. A person is away from all rotas, so the list is the same for each. */
    @GET
    @Path("{code}/absences")
    public Map<String, Object> absences(@PathParam("code") String code) {
        queries.requireRota(code);
        return items(absences.toCome());
    }

    @POST
    @Path("{code}/absences")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response absent(@PathParam("code") String code, AbsenceForm form) {
        queries.requireRota(code);
        long id = absences.record(form.account(), form.from(), form.until(), form.note(), form.coveredBy());
        return Response.status(201).entity(Map.of("id", id)).build();
    }

    @DELETE
    @Path("{code}/absences/{id}")
    public Response back(@PathParam("code") String code, @PathParam("id") long id) {
        queries.requireRota(code);
        absences.withdraw(id);
        return Response.noContent().build();
    }

    @POST
    @Path("{code}/handovers")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response handOver(@PathParam("code") String code, NoteForm form) {
        return Response.status(201).entity(Map.of("id", handovers.write(code, form.note()))).build();
    }

    @POST
    @Path("{code}/handovers/{id}/read")
    public Response read(@PathParam("code") String code, @PathParam("id") long id) {
        handovers.read(code, id);
        return Response.noContent().build();
    }

    @GET
    @Path("{code}/call-outs")
    public Map<String, Object> callOuts(@PathParam("code") String code) {
        return items(callOuts.latest(code));
    }

    private Response answer(int status, String code, Instant from, Instant until) {
        RotaView view = queries.rota(code, from, until);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", view.code());
        json.put("name", view.name());
        json.put("zone", view.zone());
        json.put("revision", view.revision());
        json.put("publishedAt", view.publishedAt());
        json.put("from", view.from());
        json.put("until", view.until());
        json.put("ending", view.ending());
        json.put("contracts", view.contracts());
        json.put(
                "shifts",
                view.shifts().stream()
                        .map(shift -> {
                            Map<String, Object> each = new LinkedHashMap<>();
                            each.put("from", shift.from());
                            each.put("until", shift.until());
                            each.put("responsible", shift.responsible().account());
                            each.put("backup", shift.backup().account());
                            return each;
                        })
                        .toList());
        return Response.status(status).entity(json).tag(Tags.of(view.version())).build();
    }

    private static Map<String, Object> json(RotaProblem problem, Locale locale) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", problem.refusal().code());
        json.put("from", problem.from());
        json.put("until", problem.until());
        json.put("message", Texts.of(locale, problem.refusal()));
        return json;
    }

    private static PublishRota command(String code, PlanForm form) {
        return new PublishRota(
                code,
                form.name(),
                form.zone(),
                form.contracts() == null ? null : form.contracts().stream().map(RotasResource::covered).toList(),
                form.from(),
                form.until(),
                form.shifts() == null
                        ? List.of()
                        : form.shifts().stream()
                                .map(shift -> new PublishRota.PlannedShift(shift.from(), shift.until(), shift.responsible(), shift.backup()))
                                .toList());
    }

    private static PublishRota.Covered covered(CoveredForm form) {
        return new PublishRota.Covered(form.contract(), duration(form.backupAfter()), Boolean.TRUE.equals(form.afterHoursOnly()));
    }

    private static Duration duration(String text) {
        try {
            return text == null ? null : Duration.parse(text);
        } catch (DateTimeException e) {
            throw BusinessRuleViolation.invalid("contracts.backupAfter", "wrong-type", "ISO 8601 duration");
        }
    }

    static Map<String, Object> items(List<?> items) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("items", items);
        answer.put("next", null);
        return answer;
    }
}
