package org.countersign.audit.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.time.Instant;
import java.util.Objects;

/** A {@link ChainLink} as it is kept: inserted and never changed. */
@Entity
@Table(name = "audit_seal")
@IdClass(AuditSeal.Key.class)
public class AuditSeal {

    @Id
    @Column(name = "contract_id")
    private long contractId;

    @Id
    // Not a primitive: an entry that waits for its seal is read with none, and a primitive would turn none into 0.
    @Column(name = "chain_position")
    private Long position;

    @Column(name = "entry_id")
    private long entryId;

    @Column(name = "previous_hash")
    private String previousHash;

    private String hash;

    @Column(name = "sealed_at")
    private Instant sealedAt;

    protected AuditSeal() {}

    public AuditSeal(ChainLink link) {
        this.contractId = link.contractId();
        this.position = link.position();
        this.entryId = link.entryId();
        this.previousHash = link.previousHash();
        this.hash = link.hash();
        this.sealedAt = link.sealedAt();
    }

    /** Chain and position. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long contractId;
        private Long position;

        public Key() {}

        public Key(long contractId, long position) {
            this.contractId = contractId;
            this.position = position;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.contractId == contractId && Objects.equals(key.position, position);
        }

        @Override
        public int hashCode() {
            return Objects.hash(contractId, position);
        }
    }
}
