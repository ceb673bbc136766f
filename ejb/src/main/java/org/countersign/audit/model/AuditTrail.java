package org.countersign.audit.model;

/** The entries of the audit trail. */
public interface AuditTrail {

    /** Adds an entry, to be sealed once its transaction is committed. */
    void add(AuditEntry entry);
}
