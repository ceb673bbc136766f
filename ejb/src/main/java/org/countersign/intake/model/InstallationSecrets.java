package org.countersign.intake.model;

import java.util.Optional;

/** The keys that this installation made for itself. */
public interface InstallationSecrets {

    Optional<InstallationSecret> byName(String name);

    /** @return {@code false} when another node was faster; the transaction can only be rolled back then */
    boolean add(InstallationSecret secret);
}
