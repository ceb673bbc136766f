package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.TicketClockMoved;
import org.countersign.ticket.model.Tickets;

/** Brings the due instants of open tickets up to what the contract and its calendar say now; asked again it finds nothing to do. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.CONTACT_ROLE, Role.SYSTEM})
public class ClockRecomputation {

    /** Open tickets in one transaction. */
    private static final int BLOCK = 200;

    @Inject
    private Tickets tickets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Event<DomainEvent> events;

    /** A range of ticket ids, both inclusive. */
    public record Block(long firstId, long lastId) {}

    /** The open tickets of a contract in blocks, each to be given to {@link #recompute}. */
    @RolesAllowed(Role.SYSTEM)
    public List<Block> blocks(long contractId) {
        return tickets.openBlocks(contractId, BLOCK).stream().map(ids -> new Block(ids[0], ids[1])).toList();
    }

    /**
     * Recomputes the open tickets of a block, with one event for each that moved.
     *
     * @return how many moved
     */
    @RolesAllowed(Role.SYSTEM)
    public int recompute(long contractId, Block block) {
        ContractTerms terms = customers.contract(contractId);
        int moved = 0;
        for (Ticket ticket : tickets.open(contractId, block.firstId(), block.lastId())) {
            moved += upToDate(ticket, terms) ? 1 : 0;
        }
        return moved;
    }

    /**
     * What the ticket's contract says now, with the ticket brought up to it, so that whatever is done next starts from there.
     *
     * @param ticket of the running transaction
     */
    ContractTerms terms(Ticket ticket) {
        ContractTerms terms = customers.contract(ticket.contractId());
        upToDate(ticket, terms);
        return terms;
    }

    private boolean upToDate(Ticket ticket, ContractTerms terms) {
        if (!ticket.isBehind(terms)) {
            return false;
        }
        String why = ticket.contractVersion() != terms.version()
                ? "CONTRACT_VERSION " + ticket.contractVersion() + " → " + terms.version()
                : "CALENDAR " + terms.agreement().calendar() + " " + ticket.calendarRevision() + " → " + terms.calendarRevision();
        List<String> moved = ticket.recompute(terms);
        if (moved.isEmpty()) {
            return false;
        }
        events.fire(new TicketClockMoved(ticket.ref(), why, String.join("\n", moved)));
        return true;
    }
}
