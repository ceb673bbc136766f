package org.countersign.rota.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.countersign.identity.model.Role;
import org.countersign.kernel.DomainEvent;
import org.countersign.rota.model.CallOut;
import org.countersign.rota.model.CallOutLog;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.RotaEvent.PersonCalled;
import org.countersign.rota.model.Rotas;

/**
 * Calls the backup where nobody acknowledged in time. A call-out is claimed, marked and told in one transaction: on two nodes, or with a clock
 * that goes back, the backup is called once.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CallOutSweep {

    /** Call-outs of one transaction. */
    static final int BATCH = 50;

    @Inject
    private CallOutLog log;

    @Inject
    private Rotas rotas;

    @Inject
    private RotaPeople people;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** @return how many backups were called; fewer than {@value #BATCH} when none is left that is due */
    public int callBackups() {
        Instant now = clock.instant();
        List<CallOut> due = log.claimDue(now, BATCH);
        for (CallOut callOut : due) {
            long called = callOut.callBackup(rotas.duty(callOut.rotaId(), now).orElse(null), now);
            events.fire(new PersonCalled(
                    rotas.byId(callOut.rotaId()).map(Rota::code).orElse(null),
                    callOut.contractId(),
                    callOut.id(),
                    callOut.ticketNumber(),
                    callOut.reason(),
                    called,
                    people.account(called),
                    true,
                    null));
        }
        return due.size();
    }
}
