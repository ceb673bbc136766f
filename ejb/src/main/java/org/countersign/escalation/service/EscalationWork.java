package org.countersign.escalation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.countersign.customer.model.EscalationActions;
import org.countersign.customer.model.EscalationRule;
import org.countersign.customer.model.EscalationTrigger;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.escalation.model.DueEscalation;
import org.countersign.escalation.model.Escalation;
import org.countersign.escalation.model.EscalationEvent.EscalationFired;
import org.countersign.escalation.model.Escalations;
import org.countersign.escalation.model.Outlook;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.DomainEvent;
import org.countersign.rota.service.CallOuts;
import org.countersign.ticket.model.TargetClock;
import org.countersign.ticket.model.TicketStanding;
import org.countersign.ticket.service.TicketEscalation;
import org.countersign.ticket.service.TicketStandings;

/**
 * The sweep's transactions. Tickets are locked first and their escalations after them, as everybody does who works on a ticket, and each is
 * judged once more by the ticket as it stands under the lock: on two nodes, or with a clock that goes back, an escalation fires once.
 */
@Stateless
@RolesAllowed(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class EscalationWork {

    /** Escalations of one transaction. */
    public static final int BLOCK = 50;

    private static final EscalationActions CALL = new EscalationActions(null, List.of(), null, true);

    @Inject
    private Escalations escalations;

    @Inject
    private EscalationPlanning planning;

    @Inject
    private TicketEscalation tickets;

    @Inject
    private TicketStandings standings;

    @Inject
    private AccountDirectory accounts;

    @Inject
    private CallOuts callOuts;

    @Inject
    private EscalationAnnouncer announcer;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /** What is due now, in the order in which it fell due, {@value #BLOCK} at most. */
    public List<DueEscalation> due(DueEscalation after) {
        return escalations.due(clock.instant(), after, BLOCK);
    }

    /**
     * Fires what of a block is still due; what is not any more follows its ticket, and what somebody else has in hand is left to him.
     *
     * @return how many fired
     */
    public int settle(List<DueEscalation> block) {
        List<Long> inHand = tickets.takeInHand(block.stream().map(DueEscalation::ticketId).distinct().toList());
        List<Escalation> waiting = escalations.lockWaiting(
                block.stream().filter(due -> inHand.contains(due.ticketId())).map(DueEscalation::id).toList());
        Map<Long, List<Escalation>> ofTickets = escalations.ofTickets(waiting.stream().map(Escalation::ticketId).distinct().toList()).stream()
                .collect(Collectors.groupingBy(Escalation::ticketId, Collectors.toCollection(ArrayList::new)));
        List<EscalationFired> fired = new ArrayList<>();
        planning.inHand(ofTickets.keySet(), () -> waiting.forEach(one -> settle(one, ofTickets.get(one.ticketId())).ifPresent(fired::add)));
        // Told at the end, so that what was done to all of them is written together.
        fired.forEach(events::fire);
        announcer.announce(fired);
        return fired.size();
    }

    private Optional<EscalationFired> settle(Escalation escalation, List<Escalation> all) {
        TicketStanding ticket = standings.of(escalation.ticketId());
        planning.follow(ticket, all);
        if (!escalation.isDue(clock.instant())) {
            return Optional.empty();
        }
        Optional<EscalationFired> fired = fire(escalation, all, ticket);
        // A higher level, for instance, is an occasion for other rules.
        planning.follow(standings.of(escalation.ticketId()), all);
        return fired;
    }

    private Optional<EscalationFired> fire(Escalation escalation, List<Escalation> all, TicketStanding ticket) {
        Instant now = clock.instant();
        Optional<EscalationRule> rule = ticket.agreement().escalation().stream()
                .filter(one -> one.rule().equals(escalation.rule()))
                .findFirst();
        EscalationActions then = rule.map(EscalationRule::then).orElse(CALL);
        EscalationTrigger trigger = rule.map(EscalationRule::trigger).orElse(null);
        Long callOut = then.callOut() ? call(ticket, trigger) : null;
        String lacking = lacking(then, ticket, callOut);
        if (rule.isEmpty() && callOut == null && lacking == null) {
            escalation.settle(Outlook.NOBODY_TO_CALL, now);
            return Optional.empty();
        }
        Instant due = escalation.dueAt();
        int ordinal = 1 + all.stream().filter(Escalation::isFired).mapToInt(Escalation::ordinal).max().orElse(0);
        escalation.fire(ordinal, now);
        boolean raised = then.level() != null && tickets.raise(escalation.ticketId(), then.level(), escalation.rule());
        boolean named = then.manager() != null && tickets.nameManager(escalation.ticketId(), then.manager(), escalation.rule());
        Optional<Caller> manager = named ? accounts.activeStaff(then.manager()) : Optional.empty();
        List<Role> roles = lacking == null || then.roles().contains(Role.MANAGER)
                ? then.roles()
                : Stream.concat(then.roles().stream(), Stream.of(Role.MANAGER)).toList();
        escalation.did(raised ? then.level() : null, roles, manager.map(Caller::accountId).orElse(null), callOut, lacking);
        return Optional.of(new EscalationFired(
                ticket.ref(),
                ticket.contract(),
                ticket.summary(),
                ticket.clock().priority(),
                ticket.clock().target(ServiceTarget.RESOLUTION).flatMap(TargetClock::due).orElse(null),
                escalation.id(),
                ordinal,
                escalation.rule(),
                trigger,
                due,
                raised ? then.level() : null,
                roles,
                manager.map(Caller::name).orElse(null),
                callOut,
                lacking));
    }

    /** What the contract asks for and nobody is there to do, so that those who lead the desk learn of it; {@code null} when there is no such thing. */
    private String lacking(EscalationActions then, TicketStanding ticket, Long callOut) {
        if (then.callOut() && callOut == null && callOuts.isNobodyOnDuty(ticket.contract())) {
            return Outlook.NOBODY_ON_DUTY;
        }
        return then.manager() != null && accounts.activeStaff(then.manager()).isEmpty() ? Outlook.MANAGER_GONE : null;
    }

    private Long call(TicketStanding ticket, EscalationTrigger trigger) {
        String reason = EscalationWords.when(Locale.forLanguageTag(ticket.agreement().language()), trigger);
        return callOuts.callIfCovered(ticket.contract(), ticket.ref().number(), reason).orElse(null);
    }

    /** Notes that an escalation could not be done. */
    public void failed(DueEscalation due, String error) {
        escalations.lockWaiting(List.of(due.id())).forEach(escalation -> escalation.failed(error, clock.instant()));
    }
}
