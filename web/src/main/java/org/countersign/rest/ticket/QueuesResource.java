package org.countersign.rest.ticket;

import jakarta.ejb.EJB;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rest.support.Query;
import org.countersign.rest.support.Tags;
import org.countersign.ticket.service.ArrivalProof;
import org.countersign.ticket.service.OvertakingFilter;
import org.countersign.ticket.service.QueueProof;
import org.countersign.ticket.service.QueueQueries;
import org.countersign.ticket.service.QueueView;
import org.countersign.ticket.service.TicketDetails;
import org.countersign.ticket.service.TicketHandling;
import org.countersign.ticket.service.TicketQueries;

/** Queues: who waits in which order, who was passed, and the proof of it. */
@Path("/queues")
@Produces(MediaType.APPLICATION_JSON)
public class QueuesResource {

    @EJB
    private QueueQueries queues;

    @EJB
    private QueueProof proofs;

    @EJB
    private TicketHandling handling;

    @EJB
    private TicketQueries tickets;

    /** {@code seen} names the ticket that the caller saw in front; whoever asks twice then gets the same one again. */
    public record Next(String seen) {}

    /** The queues in which somebody waits. */
    @GET
    public Map<String, Object> waiting() {
        return Map.of("items", queues.waiting());
    }

    /** Those who wait, the first in line first. */
    @GET
    @Path("{contract}/{level}")
    public Map<String, Object> queue(
            @PathParam("contract") String contract,
            @PathParam("level") String level,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        QueueView queue = queues.queue(contract, level(contract, level), limit, after);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("contract", queue.contract());
        answer.put("level", queue.level());
        answer.put("order", queue.order());
        answer.put("waiting", queue.waiting());
        answer.put("asOf", queue.asOf());
        answer.putAll(Query.page(queue.line(), ticket -> ticket));
        return answer;
    }

    /** Takes the first in line for the caller; 204 when nobody waits. */
    @POST
    @Path("{contract}/{level}/next")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response next(@PathParam("contract") String contract, @PathParam("level") String level, Next body) {
        Optional<String> taken = handling.takeNext(contract, level(contract, level), body == null ? null : body.seen());
        if (taken.isEmpty()) {
            return Response.noContent().build();
        }
        TicketDetails details = tickets.find(taken.get());
        return Response.ok(TicketJson.of(details)).tag(Tags.of(details.version())).build();
    }

    /** Latest first; {@code ticket} leaves those by a ticket, and those that passed it. */
    @GET
    @Path("{contract}/{level}/overtakings")
    public Map<String, Object> overtakings(
            @PathParam("contract") String contract,
            @PathParam("level") String level,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("ticket") String ticket,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        OvertakingFilter filter = new OvertakingFilter(Query.instant("from", from), Query.instant("to", to), ticket);
        return Query.page(queues.overtakings(contract, level(contract, level), filter, limit, after), row -> row);
    }

    /** The order of arrival in a period, with its witnesses; the verdict on the whole period stands on the first page. */
    @GET
    @Path("{contract}/{level}/proof")
    public Map<String, Object> proof(
            @PathParam("contract") String contract,
            @PathParam("level") String level,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("limit") Integer limit,
            @QueryParam("after") String after) {
        ArrivalProof proof = proofs.proof(
                contract, level(contract, level), Query.instant("from", from), Query.instant("to", to), limit, after);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("contract", proof.contract());
        answer.put("level", proof.level());
        answer.put("order", proof.order());
        answer.put("from", proof.from());
        answer.put("to", proof.to());
        answer.put("verdict", proof.verdict());
        answer.putAll(Query.page(proof.arrivals(), arrived -> arrived));
        return answer;
    }

    /** A level that there is not makes a queue that there is not. */
    private static SupportLevel level(String contract, String text) {
        try {
            return SupportLevel.valueOf(text);
        } catch (IllegalArgumentException unknown) {
            throw BusinessRuleViolation.notFound("queue", contract + "/" + text);
        }
    }
}
