package org.countersign.rota.model;

import java.util.Optional;
import org.countersign.customer.model.RotaCover;

/** What contracts say about the people on duty. */
public interface RotaCovers {

    /** The clause of a contract; nothing when no rota covers it. */
    Optional<RotaCover> coverOf(long contractId);
}
