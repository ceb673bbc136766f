package org.countersign.intake.model;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A key that the installation made for itself; never changed. */
@Entity
@Table(name = "installation_secret")
public class InstallationSecret {

    @Id
    private String name;

    @Column(name = "secret_value")
    private String value;

    @Column(name = "created_at")
    private Instant createdAt;

    protected InstallationSecret() {}

    /** @param value base 64 */
    public InstallationSecret(String name, String value, Instant now) {
        this.name = name;
        this.value = value;
        this.createdAt = now;
    }

    /** Base 64. */
    public String value() {
        return value;
    }
}
