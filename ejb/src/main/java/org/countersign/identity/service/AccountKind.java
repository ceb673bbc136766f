package org.countersign.identity.service;

/** Whose accounts are listed. */
public enum AccountKind {
    /** The provider's own people and machines. */
    STAFF,
    /** Customers' contacts. */
    CONTACT
}
