package org.countersign.escalation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.countersign.rota.service.OpenCallOuts;
import org.countersign.ticket.model.TicketEvent.ResolutionProposed;
import org.countersign.ticket.model.TicketEvent.TicketAssigned;
import org.countersign.ticket.model.TicketEvent.TicketDeclined;
import org.countersign.ticket.model.TicketEvent.TicketMarkedDuplicate;
import org.countersign.ticket.model.TicketEvent.TicketPutToCustomer;
import org.countersign.ticket.model.TicketEvent.TicketTransferred;
import org.countersign.ticket.model.TicketEvent.TicketWithdrawn;
import org.countersign.ticket.model.TicketEvent.WorkStarted;

/** Nobody is called for a ticket that somebody has taken meanwhile, or that needs nobody any more. */
@ApplicationScoped
public class CalledTickets {

    @Inject
    private OpenCallOuts callOuts;

    void assigned(@Observes TicketAssigned event) {
        callOuts.taken(event.ticket().number(), event.to());
    }

    void started(@Observes WorkStarted event) {
        callOuts.taken(event.ticket().number(), event.assignee());
    }

    void resolved(@Observes ResolutionProposed event) {
        callOuts.over(event.ticket().number());
    }

    void putToCustomer(@Observes TicketPutToCustomer event) {
        callOuts.over(event.ticket().number());
    }

    void withdrawn(@Observes TicketWithdrawn event) {
        callOuts.over(event.ticket().number());
    }

    void duplicate(@Observes TicketMarkedDuplicate event) {
        callOuts.over(event.ticket().number());
    }

    void transferred(@Observes TicketTransferred event) {
        callOuts.over(event.ticket().number());
    }

    void declined(@Observes TicketDeclined event) {
        callOuts.over(event.ticket().number());
    }
}
