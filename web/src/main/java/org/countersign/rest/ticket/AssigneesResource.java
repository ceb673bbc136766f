package org.countersign.rest.ticket;

import jakarta.ejb.EJB;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.Texts;
import org.countersign.ticket.service.AssigneeProposals;
import org.countersign.ticket.service.ProposedAssignee;
import org.countersign.ticket.service.TicketAssignees;

/** Who may work on a ticket and is there. */
@Path("/tickets/{number}/assignees")
@Produces(MediaType.APPLICATION_JSON)
public class AssigneesResource {

    @EJB
    private TicketAssignees assignees;

    @EJB
    private CurrentCaller currentCaller;

    /** The one who fits best first; {@code missing} is what the present assignee lacks. */
    @GET
    public Map<String, Object> get(@PathParam("number") String number) {
        Locale locale = Texts.supported(Locale.forLanguageTag(currentCaller.get().language()));
        AssigneeProposals proposals = assignees.proposals(number);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("items", proposals.people().stream().map(person -> json(person, locale)).toList());
        json.put("next", null);
        json.put("missing", proposals.missing());
        return json;
    }

    private static Map<String, Object> json(ProposedAssignee person, Locale locale) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("account", person.account());
        json.put("name", person.name());
        json.put("level", person.level());
        json.put("skills", person.skills());
        json.put("certifications", person.certifications());
        json.put("onDuty", person.onDuty());
        json.put("openTickets", person.openTickets());
        json.put("reasons", person.reasons(locale));
        return json;
    }
}
