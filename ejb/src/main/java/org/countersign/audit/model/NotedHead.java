package org.countersign.audit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where a chain ends, noted beside it: without the note, links cut off from the end would not be missed. */
@Entity
@Table(name = "audit_head")
public class NotedHead {

    @Id
    @Column(name = "contract_id")
    private long contractId;

    @Column(name = "chain_position")
    private long position;

    private String hash;

    protected NotedHead() {}

    public NotedHead(ChainHead head) {
        this.contractId = head.contractId();
        moveTo(head);
    }

    public final void moveTo(ChainHead head) {
        this.position = head.position();
        this.hash = head.hash();
    }

    public ChainHead head() {
        return new ChainHead(contractId, position, hash);
    }
}
