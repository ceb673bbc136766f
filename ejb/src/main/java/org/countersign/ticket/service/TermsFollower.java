package org.countersign.ticket.service;

import org.countersign.ticket.model.TicketRef;

/** Who has to know, in the same transaction, that a ticket follows other terms than before, whether or not an instant moved by it. */
public interface TermsFollower {

    /**
     * A ticket follows other terms.
     *
     * @param fromVersion of the contract, which it followed until now
     * @param fromRevision of its calendar
     */
    void followsOtherTerms(TicketRef ticket, int fromVersion, int fromRevision);
}
