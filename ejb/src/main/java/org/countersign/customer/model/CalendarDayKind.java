package org.countersign.customer.model;

/** Where the hours of a day come from. */
public enum CalendarDayKind {
    /** From the week, with service. */
    OPEN,
    /** From the week, without service. */
    CLOSED,
    /** A public holiday closes the day. */
    HOLIDAY,
    /** An exception by hand closes the day. */
    CLOSED_BY_EXCEPTION,
    /** An exception by hand has hours of its own. */
    OPEN_BY_EXCEPTION
}
