package org.countersign.ticket.model;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.customer.model.ResponseAct;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.TargetSet;
import org.countersign.customer.model.TicketTraits;
import org.countersign.serviceclock.model.Due;
import org.countersign.serviceclock.model.Pause;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceClock;
import org.countersign.serviceclock.model.ServiceClockRefusal;

/**
 * The targets of a ticket, read from its log under an agreement and a calendar. The same log under the same agreement and calendar gives the
 * same clock, whenever and however often it is asked: nothing else is remembered.
 *
 * <p>A target begins to run where the agreement says so: at receipt, at completeness, or at agreement. It pauses while the ticket waits for
 * a reason that the agreement names, and always while the customer thinks a solution over; a rejection lets it run on, and an acceptance
 * makes that last wait final, so that however long the customer took, nothing is missed by it.
 */
public final class TicketClock {

    private final Map<ServiceTarget, TargetClock> targets = new EnumMap<>(ServiceTarget.class);
    private final Priority priority;
    private final TicketKind kind;

    private TicketClock(Reading log, Channel channel, String service, ServiceAgreement agreement, ServiceCalendar calendar) {
        ClockEvent judged = log.judged;
        kind = judged.ticketKind();
        priority = Priority.valueOf(agreement.priority()
                .of(judged.impact().name(), judged.urgency().name(), judged.wish() == null ? null : judged.wish().name()));
        ServiceAgreement.Promise promise = agreement.promise(
                new TicketTraits(kind.name(), channel.name(), service, LocalDate.ofInstant(log.received, calendar.zone())), priority.name());
        for (ServiceTarget target : ServiceTarget.values()) {
            promise.times().of(target).ifPresent(time -> targets.put(target, clock(target, time, promise.set(), log, agreement, calendar)));
        }
    }

    /**
     * Reads a log.
     *
     * @param log in the order of writing; the first entry is the receipt
     * @param channel by which the report came in
     * @param service that the ticket is about, or {@code null}
     */
    public static TicketClock of(
            List<ClockEvent> log, Channel channel, String service, ServiceAgreement agreement, ServiceCalendar calendar) {
        return new TicketClock(new Reading(log), channel, service, agreement, calendar);
    }

    /** From impact and urgency, or the customer's wish, as the agreement says. */
    public Priority priority() {
        return priority;
    }

    public TicketKind kind() {
        return kind;
    }

    /** The target, or nothing when the agreement promises none. */
    public Optional<TargetClock> target(ServiceTarget target) {
        return Optional.ofNullable(targets.get(target));
    }

    /** What is promised, in the order of {@link ServiceTarget}. */
    public List<TargetClock> targets() {
        return List.copyOf(targets.values());
    }

    private static TargetClock clock(
            ServiceTarget target, Duration promised, TargetSet set, Reading log, ServiceAgreement agreement, ServiceCalendar calendar) {
        List<Pause> pauses = log.pauses(set.pausedBy().get(target));
        Instant start = log.start(set);
        Instant met =
                switch (target) {
                    case RESPONSE -> log.firstResponse(agreement);
                    case RESOLUTION -> log.resolved;
                    case UPDATE -> null;
                };
        if (start == null) {
            String because = "NOT_" + (set.starts() == org.countersign.customer.model.TargetStart.COMPLETENESS ? "COMPLETE" : "AGREED");
            return new TargetClock(
                    target, promised, calendar, log.received, null, because, pauses, Optional.empty(), because, met, log.ended, null);
        }
        Instant begin = start;
        Instant missed = null;
        if (target == ServiceTarget.UPDATE) {
            for (Instant word : log.wordsAfter(start)) {
                Optional<Instant> due = due(calendar, begin, promised, pauses).flatMap(Due::instant);
                if (missed == null && due.isPresent() && due.get().isBefore(word)) {
                    missed = due.get();
                }
                begin = word;
            }
        }
        Optional<Due> due = due(calendar, begin, promised, pauses);
        String halted = due.map(TicketClock::haltedBecause).orElse(due.isEmpty() ? TargetClock.OUT_OF_REACH : null);
        return new TargetClock(
                target, promised, calendar, log.received, begin, beforeStart(set), pauses, due.flatMap(Due::instant), halted, met, log.ended,
                missed);
    }

    /** Nothing where the calendar gives no such time: that must not keep anybody from working on the ticket. */
    private static Optional<Due> due(ServiceCalendar calendar, Instant begin, Duration promised, List<Pause> pauses) {
        try {
            return Optional.of(ServiceClock.due(calendar, begin, promised, pauses));
        } catch (ServiceClockRefusal outOfReach) {
            return Optional.empty();
        }
    }

    private static String haltedBecause(Due due) {
        return due.halted() ? due.segments().get(due.segments().size() - 1).reason() : null;
    }

    private static String beforeStart(TargetSet set) {
        return switch (set.starts()) {
            case RECEIPT -> null;
            case COMPLETENESS -> "NOT_COMPLETE";
            case AGREEMENT -> "NOT_AGREED";
        };
    }

    /** What the log says, gathered in one pass. */
    private static final class Reading {

        private Instant received;
        private Instant complete;
        private Instant agreed;
        private Instant resolved;
        private Instant ended;
        private ClockEvent judged;
        private final List<Pause> waits = new ArrayList<>();
        private final List<Instant> words = new ArrayList<>();
        private final Map<ClockEventKind, Instant> first = new EnumMap<>(ClockEventKind.class);

        private Reading(List<ClockEvent> log) {
            log.forEach(this::read);
            if (received == null || judged == null) {
                throw new IllegalStateException("A ticket's log begins with its receipt");
            }
        }

        private void read(ClockEvent event) {
            Instant at = event.at();
            first.putIfAbsent(event.kind(), at);
            switch (event.kind()) {
                case RECEIVED -> {
                    received = at;
                    judged = event;
                }
                case ASSESSED -> judged = event;
                case COMPLETE -> complete = complete == null ? at : complete;
                case AGREED -> agreed = agreed == null ? at : agreed;
                case HELD, ON_HOLD -> waits.add(wait(event));
                case RELEASED, RESUMED -> endWaits(at);
                case PUBLIC_MESSAGE -> words.add(at);
                case RESOLVED -> {
                    endWaits(at);
                    words.add(at);
                    resolved = at;
                    waits.add(Pause.openSince(at, HoldReason.AWAITING_ACCEPTANCE.name()));
                }
                case REJECTED -> {
                    endWaits(at);
                    resolved = null;
                }
                case ACCEPTED, ENDED -> ended = at;
                case AUTOMATIC_MAIL, STARTED -> {
                    // Only that they were there, and when first, matters.
                }
            }
        }

        /** The end that is known counts, whenever somebody notes that it has come. */
        private static Pause wait(ClockEvent event) {
            Pause open = Pause.openSince(event.at(), event.reason().name());
            return event.until() == null ? open : open.endedAt(event.until().isBefore(event.at()) ? event.at() : event.until());
        }

        private void endWaits(Instant at) {
            waits.replaceAll(wait -> wait.isOpen() || wait.to().isAfter(at) ? wait.endedAt(at) : wait);
        }

        private Instant start(TargetSet set) {
            return switch (set.starts()) {
                case RECEIPT -> received;
                case COMPLETENESS -> complete;
                case AGREEMENT -> agreed;
            };
        }

        private List<Pause> pauses(List<String> reasons) {
            return waits.stream()
                    .filter(wait -> wait.reason().equals(HoldReason.AWAITING_ACCEPTANCE.name()) || reasons.contains(wait.reason()))
                    .toList();
        }

        private List<Instant> wordsAfter(Instant start) {
            return words.stream().filter(word -> word.isAfter(start)).toList();
        }

        /** The earliest of what counts; a proposed solution always does. */
        private Instant firstResponse(ServiceAgreement agreement) {
            List<ClockEventKind> counted = new ArrayList<>(List.of(ClockEventKind.RESOLVED));
            if (agreement.firstResponse().by().contains(ResponseAct.ACKNOWLEDGEMENT)) {
                counted.add(ClockEventKind.STARTED);
            }
            if (agreement.firstResponse().by().contains(ResponseAct.PUBLIC_MESSAGE)) {
                counted.add(ClockEventKind.PUBLIC_MESSAGE);
            }
            if (agreement.firstResponse().automaticMail()) {
                counted.add(ClockEventKind.AUTOMATIC_MAIL);
            }
            return counted.stream().map(first::get).filter(java.util.Objects::nonNull).min(Instant::compareTo).orElse(null);
        }
    }
}
