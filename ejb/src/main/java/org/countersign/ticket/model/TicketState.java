package org.countersign.ticket.model;

import static org.countersign.ticket.model.TicketAction.ACCEPT;
import static org.countersign.ticket.model.TicketAction.ASSESS;
import static org.countersign.ticket.model.TicketAction.ASSIGN;
import static org.countersign.ticket.model.TicketAction.CATEGORISE;
import static org.countersign.ticket.model.TicketAction.COMPLETE;
import static org.countersign.ticket.model.TicketAction.DECLINE;
import static org.countersign.ticket.model.TicketAction.ESCALATE;
import static org.countersign.ticket.model.TicketAction.HAND_BACK;
import static org.countersign.ticket.model.TicketAction.HOLD;
import static org.countersign.ticket.model.TicketAction.LINK_DUPLICATE;
import static org.countersign.ticket.model.TicketAction.REJECT;
import static org.countersign.ticket.model.TicketAction.RELEASE;
import static org.countersign.ticket.model.TicketAction.RESOLVE;
import static org.countersign.ticket.model.TicketAction.RESUME;
import static org.countersign.ticket.model.TicketAction.START;
import static org.countersign.ticket.model.TicketAction.TRANSFER;
import static org.countersign.ticket.model.TicketAction.WITHDRAW;

import java.util.Arrays;
import java.util.List;

/** Where a ticket stands, and which steps are legal there. */
public enum TicketState {
    /** Received, but not to be worked on yet: somebody of the customer, or of the desk, has to agree first. */
    HELD(RELEASE, COMPLETE, ASSESS, CATEGORISE, WITHDRAW, DECLINE),
    /** In the queue. */
    NEW(ASSIGN, ASSESS, CATEGORISE, START, HOLD, ESCALATE, RESOLVE, WITHDRAW, LINK_DUPLICATE, TRANSFER),
    IN_PROGRESS(ASSIGN, ASSESS, CATEGORISE, HOLD, ESCALATE, RESOLVE, WITHDRAW, LINK_DUPLICATE, TRANSFER),
    /** Work waits for something outside; the resolution target waits with it. */
    ON_HOLD(ASSIGN, ASSESS, CATEGORISE, RESUME, HAND_BACK, WITHDRAW, LINK_DUPLICATE, TRANSFER),
    /** A solution is proposed and the customer has the word. */
    RESOLVED(ACCEPT, REJECT, WITHDRAW),
    /** Accepted by the customer. Final. */
    CLOSED,
    /** Taken back by the reporter or a fixed contact. Final. */
    WITHDRAWN,
    /** The same as another ticket, whose end it shares. */
    DUPLICATE,
    /** Never taken on. Final. */
    DECLINED,
    /** Out of scope and handed to somebody else, the customer told. Final. */
    TRANSFERRED;

    /** The states in which there is still something to do for somebody. */
    public static final List<TicketState> OPEN = Arrays.stream(values()).filter(TicketState::isOpen).toList();

    private final List<TicketAction> legal;

    TicketState(TicketAction... legal) {
        this.legal = List.of(legal);
    }

    /** The legal steps, in the order in which a screen offers them. */
    public List<TicketAction> legalActions() {
        return legal;
    }

    /** Whether there is still something to do for somebody. */
    public boolean isOpen() {
        return !legal.isEmpty();
    }
}
