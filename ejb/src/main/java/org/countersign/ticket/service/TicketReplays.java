package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.AgreementDraft;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.ticket.model.TargetResult;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketClock;
import org.countersign.ticket.model.Tickets;

/** Reads the logs of past tickets under another agreement than theirs. Nothing of the tickets changes. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class TicketReplays {

    /** Tickets in one transaction. */
    private static final int BLOCK = 200;

    @Inject
    private Tickets tickets;

    @Inject
    private CustomerDirectory customers;

    /** A range of ticket ids, both inclusive. */
    public record Block(long firstId, long lastId) {}

    /** The tickets of a contract received in a period, in blocks. */
    public List<Block> blocks(long contractId, Instant from, Instant to) {
        return tickets.receivedBlocks(contractId, from, to, BLOCK).stream().map(ids -> new Block(ids[0], ids[1])).toList();
    }

    /**
     * The tickets of a block as they were and as they would have been.
     *
     * @param asOf up to when what still runs is looked at
     */
    public List<ReplayedTicket> replay(long contractId, Block block, Instant from, Instant to, AgreementDraft draft, Instant asOf) {
        Map<List<Integer>, ContractTerms> said = new HashMap<>();
        return tickets.received(contractId, from, to, block.firstId(), block.lastId()).stream()
                .map(ticket -> replay(ticket, ticket.clock(said.computeIfAbsent(key(ticket), key -> terms(ticket))), draft, asOf))
                .toList();
    }

    private static List<Integer> key(Ticket ticket) {
        return ticket.state().isOpen() ? List.of() : List.of(ticket.contractVersion(), ticket.calendarRevision());
    }

    /** What counts for an open ticket is what is agreed now; what counted for an ended one stays as it was. */
    private ContractTerms terms(Ticket ticket) {
        return ticket.state().isOpen()
                ? customers.contract(ticket.contractId())
                : customers.contract(ticket.contractId(), ticket.contractVersion(), ticket.calendarRevision());
    }

    private static ReplayedTicket replay(Ticket ticket, TicketClock was, AgreementDraft draft, Instant asOf) {
        TicketClock would = ticket.clock(draft.agreement(), draft.calendar());
        List<ReplayedTicket.Target> targets = Arrays.stream(ServiceTarget.values())
                .map(target -> new ReplayedTicket.Target(
                        target, ReplayedTicket.Side.of(was, target, asOf), ReplayedTicket.Side.of(would, target, asOf)))
                .filter(target -> target.was().result() != TargetResult.NOT_OWED || target.would().result() != TargetResult.NOT_OWED)
                .toList();
        return new ReplayedTicket(ticket.id(), ticket.receivedAt(), targets);
    }
}
