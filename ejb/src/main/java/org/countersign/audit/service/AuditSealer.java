package org.countersign.audit.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.countersign.audit.model.Chains;
import org.countersign.audit.model.EntryFacts;
import org.countersign.audit.model.Sealing;
import org.countersign.identity.model.Role;

/**
 * Links committed entries into their chains. Should two nodes ever do so at once, the unique positions of a chain let only one of them
 * commit; the other's entries wait for the next turn.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
public class AuditSealer {

    /** Entries that one transaction links at most. */
    public static final int BATCH = 500;

    @Inject
    private Chains chains;

    @Inject
    private Clock clock;

    /**
     * Links the oldest waiting entries in one transaction.
     *
     * @return how many; {@value #BATCH} means that there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int sealBatch() {
        List<EntryFacts> entries = chains.unsealed(BATCH);
        if (!entries.isEmpty()) {
            var touched = entries.stream().map(EntryFacts::contractId).collect(Collectors.toSet());
            // The hash covers the time as the database keeps it.
            chains.append(new Sealing(chains.heads(touched), clock.instant().truncatedTo(ChronoUnit.MICROS)).link(entries));
        }
        return entries.size();
    }
}
