package org.countersign.audit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** That an entry still has to be linked into its chain. */
@Entity
@Table(name = "audit_unsealed")
public class UnsealedEntry {

    @Id
    @Column(name = "entry_id")
    private Long entryId;

    protected UnsealedEntry() {}

    public UnsealedEntry(long entryId) {
        this.entryId = entryId;
    }
}
