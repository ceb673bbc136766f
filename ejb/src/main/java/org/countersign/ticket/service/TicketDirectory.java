package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.model.Tickets;

/** Which ticket a number means, for areas that hang something on tickets. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE, Role.CONTACT_ROLE})
public class TicketDirectory {

    @Inject
    private TicketAccess access;

    @Inject
    private Tickets tickets;

    /**
     * The ticket, if the caller may know of it.
     *
     * @throws BusinessRuleViolation {@code not-found} when there is none, or it is another organisation's: the same answer
     */
    public TicketRef ref(String number) {
        return access.find(number == null ? "" : number.strip(), access.caller()).ref();
    }

    /** The ticket by id, for those who already hold something of it. */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE, Role.CONTACT_ROLE, Role.SYSTEM})
    public Optional<TicketRef> byId(long id) {
        return tickets.byId(id).map(Ticket::ref);
    }

    /** The ticket with this number on the system's own behalf: no customer leads here, and nothing is hidden from who asks. */
    @RolesAllowed(Role.SYSTEM)
    public Optional<KnownTicket> find(String number) {
        return tickets.byNumber(number)
                .map(ticket -> new KnownTicket(ticket.ref(), ticket.state(), tickets.attachedBytes(ticket.id())));
    }
}
