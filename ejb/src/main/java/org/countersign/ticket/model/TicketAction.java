package org.countersign.ticket.model;

import java.util.Locale;

/** The steps of a ticket's life, one verb each; {@link #verb()} is the name in the API. */
public enum TicketAction {
    RELEASE,
    /** An incomplete report gets what the contract demands. */
    COMPLETE,
    ASSIGN,
    ASSESS,
    CATEGORISE,
    START,
    HOLD,
    RESUME,
    ESCALATE,
    RESOLVE,
    ACCEPT,
    REJECT,
    WITHDRAW,
    LINK_DUPLICATE,
    TRANSFER,
    DECLINE,
    /** The customer's own staff, who work the level that the ticket came to, give it back with an answer. */
    HAND_BACK;

    /** Kebab case, e.g. {@code link-duplicate}. */
    public String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
