package org.countersign.quality.model;

/** Why inspection switches after a lot. */
public enum SwitchReason {
    /** Normal to tightened: two of five or fewer consecutive lots were not accepted. */
    TWO_OF_FIVE_NOT_ACCEPTED,
    /** Tightened to normal: five consecutive lots were accepted. */
    FIVE_CONSECUTIVE_ACCEPTED,
    /** Tightened to discontinued: five lots were not accepted in one tightened sequence. */
    FIVE_NOT_ACCEPTED_ON_TIGHTENED,
    /** Normal to reduced, ISO 2859-1: the switching score reached 30, production is steady, reduction approved. */
    SWITCHING_SCORE_REACHED,
    /** Normal to reduced, MIL-STD-105E: the last ten lots were accepted, production is steady, reduction approved. */
    TEN_CONSECUTIVE_ACCEPTED,
    /** Reduced to normal: the lot was not accepted. */
    NOT_ACCEPTED_ON_REDUCED,
    /** Reduced to normal, MIL-STD-105E: Ac was exceeded and Re not reached; the lot itself is accepted. */
    BETWEEN_ACCEPT_AND_REJECT,
    /** Reduced to normal: production became irregular or delayed. */
    IRREGULAR_PRODUCTION
}
