package org.countersign.escalation.model;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.countersign.customer.model.Criticality;
import org.countersign.customer.model.EscalationRule;
import org.countersign.customer.model.EscalationTrigger;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.serviceclock.model.Due;
import org.countersign.serviceclock.model.ServiceClock;
import org.countersign.serviceclock.model.ServiceClockRefusal;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TargetClock;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketStanding;
import org.countersign.ticket.model.TicketState;

/** When a rule sets in for a ticket as it stands; the same standing gives the same answer. */
public final class EscalationPolicy {

    private static final int ONCE = 1;

    private EscalationPolicy() {}

    /** What is to be expected of a rule. */
    public static Outlook of(EscalationRule rule, TicketStanding ticket) {
        EscalationTrigger trigger = rule.trigger();
        int occasion = occasion(trigger, ticket);
        if (!ticket.state().isOpen()) {
            return Outlook.moot(occasion, Outlook.ENDED);
        }
        if (!rule.isFor(ticket.clock().kind().name(), ticket.clock().priority().name())) {
            return Outlook.moot(occasion, Outlook.NOT_ASKED);
        }
        if (ticket.state() == TicketState.RESOLVED) {
            return Outlook.moot(occasion, Outlook.RESOLVED);
        }
        return switch (trigger.when()) {
            case AT_PERCENT, AFTER_DUE -> ofTarget(trigger, ticket, occasion);
            case UNASSIGNED -> unassigned(trigger, ticket, occasion);
            case REJECTED -> rejected(trigger, ticket);
            case MAJOR_INCIDENT -> majorIncident(ticket);
        };
    }

    /** Whether the call that a new ticket makes outside the service hours still has to be made. */
    public static Outlook afterHours(TicketStanding ticket, Instant since) {
        if (!ticket.state().isOpen()) {
            return Outlook.moot(ONCE, Outlook.ENDED);
        }
        return ticket.unassignedSince() == null ? Outlook.moot(ONCE, Outlook.ASSIGNED) : Outlook.at(ONCE, since);
    }

    private static int occasion(EscalationTrigger trigger, TicketStanding ticket) {
        if (trigger.when() == EscalationTrigger.When.UNASSIGNED) {
            // What comes back from a level of the customer has been without an assignee at the same level before.
            return Math.max(ONCE, ticket.unassignedTimes());
        }
        return trigger.target() == ServiceTarget.UPDATE ? ticket.words() + 1 : ONCE;
    }

    private static Outlook ofTarget(EscalationTrigger trigger, TicketStanding ticket, int occasion) {
        TargetClock clock = ticket.clock().target(trigger.target()).orElse(null);
        if (clock == null) {
            return Outlook.moot(occasion, Outlook.NOT_ASKED);
        }
        if (clock.met() != null) {
            return Outlook.moot(occasion, Outlook.MET);
        }
        if (clock.start() == null) {
            return Outlook.waiting(occasion, clock.haltedBecause());
        }
        return due(occasion, () -> clock.after(trigger.of(clock.promised())));
    }

    private static Outlook unassigned(EscalationTrigger trigger, TicketStanding ticket, int occasion) {
        if (ticket.state() == TicketState.HELD) {
            return Outlook.waiting(occasion, HoldReason.HELD.name());
        }
        if (ticket.unassignedSince() == null) {
            return Outlook.moot(occasion, Outlook.ASSIGNED);
        }
        Duration time = trigger.time();
        return due(occasion, () -> ServiceClock.due(ticket.calendar(), ticket.unassignedSince(), time, List.of()));
    }

    private static Outlook rejected(EscalationTrigger trigger, TicketStanding ticket) {
        List<Instant> rejections = ticket.rejections();
        return rejections.size() < trigger.times()
                ? Outlook.moot(ONCE, Outlook.NOT_ASKED)
                : Outlook.at(ONCE, rejections.get(trigger.times() - 1));
    }

    private static Outlook majorIncident(TicketStanding ticket) {
        boolean major = ticket.clock().kind() == TicketKind.INCIDENT
                && ticket.clock().priority() == Priority.P1
                && ticket.criticality() == Criticality.CRITICAL;
        if (!major) {
            return Outlook.moot(ONCE, Outlook.NOT_ASKED);
        }
        return ticket.state() == TicketState.HELD
                ? Outlook.waiting(ONCE, HoldReason.HELD.name())
                : Outlook.at(ONCE, ticket.judgements().get(ticket.judgements().size() - 1));
    }

    private static Outlook due(int occasion, java.util.function.Supplier<Due> asked) {
        try {
            Due due = asked.get();
            return due.instant()
                    .map(instant -> Outlook.at(occasion, instant))
                    .orElseGet(() -> Outlook.waiting(occasion, due.segments().get(due.segments().size() - 1).reason()));
        } catch (ServiceClockRefusal refused) {
            // A calendar that gives so little service now must not keep anybody from working on the ticket.
            return Outlook.waiting(occasion, Outlook.OUT_OF_REACH);
        }
    }
}
