package org.countersign.rota.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.DomainEvent;
import org.countersign.rota.model.CallOut;
import org.countersign.rota.model.CallOutLog;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.RotaEvent.CallOutAcknowledged;
import org.countersign.rota.model.RotaEvent.CallOutOver;
import org.countersign.rota.model.Rotas;

/** What becomes of a ticket's call when something happens to the ticket, in the transaction of that. */
@ApplicationScoped
public class OpenCallOuts {

    @Inject
    private CallOutLog log;

    @Inject
    private Rotas rotas;

    @Inject
    private AccountDirectory accounts;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Somebody has the ticket from now on. Who was called takes the call with it; when it is anybody else, nobody has to be called any more.
     *
     * @param account by name
     */
    public void taken(String ticketNumber, String account) {
        List<CallOut> open = log.lockOpenOf(ticketNumber);
        if (open.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Long person = accounts.byName(account).map(taker -> taker.accountId()).orElse(null);
        for (CallOut callOut : open) {
            if (person != null && callOut.called(person)) {
                callOut.acknowledge(person, now);
                events.fire(new CallOutAcknowledged(rotaOf(callOut), callOut.contractId(), callOut.id(), callOut.ticketNumber(), account));
            } else {
                end(callOut, now);
            }
        }
    }

    /** The ticket needs nobody any more. */
    public void over(String ticketNumber) {
        Instant now = clock.instant();
        log.lockOpenOf(ticketNumber).forEach(callOut -> end(callOut, now));
    }

    void end(CallOut callOut, Instant now) {
        callOut.end(now);
        events.fire(new CallOutOver(rotaOf(callOut), callOut.contractId(), callOut.id(), callOut.ticketNumber()));
    }

    private String rotaOf(CallOut callOut) {
        return rotas.byId(callOut.rotaId()).map(Rota::code).orElse(null);
    }
}
