package org.countersign.rota.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.RotaCover;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.rota.model.CallOut;
import org.countersign.rota.model.CallOutLog;
import org.countersign.rota.model.OnCallDuty;
import org.countersign.rota.model.Rota;
import org.countersign.rota.model.RotaCovers;
import org.countersign.rota.model.RotaEvent.CallOutAcknowledged;
import org.countersign.rota.model.RotaEvent.PersonCalled;
import org.countersign.rota.model.Rotas;

/**
 * Calls people on duty for tickets, and takes their word that they have it (M53). The responsible is called first; who does not acknowledge in
 * the contract's time is followed by the backup. A ticket has one open call-out at a time; one that neither of the two has answered is over
 * when the next begins.
 */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.SYSTEM})
public class CallOuts {

    private static final int LATEST = 50;

    @Inject
    private CallOutLog log;

    @Inject
    private Rotas rotas;

    @Inject
    private RotaCovers covers;

    @Inject
    private RotaPeople people;

    @Inject
    private OpenCallOuts openCallOuts;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Calls whoever is on duty for a contract. While a call for the same ticket waits for an answer, nobody is called again.
     *
     * @param contract code
     * @param reason for the one who is called, a line
     * @return id of the call-out, the one under way if there is one
     * @throws BusinessRuleViolation {@code nobody-to-call} when no rota covers the contract now; {@code not-found}, {@code required},
     *     {@code too-long}
     */
    public long call(String contract, String ticketNumber, String reason) {
        ContractTerms terms = customers.contract(contract);
        RotaCover cover = covers.coverOf(terms.id(), clock.instant()).orElseThrow(() -> BusinessRuleViolation.conflict("nobody-to-call", terms.code()));
        return call(terms, cover, ticketNumber, reason);
    }

    /**
     * Calls whoever is on duty for a contract, if the contract wants people called now: outside its service hours, or always.
     *
     * @return id of the call-out; nothing when nobody is to be called
     */
    public Optional<Long> callIfCovered(String contract, String ticketNumber, String reason) {
        ContractTerms terms = customers.contract(contract);
        Instant now = clock.instant();
        return covers.coverOf(terms.id(), now)
                .filter(cover -> isWanted(cover, terms, now))
                .filter(cover -> rotas.dutyOf(terms.id(), now).isPresent())
                .map(cover -> call(terms, cover, ticketNumber, reason));
    }

    /** Whether people would have to be called for a contract now and there are none: no rota covers it, or none is published for now. */
    public boolean isNobodyOnDuty(String contract) {
        ContractTerms terms = customers.contract(contract);
        Instant now = clock.instant();
        return covers.coverOf(terms.id(), now).map(cover -> isWanted(cover, terms, now)).orElse(true)
                && rotas.dutyOf(terms.id(), now).isEmpty();
    }

    private static boolean isWanted(RotaCover cover, ContractTerms terms, Instant now) {
        return !cover.afterHoursOnly() || !terms.calendar().isOpen(now);
    }

    private long call(ContractTerms terms, RotaCover cover, String ticketNumber, String reason) {
        Instant now = clock.instant();
        OnCallDuty duty = rotas.dutyOf(terms.id(), now).orElseThrow(() -> BusinessRuleViolation.conflict("nobody-to-call", terms.code()));
        // One call at a time in a rota: who comes second finds the first one's call-out.
        rotas.lock(duty.rota());
        for (CallOut before : log.lockOpenOf(ticketNumber == null ? "" : ticketNumber.strip())) {
            if (!before.isUnanswered(cover.backupAfter(), now)) {
                return before.id();
            }
            openCallOuts.end(before, now);
        }
        CallOut callOut = CallOut.call(duty, terms.id(), ticketNumber, reason, cover.backupAfter(), now);
        log.add(callOut);
        events.fire(new PersonCalled(
                duty.rota(), terms.id(), callOut.id(), callOut.ticketNumber(), callOut.reason(), callOut.responsibleId(),
                people.account(callOut.responsibleId()), false, callOut.backupDueAt()));
        return callOut.id();
    }

    /**
     * The caller takes the call.
     *
     * @throws BusinessRuleViolation {@code call-out-not-yours} unless the caller was called or leads the desk; {@code call-out-acknowledged};
     *     {@code call-out-over} when there is no need any more; {@code not-found}
     */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE})
    public void acknowledge(long callOutId) {
        Caller caller = currentCaller.get();
        CallOut callOut = log.lock(callOutId).orElseThrow(() -> BusinessRuleViolation.notFound("call-out", callOutId));
        if (!mayAcknowledge(callOut, caller)) {
            throw BusinessRuleViolation.forbidden("call-out-not-yours");
        }
        if (callOut.acknowledge(caller.accountId(), clock.instant())) {
            events.fire(new CallOutAcknowledged(
                    rotaOf(callOut), callOut.contractId(), callOut.id(), callOut.ticketNumber(), caller.name()));
        }
    }

    /** A call-out. */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
    public CallOutView find(long callOutId) {
        return log.byId(callOutId)
                .map(callOut -> view(callOut, customers.contract(callOut.contractId()).code(), currentCaller.get()))
                .orElseThrow(() -> BusinessRuleViolation.notFound("call-out", callOutId));
    }

    /** The call-outs of a ticket, oldest first. */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
    public List<CallOutView> ofTicket(String ticketNumber) {
        return views(log.ofTicket(ticketNumber));
    }

    /** The newest call-outs of a rota, newest first. */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
    public List<CallOutView> latest(String rotaCode) {
        Rota rota = rotas.byCode(rotaCode == null ? "" : rotaCode).orElseThrow(() -> BusinessRuleViolation.notFound("rota", rotaCode));
        return views(log.latest(rota.id(), LATEST));
    }

    private List<CallOutView> views(List<CallOut> callOuts) {
        if (callOuts.isEmpty()) {
            return List.of();
        }
        Map<Long, String> contracts = customers.contracts().stream().collect(Collectors.toMap(ContractTerms::id, ContractTerms::code));
        Caller caller = currentCaller.get();
        return callOuts.stream().map(callOut -> view(callOut, contracts.get(callOut.contractId()), caller)).toList();
    }

    private CallOutView view(CallOut callOut, String contract, Caller caller) {
        return new CallOutView(
                callOut.id(),
                rotaOf(callOut),
                contract,
                callOut.ticketNumber(),
                callOut.reason(),
                callOut.channel().name(),
                people.view(callOut.responsibleId()),
                callOut.calledAt(),
                people.view(callOut.backupId()),
                callOut.backupDueAt(),
                callOut.backupCalledAt(),
                callOut.acknowledgedById() == null ? null : people.view(callOut.acknowledgedById()),
                callOut.acknowledgedAt(),
                callOut.overAt(),
                callOut.isOpen() && mayAcknowledge(callOut, caller));
    }

    private static boolean mayAcknowledge(CallOut callOut, Caller caller) {
        return callOut.called(caller.accountId()) || caller.has(Role.MANAGER) || caller.has(Role.ADMIN);
    }

    private String rotaOf(CallOut callOut) {
        return rotas.byId(callOut.rotaId()).map(Rota::code).orElse(null);
    }
}
