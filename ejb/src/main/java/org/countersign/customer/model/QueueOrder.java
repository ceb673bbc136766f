package org.countersign.customer.model;

/** Who is first in line in a queue. */
public enum QueueOrder {
    /** Whoever came first, whatever the priority (M101, M107, M115). */
    RECEIVED,
    /** The highest priority, and within it whoever came first. */
    PRIORITY
}
