package org.countersign.rota.model;

import java.time.Instant;
import java.util.Optional;
import org.countersign.customer.model.RotaCover;

/** How contracts are covered now. */
public interface RotaCovers {

    /** How a rota covers a contract now; nothing when none does, or one does only from a later instant on. */
    Optional<RotaCover> coverOf(long contractId, Instant now);
}
