package org.countersign.web.desk.escalation;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.countersign.escalation.service.EscalationQueries;
import org.countersign.web.support.People;
import org.countersign.web.support.Reader;
import org.countersign.web.ticket.TicketPage;

/** The escalations on a ticket's page. */
@Named("ticketEscalations")
@RequestScoped
public class TicketEscalationsBacking {

    @EJB
    private EscalationQueries queries;

    @Inject
    private TicketPage ticket;

    @Inject
    private Reader reader;

    @Inject
    private People people;

    private List<EscalationRow> rows;

    public List<EscalationRow> getRows() {
        if (rows == null) {
            rows = EscalationRow.of(queries.ofTicket(ticket.getNumber()), reader.getLocale(), people);
        }
        return rows;
    }
}
