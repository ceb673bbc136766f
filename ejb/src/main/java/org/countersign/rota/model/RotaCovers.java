package org.countersign.rota.model;

import java.util.Optional;
import org.countersign.customer.model.RotaCover;

/** How contracts are covered now. */
public interface RotaCovers {

    /** How a rota covers a contract; nothing when none does. */
    Optional<RotaCover> coverOf(long contractId);
}
