package org.countersign.rota.model;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** All call-outs. */
public interface CallOutLog {

    /** Adds a call-out, which has its id then. */
    void add(CallOut callOut);

    /** The call-out, locked until the transaction ends. */
    Optional<CallOut> lock(long id);

    Optional<CallOut> byId(long id);

    /** The call-outs of a ticket that nobody has acknowledged and that are not over, locked until the transaction ends. */
    List<CallOut> lockOpenOf(String ticketNumber);

    /** The call-outs of a ticket, oldest first. */
    List<CallOut> ofTicket(String ticketNumber);

    /** The newest call-outs of a rota, newest first. */
    List<CallOut> latest(long rotaId, int limit);

    /**
     * Call-outs whose backup is due, locked until the transaction ends; what another transaction has locked is passed over.
     *
     * @param limit at most so many
     */
    List<CallOut> claimDue(Instant now, int limit);
}
