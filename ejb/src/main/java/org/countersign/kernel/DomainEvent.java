package org.countersign.kernel;

import java.util.Map;

/**
 * Something that happened in the domain and that others may want to know. Events carry ids and values, never entities;
 * they are fired inside the transaction that made them true, and observers write rows only: all I/O waits for the outbox.
 *
 * <p>Every event is also an entry of the audit trail: it says which chain it belongs to, what it is about and which
 * facts to keep.
 */
public interface DomainEvent {

    /** The contract whose audit chain records this event, or {@code null} for the chain of the system. */
    Long contractId();

    /** What the event is about, e.g. {@code ticket} or {@code timesheet}. */
    String subjectType();

    /** The name by which people and the API know the subject, e.g. a ticket number. */
    String subjectId();

    /** The stable name under which the event is recorded, e.g. {@code TicketRegistered}. */
    default String action() {
        return getClass().getSimpleName();
    }

    /**
     * The facts to record, in a fixed order; values are strings, numbers, booleans or {@code null}. For a record: its components that have
     * such values, under their names.
     */
    default Map<String, Object> facts() {
        return RecordFacts.of(this);
    }
}
