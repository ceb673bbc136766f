package org.countersign.ticket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.FirstResponseRule;
import org.countersign.customer.model.PriorityRule;
import org.countersign.customer.model.ResponseAct;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.TargetSet;
import org.countersign.customer.model.TargetStart;
import org.countersign.customer.model.TargetTimes;
import org.countersign.kernel.GivenIds;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceHours;
import org.countersign.testing.SampleAgreement;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The clock of generated lives of a ticket, around a change of the clocks in Budapest, Amsterdam and Lisbon, against looking at every single
 * minute: was the ticket waiting, for what, and was the desk open? A test's name shows its seed; {@code -Dcountersign.seed=n} tries that
 * one alone.
 */
class TicketClockPropertiesTest {

    private static final int LONGEST_LIFE = 6 * 24 * 60;
    private static final int LIMIT = 30 * 24 * 60;

    static LongStream seeds() {
        Long seed = Long.getLong("countersign.seed");
        return seed != null ? LongStream.of(seed) : LongStream.rangeClosed(1, 120);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void every_target_is_where_looking_at_each_minute_finds_it(long seed) {
        Life life = new Life(seed);
        for (ServiceTarget target : ServiceTarget.values()) {
            TargetClock clock = life.ticket.clock(life.terms).target(target).orElseThrow();
            Naive naive = life.look(target, clock.promised());
            assertThat(clock.due()).as("%s due, %s", target, life).isEqualTo(java.util.Optional.ofNullable(naive.due));
            assertThat(clock.met()).as("%s met, %s", target, life).isEqualTo(naive.met);
            assertThat(clock.consumed(life.now())).as("%s consumed, %s", target, life).isEqualTo(Duration.ofMinutes(naive.consumed));
            assertThat(clock.missed(life.now())).as("%s missed, %s", target, life).isEqualTo(java.util.Optional.ofNullable(naive.missed));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void asked_again_nothing_moves(long seed) {
        Life life = new Life(seed);
        assertThat(life.ticket.recompute(life.terms)).as("%s", life).isEmpty();
        Life other = new Life(seed + 10_000);
        life.ticket.recompute(other.terms);
        assertThat(life.ticket.recompute(other.terms)).isEmpty();
        life.ticket.recompute(life.terms);
        assertThat(life.ticket.resolutionDue()).isEqualTo(new Life(seed).ticket.resolutionDue());
    }

    /** What was found by looking. */
    private static final class Naive {
        private Instant due;
        private Instant met;
        private Instant missed;
        private long consumed;
    }

    /** A span in which the ticket was in one condition; the last one has no end. */
    private record Span(int from, String waits) {}

    private static final class Life {

        private final Random random;
        private final ServiceCalendar calendar;
        private final Instant start;
        private final TargetSet set;
        private final FirstResponseRule responses;
        private final ContractTerms terms;
        private final Ticket ticket;
        private final List<Span> spans = new ArrayList<>();
        private final List<Integer> words = new ArrayList<>();
        private final StringBuilder story = new StringBuilder();
        private Integer firstResponse;
        private Integer released;
        private Integer resolved;
        private Integer heldUntil;
        private int minute;

        Life(long seed) {
            random = new Random(seed);
            ZoneId zone = ZoneId.of(List.of("Europe/Budapest", "Europe/Amsterdam", "Europe/Lisbon").get(random.nextInt(3)));
            LocalDate change = random.nextBoolean() ? LocalDate.of(2026, 3, 29) : LocalDate.of(2026, 10, 25);
            start = change.minusDays(random.nextInt(4)).atTime(random.nextInt(24), random.nextInt(60)).atZone(zone).toInstant();
            calendar = calendar(zone, change);
            TargetStart starts = TargetStart.values()[random.nextInt(3)];
            Map<ServiceTarget, List<String>> pauses = new EnumMap<>(ServiceTarget.class);
            for (ServiceTarget target : ServiceTarget.values()) {
                pauses.put(target, AgreementVocabulary.WAITS.stream().filter(wait -> random.nextBoolean()).toList());
            }
            Map<String, TargetTimes> times = new LinkedHashMap<>();
            for (String priority : AgreementVocabulary.PRIORITIES) {
                int response = 10 + random.nextInt(600);
                times.put(
                        priority,
                        new TargetTimes(
                                Duration.ofMinutes(response), Duration.ofMinutes(10 + random.nextInt(500)),
                                Duration.ofMinutes(response + random.nextInt(1500))));
            }
            set = new TargetSet(List.of(), List.of(), List.of(), false, starts, pauses, times);
            responses = new FirstResponseRule(
                    random.nextBoolean() ? List.of(ResponseAct.values()) : List.of(ResponseAct.PUBLIC_MESSAGE), random.nextInt(8) == 0);
            terms = SampleAgreement.terms(
                    7, calendar, new ServiceAgreement("OFFICE", "en", PriorityRule.USUAL, responses, List.of(set), null, List.of()));
            ticket = live();
        }

        private ServiceCalendar calendar(ZoneId zone, LocalDate change) {
            Map<DayOfWeek, List<ServiceHours>> week = new EnumMap<>(DayOfWeek.class);
            for (DayOfWeek day : DayOfWeek.values()) {
                if (random.nextInt(4) > 0) {
                    int opens = random.nextInt(10);
                    int closes = opens + 1 + random.nextInt(13);
                    week.put(
                            day,
                            List.of(ServiceHours.of(
                                    String.format("%02d:%02d", opens, random.nextInt(60)), String.format("%02d:00", closes))));
                }
            }
            week.put(DayOfWeek.SUNDAY, List.of(ServiceHours.of("00:00", "06:30")));
            ServiceCalendar made = new ServiceCalendar(zone, week, Map.of());
            return random.nextBoolean() ? made.withException(change.plusDays(1)) : made;
        }

        private Instant at(int offset) {
            return start.plus(Duration.ofMinutes(offset));
        }

        Instant now() {
            return at(minute);
        }

        private Ticket live() {
            boolean held = random.nextInt(3) == 0;
            boolean acknowledged = random.nextBoolean();
            Ticket made = Ticket.register(
                    terms,
                    new Ticket.Report(
                            31L, TicketKind.INCIDENT, Channel.PORTAL, "S", "D", any(Impact.values()), any(Urgency.values()), null, null, null,
                            held ? "AWAITING_FIXED_CONTACT" : null, !held, !held, null, acknowledged, null),
                    start);
            GivenIds.give(made);
            spans.add(new Span(0, held ? "HELD" : null));
            released = held ? null : 0;
            if (acknowledged && responses.automaticMail()) {
                responded();
            }
            while (minute < LONGEST_LIFE && random.nextInt(12) > 0) {
                minute += 1 + random.nextInt(700);
                endHold(minute);
                step(made);
            }
            minute += random.nextInt(2000);
            endHold(Integer.MAX_VALUE);
            return made;
        }

        /** The end that was agreed comes by itself, noted or not. */
        private void endHold(int by) {
            if (heldUntil != null && heldUntil <= by) {
                spans.add(new Span(heldUntil, null));
                heldUntil = null;
            }
        }

        private void step(Ticket made) {
            switch (made.state()) {
                case HELD -> {
                    made.release(terms, now());
                    released = minute;
                    span(null, "release");
                }
                case RESOLVED -> {
                    if (random.nextBoolean()) {
                        made.reject(31, "No", terms, now());
                        resolved = null;
                        span(null, "reject");
                    } else {
                        write(made);
                    }
                }
                case ON_HOLD -> {
                    if (random.nextBoolean()) {
                        heldUntil = null;
                        made.resume(terms, now());
                        span(null, "resume");
                    } else {
                        write(made);
                    }
                }
                default -> work(made);
            }
        }

        private void work(Ticket made) {
            switch (random.nextInt(made.state() == TicketState.NEW ? 5 : 4)) {
                case 0 -> write(made);
                case 1 -> {
                    HoldReason reason = any(HoldReason.AWAITING_CUSTOMER, HoldReason.AWAITING_VENDOR, HoldReason.AGREED_DATE);
                    heldUntil = random.nextBoolean() ? null : minute + 1 + random.nextInt(1500);
                    made.hold(new Hold(reason, null, heldUntil == null ? null : at(heldUntil)), terms, now());
                    span(reason.name(), heldUntil == null ? "hold" : "hold until " + heldUntil);
                }
                case 2 -> {
                    GivenIds.give(made.resolve("Solved", 21, terms, now()));
                    resolved = minute;
                    words.add(minute);
                    responded();
                    span("AWAITING_ACCEPTANCE", "resolve");
                }
                case 3 -> {
                    made.assess(null, any(Impact.values()), any(Urgency.values()), terms, now());
                    story.append(minute).append(" assess ");
                }
                default -> {
                    made.start(21, terms, now());
                    story.append(minute).append(" start ");
                    if (responses.by().contains(ResponseAct.ACKNOWLEDGEMENT)) {
                        responded();
                    }
                }
            }
        }

        private void write(Ticket made) {
            made.wroteToCustomer(terms, now());
            words.add(minute);
            story.append(minute).append(" write ");
            responded();
        }

        private void responded() {
            firstResponse = firstResponse == null ? minute : firstResponse;
        }

        private void span(String waits, String verb) {
            spans.add(new Span(minute, waits));
            story.append(minute).append(' ').append(verb).append(' ');
        }

        /** Looks at every minute from the start of the target on. */
        Naive look(ServiceTarget target, Duration promised) {
            Naive naive = new Naive();
            naive.met = target == ServiceTarget.RESPONSE && firstResponse != null
                    ? at(firstResponse)
                    : target == ServiceTarget.RESOLUTION && resolved != null ? at(resolved) : null;
            Integer begin = set.starts() == TargetStart.RECEIPT ? Integer.valueOf(0) : released;
            if (begin == null) {
                return naive;
            }
            int end = naive.met == null ? minute : (int) Duration.between(start, naive.met).toMinutes();
            if (target == ServiceTarget.UPDATE) {
                for (int word : words) {
                    if (word > begin) {
                        Integer due = due(target, begin, promised);
                        if (due != null && due < word && naive.missed == null) {
                            naive.missed = at(due);
                        }
                        begin = word;
                    }
                }
            }
            Integer due = due(target, begin, promised);
            naive.due = due == null ? null : at(due);
            for (int m = begin; m < end; m++) {
                naive.consumed += counts(target, m) ? 1 : 0;
            }
            if (naive.missed == null && due != null && end > due) {
                naive.missed = at(due);
            }
            return naive;
        }

        private Integer due(ServiceTarget target, int begin, Duration promised) {
            long left = promised.toMinutes();
            for (int m = begin; m < begin + LIMIT; m++) {
                if (counts(target, m) && --left == 0) {
                    return m + 1;
                }
            }
            return null;
        }

        private boolean counts(ServiceTarget target, int m) {
            String waits = null;
            for (Span span : spans) {
                waits = span.from() <= m ? span.waits() : waits;
            }
            if (waits != null && (waits.equals("AWAITING_ACCEPTANCE") || set.pausedBy().get(target).contains(waits))) {
                return false;
            }
            LocalDateTime wall = LocalDateTime.ofInstant(at(m), calendar.zone());
            return calendar.hoursOn(wall.toLocalDate()).stream().anyMatch(window -> window.contains(wall.toLocalTime()));
        }

        @SafeVarargs
        private <T> T any(T... values) {
            return values[random.nextInt(values.length)];
        }

        @Override
        public String toString() {
            return start + " " + calendar.zone() + " " + set + " " + spans + " " + story;
        }
    }
}
