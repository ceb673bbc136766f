package org.countersign.customer.model;

/** Who sees to it that something is there. */
public enum Supplier {
    PROVIDER,
    CUSTOMER
}
