package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.Tickets;

/** Brings the due instants of open tickets up to what the contract and its calendar say now; asked again it finds nothing to do. */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class ClockRecomputation {

    /** Open tickets in one transaction. */
    private static final int BLOCK = 200;

    @Inject
    private Tickets tickets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private TicketTerms clocks;

    /** A range of ticket ids, both inclusive. */
    public record Block(long firstId, long lastId) {}

    /**
     * The open tickets of a contract in blocks, each to be given to {@link #recompute}. The last one is for those to come: what is being
     * registered meanwhile may have read what the contract said before.
     */
    public List<Block> blocks(long contractId) {
        List<Block> blocks = new ArrayList<>();
        long next = 0;
        for (long[] ids : tickets.openBlocks(contractId, BLOCK)) {
            blocks.add(new Block(ids[0], ids[1]));
            next = ids[1] + 1;
        }
        blocks.add(new Block(next, Long.MAX_VALUE));
        return blocks;
    }

    /**
     * Recomputes the open tickets of a block, with one event for each that moved.
     *
     * @return how many moved
     */
    public int recompute(long contractId, Block block) {
        ContractTerms terms = customers.contract(contractId);
        int moved = 0;
        for (Ticket ticket : tickets.behind(terms, block.firstId(), block.lastId())) {
            moved += clocks.upToDate(ticket, terms) ? 1 : 0;
        }
        return moved;
    }
}
