package org.countersign.kernel.lease;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** Who may do a named piece of work, and until when. */
@Entity
public class Lease {

    @Id
    private String name;

    private String holder;

    @Column(name = "held_until")
    private Instant heldUntil;

    protected Lease() {}

    public Lease(String name, String holder, Instant heldUntil) {
        this.name = name;
        this.holder = holder;
        this.heldUntil = heldUntil;
    }
}
