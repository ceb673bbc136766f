package org.countersign.rest.rota;

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
import java.net.URI;
import java.util.Map;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.rota.service.CallOutView;
import org.countersign.rota.service.CallOuts;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.service.TicketDirectory;

/** Calls of people on duty for tickets, and their acknowledgement. */
@Path("/call-outs")
@Produces(MediaType.APPLICATION_JSON)
public class CallOutsResource {

    @EJB
    private CallOuts callOuts;

    @EJB
    private TicketDirectory tickets;

    @EJB
    private CustomerDirectory customers;

    public record CallForm(String ticket, String reason) {}

    /** Calls whoever is on duty for the ticket's contract; while a call for it is open, answers with that one. */
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response call(CallForm form) {
        TicketRef ticket = tickets.ref(form.ticket());
        long id = callOuts.call(customers.contract(ticket.contractId()).code(), ticket.number(), form.reason());
        return Response.created(URI.create("call-outs/" + id)).entity(callOuts.find(id)).build();
    }

    @GET
    public Map<String, Object> ofTicket(@QueryParam("ticket") String ticket) {
        if (ticket == null || ticket.isBlank()) {
            throw BusinessRuleViolation.invalid("ticket", "required");
        }
        return RotasResource.items(callOuts.ofTicket(ticket.strip()));
    }

    @GET
    @Path("{id}")
    public CallOutView get(@PathParam("id") long id) {
        return callOuts.find(id);
    }

    @POST
    @Path("{id}/acknowledge")
    public CallOutView acknowledge(@PathParam("id") long id) {
        callOuts.acknowledge(id);
        return callOuts.find(id);
    }
}
