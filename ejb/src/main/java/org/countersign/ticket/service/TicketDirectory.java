package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.countersign.identity.model.Role;
import org.countersign.ticket.model.Tickets;

/** What other areas ask about tickets on the system's own behalf: no customer leads here, and nothing is hidden from who asks. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class TicketDirectory {

    @Inject
    private Tickets tickets;

    /** The ticket with this number, e.g. {@code CS-100001}. */
    public Optional<KnownTicket> find(String number) {
        return tickets.byNumber(number)
                .map(ticket -> new KnownTicket(ticket.ref(), ticket.state(), tickets.attachedBytes(ticket.id())));
    }
}
