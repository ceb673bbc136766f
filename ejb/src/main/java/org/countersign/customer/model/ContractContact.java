package org.countersign.customer.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.Objects;

/** That a contact speaks under a contract, and whether as a fixed contact (M96). */
@Entity
@Table(name = "contract_contact")
@IdClass(ContractContact.Key.class)
public class ContractContact {

    @Id
    @Column(name = "contract_id")
    private long contractId;

    @Id
    @Column(name = "contact_id")
    private long contactId;

    private boolean fixed;

    protected ContractContact() {}

    public ContractContact(long contractId, long contactId, boolean fixed) {
        this.contractId = contractId;
        this.contactId = contactId;
        this.fixed = fixed;
    }

    public void fix(boolean fixed) {
        this.fixed = fixed;
    }

    public boolean fixed() {
        return fixed;
    }

    /** The pair that identifies it. */
    public static class Key implements Serializable {

        private static final long serialVersionUID = 1L;

        private long contractId;
        private long contactId;

        public Key() {}

        public Key(long contractId, long contactId) {
            this.contractId = contractId;
            this.contactId = contactId;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.contractId == contractId && key.contactId == contactId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(contractId, contactId);
        }
    }
}
