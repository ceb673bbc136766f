package org.countersign.rest.ticket;

import jakarta.ejb.EJB;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityPart;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;
import org.countersign.ticket.model.AcceptanceManner;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketAction;
import org.countersign.ticket.model.TicketAttachment;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Urgency;
import org.countersign.ticket.model.Visibility;
import org.countersign.ticket.service.AttachmentContent;
import org.countersign.ticket.service.AttachmentRow;
import org.countersign.ticket.service.BoardEntry;
import org.countersign.ticket.service.CompleteReport;
import org.countersign.ticket.service.ExplainedClock;
import org.countersign.ticket.service.RegisterTicket;
import org.countersign.ticket.service.TicketCompletion;
import org.countersign.ticket.service.TicketConversation;
import org.countersign.ticket.service.TicketDetails;
import org.countersign.ticket.service.TicketFilter;
import org.countersign.ticket.service.TicketHandling;
import org.countersign.ticket.service.TicketQueries;
import org.countersign.ticket.service.TicketRegistration;
import org.countersign.ticket.service.TicketResolution;

/** Tickets over HTTP. */
@Path("/tickets")
@Produces(MediaType.APPLICATION_JSON)
public class TicketsResource {

    @EJB
    private TicketRegistration registration;

    @EJB
    private TicketHandling handling;

    @EJB
    private TicketCompletion completion;

    @EJB
    private TicketResolution resolution;

    @EJB
    private TicketConversation conversation;

    @EJB
    private TicketQueries queries;

    @Context
    private UriInfo uri;

    /** The body of a new ticket. */
    public record NewTicket(
            String contract,
            String contact,
            TicketKind kind,
            String summary,
            String description,
            Impact impact,
            Urgency urgency,
            Channel channel,
            String service,
            String environment,
            Map<String, String> fields,
            Priority wishedPriority,
            String category) {}

    /** The body of a step; each action takes its own properties. */
    public record Transition(
            String action,
            String assignee,
            String reason,
            String note,
            Instant until,
            SupportLevel level,
            String text,
            String of,
            String to,
            TicketKind kind,
            Impact impact,
            Urgency urgency,
            String category,
            String service,
            String environment,
            String description,
            Map<String, String> fields) {}

    public record NewMessage(String text, Visibility visibility) {}

    public record Created(long id) {}

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response register(NewTicket body) {
        TicketDetails ticket = registration.registerAndShow(new RegisterTicket(
                body.contract(),
                body.contact(),
                body.kind(),
                body.summary(),
                body.description(),
                body.impact(),
                body.urgency(),
                body.channel() == null ? Channel.API : body.channel(),
                body.service(),
                body.environment(),
                body.fields(),
                body.wishedPriority(),
                body.category()));
        return Response.created(uri.getAbsolutePathBuilder().path(ticket.number()).build())
                .tag(Tags.of(ticket.version()))
                .entity(TicketJson.of(ticket))
                .build();
    }

    @GET
    @Path("{number}")
    public Response get(@PathParam("number") String number) {
        return answer(number);
    }

    /** The query of a list. */
    public static class ListQuery {

        @QueryParam("state")
        List<String> state;

        @QueryParam("level")
        String level;

        @QueryParam("queue")
        String queue;

        @QueryParam("assignee")
        String assignee;

        @QueryParam("organisation")
        String organisation;

        @QueryParam("contract")
        String contract;

        @QueryParam("category")
        String category;

        @QueryParam("q")
        String text;

        @QueryParam("due-before")
        String dueBefore;

        @QueryParam("sort")
        String sort;

        @QueryParam("limit")
        Integer limit;

        @QueryParam("after")
        String after;

        @QueryParam("count")
        boolean count;
    }

    @GET
    public Map<String, Object> list(@BeanParam ListQuery query) {
        TicketFilter filter = new TicketFilter(
                constants(TicketState.class, "state", query.state),
                Query.constant(SupportLevel.class, "level", query.level),
                query.queue,
                query.assignee,
                query.organisation,
                query.contract,
                query.category,
                query.text,
                Query.instant("due-before", query.dueBefore),
                query.sort == null
                        ? TicketFilter.Sort.CREATED
                        : Query.constant(TicketFilter.Sort.class, "sort", query.sort.toUpperCase(Locale.ROOT)));
        CursorPage<org.countersign.ticket.service.TicketRow> page = queries.list(filter, query.limit, query.after);
        Map<String, Object> answer = Query.page(page, TicketJson::of);
        if (query.count) {
            answer.put("count", queries.count(filter));
        }
        return answer;
    }

    @POST
    @Path("{number}/transitions")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response step(@PathParam("number") String number, @HeaderParam("If-Match") String ifMatch, Transition body) {
        switch (action(body.action())) {
            case RELEASE -> handling.release(number, Tags.version(ifMatch));
            case COMPLETE -> completion.complete(
                    number,
                    new CompleteReport(body.service(), body.environment(), body.category(), body.description(), body.fields()),
                    Tags.version(ifMatch));
            case ASSIGN -> handling.assign(number, body.assignee(), body.reason(), Tags.version(ifMatch));
            case ASSESS -> handling.assess(number, body.kind(), body.impact(), body.urgency(), Tags.version(ifMatch));
            case CATEGORISE -> handling.categorise(number, body.category(), Tags.version(ifMatch));
            case START -> handling.start(number, body.reason(), Tags.version(ifMatch));
            case HOLD -> handling.hold(number, new Hold(holdReason(body.reason()), body.note(), body.until()), Tags.version(ifMatch));
            case RESUME -> handling.resume(number, Tags.version(ifMatch));
            case ESCALATE -> handling.escalate(number, body.level(), body.reason(), Tags.version(ifMatch));
            case RESOLVE -> handling.resolve(number, body.text(), Tags.version(ifMatch));
            case ACCEPT -> resolution.accept(number, body.text(), AcceptanceManner.API, Tags.requiredVersion(ifMatch));
            case REJECT -> resolution.reject(number, body.reason(), Tags.requiredVersion(ifMatch));
            case WITHDRAW -> resolution.withdraw(number, body.reason(), Tags.version(ifMatch));
            case LINK_DUPLICATE -> handling.linkDuplicate(number, body.of(), Tags.version(ifMatch));
            case TRANSFER -> handling.transfer(number, body.to(), body.reason(), Tags.version(ifMatch));
            case HAND_BACK -> resolution.handBack(number, body.text(), Channel.API, Tags.version(ifMatch));
            case DECLINE -> handling.decline(number, body.reason(), Tags.version(ifMatch));
        }
        return answer(number);
    }

    @GET
    @Path("{number}/messages")
    public CursorPage<BoardEntry> board(
            @PathParam("number") String number, @QueryParam("limit") Integer limit, @QueryParam("after") String after) {
        return queries.board(number, limit, after);
    }

    @POST
    @Path("{number}/messages")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response post(@PathParam("number") String number, NewMessage body) {
        long id = conversation.post(number, body.text(), body.visibility(), Channel.API);
        return Response.status(201).entity(new Created(id)).build();
    }

    @GET
    @Path("{number}/attachments")
    public Map<String, List<AttachmentRow>> attachments(@PathParam("number") String number) {
        return Map.of("items", queries.attachments(number));
    }

    @POST
    @Path("{number}/attachments")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response attach(@PathParam("number") String number, List<EntityPart> parts) throws IOException {
        List<Created> created = new ArrayList<>();
        for (EntityPart part : parts) {
            Optional<String> name = part.getFileName();
            if (name.isPresent()) {
                byte[] content = part.getContent().readNBytes(TicketAttachment.MAXIMUM_SIZE + 1);
                created.add(new Created(conversation.attach(number, name.get(), String.valueOf(part.getMediaType()), content)));
            }
        }
        if (created.isEmpty()) {
            throw BusinessRuleViolation.invalid("file", "required");
        }
        return Response.status(201).entity(Map.of("items", created)).build();
    }

    @GET
    @Path("{number}/attachments/{id}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    public Response attachment(@PathParam("number") String number, @PathParam("id") long id) {
        AttachmentContent file = queries.attachment(number, id);
        return Response.ok(file.content(), MediaType.APPLICATION_OCTET_STREAM_TYPE)
                .header("Content-Disposition", org.countersign.web.support.Downloads.disposition(file.name()))
                .build();
    }

    @GET
    @Path("{number}/clock")
    public ExplainedClock clock(@PathParam("number") String number) {
        return queries.clock(number);
    }

    private Response answer(String number) {
        TicketDetails details = queries.find(number);
        return Response.ok(TicketJson.of(details)).tag(Tags.of(details.version())).build();
    }

    private static TicketAction action(String verb) {
        return Arrays.stream(TicketAction.values())
                .filter(action -> action.verb().equals(verb))
                .findFirst()
                .orElseThrow(() -> BusinessRuleViolation.invalid(
                        "action",
                        "unknown-value",
                        String.valueOf(verb),
                        Arrays.stream(TicketAction.values()).map(TicketAction::verb).collect(Collectors.joining(", "))));
    }

    /** The reason of a hold: one of the constants. */
    private static HoldReason holdReason(String reason) {
        return Query.constant(HoldReason.class, "reason", reason);
    }

    private static <E extends Enum<E>> List<E> constants(Class<E> type, String field, List<String> texts) {
        List<E> constants = new ArrayList<>();
        for (String text : texts == null ? List.<String>of() : texts) {
            for (String one : text.split(",")) {
                constants.add(Query.constant(type, field, one));
            }
        }
        return constants;
    }
}
