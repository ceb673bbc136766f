package org.countersign.intake.model;

/** What a person decides about a message that led to nothing. */
public enum MessageDecision {
    /** It becomes a ticket. */
    ACCEPT,
    /** It goes onto the board of a ticket. */
    ATTACH,
    /** It stays without effect. */
    REFUSE
}
