package org.countersign.rota.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.kernel.DomainEvent;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.RotaEvent.RotaEnds;
import org.countersign.rota.model.Rotas;

/**
 * Tells of plans that end soon while contracts count on them. A rota is claimed, marked and told of in one transaction: on two nodes, or with a
 * clock that goes back, the managers are told once of each end.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RotaEndSweep {

    /** Rotas of one transaction. */
    static final int BATCH = 20;

    @Inject
    private Rotas rotas;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** @return how many were told of; fewer than {@value #BATCH} when none is left */
    public int tell() {
        List<Rota> ending = rotas.claimEnding(clock.instant().plus(Rota.NOTICE), BATCH);
        for (Rota rota : ending) {
            String contracts = rotas.coverages(rota.id()).stream()
                    .map(coverage -> customers.contract(coverage.contractId()).code())
                    .sorted()
                    .collect(Collectors.joining(", "));
            events.fire(new RotaEnds(rota.code(), rota.name(), rota.endsAt(), contracts));
        }
        return ending.size();
    }
}
