package org.countersign.ticket.model;

import java.util.Locale;

/** The steps of a ticket's life, one verb each; {@link #verb()} is the name in the API. */
public enum TicketAction {
    RELEASE,
    ASSIGN,
    ASSESS,
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
    DECLINE;

    /** Kebab case, e.g. {@code link-duplicate}. */
    public String verb() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
