package org.countersign.kernel;

import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;

/** Identity and optimistic lock of every entity whose number people do not see. */
@MappedSuperclass
public abstract class DomainEntity {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "entity")
    @SequenceGenerator(name = "entity", sequenceName = "entity_seq", allocationSize = 50)
    private Long id;

    @Version
    private long version;

    /** The database's id; {@code null} until the entity is added to its repository. */
    public Long id() {
        return id;
    }

    /** Grows by one with each committed change; the API's entity tag. */
    public long version() {
        return version;
    }
}
