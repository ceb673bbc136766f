package org.countersign.ticket.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.AuthorisationInForce;
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
import org.countersign.serviceclock.model.Segment;
import org.countersign.serviceclock.model.ServiceHours;
import org.countersign.testing.SampleAgreement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TicketClockTest {

    /** Monday 09:00 in Budapest; the desk works from 08:00 to 16:00. */
    private static final Instant MONDAY_NINE = Instant.parse("2026-11-16T08:00:00Z");

    private static final long AGENT = 21;
    private static final long CONTACT = 31;

    private TargetStart starts = TargetStart.RECEIPT;
    private Map<ServiceTarget, List<String>> pausedBy = Map.of();
    private FirstResponseRule firstResponse = FirstResponseRule.USUAL;
    private boolean wishMoves;
    private Ticket ticket;

    @BeforeEach
    void a_ticket() {
        ticket = register(null, null, false);
    }

    private Ticket register(String holdReason, Priority wish, boolean acknowledged) {
        Ticket registered = Ticket.register(
                terms(),
                new Ticket.Report(
                        CONTACT, TicketKind.INCIDENT, Channel.PORTAL, "Printer on fire", "It burns.", Impact.MEDIUM, Urgency.MEDIUM, null,
                        null, null, holdReason, holdReason == null, holdReason == null, wish, acknowledged, null),
                MONDAY_NINE);
        return GivenIds.give(registered);
    }

    /** Response in 2 hours, a word every 4, resolution in 8; a P1 in half an hour and 2; questions in 6 with no resolution promised. */
    private ContractTerms terms() {
        TargetTimes usual = new TargetTimes(Duration.ofHours(2), Duration.ofHours(4), Duration.ofHours(8));
        TargetTimes urgent = SampleAgreement.minutes(30, 120);
        return SampleAgreement.terms(
                7,
                SampleAgreement.OFFICE_HOURS,
                new ServiceAgreement(
                        "OFFICE",
                        "en",
                        new PriorityRule(PriorityRule.USUAL.matrix(), wishMoves, false),
                        firstResponse,
                        List.of(
                                new TargetSet(
                                        List.of(), List.of(), List.of(), false, starts, pausedBy,
                                        Map.of("P1", urgent, "P2", usual, "P3", usual, "P4", usual, "P5", usual)),
                                new TargetSet(
                                        List.of("QUESTION"), List.of(), List.of(), false, starts, pausedBy,
                                        Map.of("P3", new TargetTimes(Duration.ofHours(6), null, null)))),
                        null,
                        List.of()));
    }

    private TargetClock clock(ServiceTarget target) {
        return ticket.clock(terms()).target(target).orElseThrow();
    }

    private static Instant hours(double hours) {
        return MONDAY_NINE.plus(Duration.ofMinutes(Math.round(hours * 60)));
    }

    private void resolve(Instant at) {
        GivenIds.give(ticket.resolve("Put out.", AGENT, terms(), at));
    }

    @Test
    void the_words_of_an_agreement_are_those_of_a_ticket() {
        assertThat(AgreementVocabulary.KINDS).isEqualTo(Arrays.stream(TicketKind.values()).map(Enum::name).toList());
        assertThat(AgreementVocabulary.CHANNELS).isEqualTo(Arrays.stream(Channel.values()).map(Enum::name).toList());
        assertThat(AgreementVocabulary.PRIORITIES).isEqualTo(Arrays.stream(Priority.values()).map(Enum::name).toList());
        assertThat(AgreementVocabulary.GRADES)
                .isEqualTo(Arrays.stream(Impact.values()).map(Enum::name).toList())
                .isEqualTo(Arrays.stream(Urgency.values()).map(Enum::name).toList());
        assertThat(AgreementVocabulary.WAITS)
                .doesNotContain("AWAITING_ACCEPTANCE")
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(HoldReason.values())
                        .filter(reason -> reason != HoldReason.AWAITING_ACCEPTANCE)
                        .map(Enum::name)
                        .toList());
    }

    @Test
    void a_wait_that_the_contract_does_not_name_counts() {
        ticket.hold(Hold.open(HoldReason.AWAITING_VENDOR, null), terms(), hours(1));
        assertThat(clock(ServiceTarget.RESOLUTION).haltedBecause()).isEqualTo("AWAITING_VENDOR");

        pausedBy = Map.of(ServiceTarget.RESOLUTION, List.of("AWAITING_CUSTOMER"));
        assertThat(clock(ServiceTarget.RESOLUTION).due()).contains(hours(24));
        assertThat(clock(ServiceTarget.RESOLUTION).consumed(hours(3))).isEqualTo(Duration.ofHours(3));
    }

    @Test
    void a_target_that_counts_from_agreement_waits_for_it_and_the_receipt_is_kept() {
        starts = TargetStart.AGREEMENT;
        ticket = register("AWAITING_FIXED_CONTACT", null, false);
        TargetClock waiting = clock(ServiceTarget.RESPONSE);
        assertThat(waiting.due()).isEmpty();
        assertThat(waiting.haltedBecause()).isEqualTo("NOT_AGREED");
        assertThat(waiting.runsAgain(hours(1))).contains(new TargetClock.RunsAgain("NOT_AGREED", null));

        ticket.release(terms(), hours(3));

        TargetClock running = clock(ServiceTarget.RESPONSE);
        assertThat(running.due()).contains(hours(5));
        assertThat(running.segments(hours(4))).containsExactly(
                new Segment(hours(0), hours(3), false, "NOT_AGREED"), new Segment(hours(3), hours(4), true, "IN_SERVICE_HOURS"));
        assertThat(ticket.receivedAt()).isEqualTo(MONDAY_NINE);
    }

    @Test
    void a_complete_report_counts_from_completeness_at_once() {
        starts = TargetStart.COMPLETENESS;
        assertThat(clock(ServiceTarget.RESPONSE).due()).contains(hours(2));
    }

    @Test
    void what_counts_as_the_first_response_the_contract_says() {
        ticket = register(null, null, true);
        ticket.start(AGENT, terms(), hours(0.5));
        ticket.wroteToCustomer(terms(), hours(1));
        assertThat(clock(ServiceTarget.RESPONSE).met()).isEqualTo(hours(1));
        assertThat(ticket.respondedAt()).isEqualTo(hours(1));

        firstResponse = new FirstResponseRule(List.of(ResponseAct.ACKNOWLEDGEMENT), false);
        assertThat(clock(ServiceTarget.RESPONSE).met()).isEqualTo(hours(0.5));

        firstResponse = new FirstResponseRule(List.of(ResponseAct.PUBLIC_MESSAGE), true);
        assertThat(clock(ServiceTarget.RESPONSE).met()).isEqualTo(hours(0));
    }

    @Test
    void automatic_mail_alone_is_no_response_unless_the_contract_says_so() {
        ticket = register(null, null, true);
        assertThat(clock(ServiceTarget.RESPONSE).met()).isNull();
        assertThat(clock(ServiceTarget.RESPONSE).missed(hours(2.1))).contains(hours(2));
    }

    @Test
    void each_word_to_the_customer_gives_the_next_one_its_full_time() {
        assertThat(ticket.updateDue()).isEqualTo(hours(4));
        ticket.wroteToCustomer(terms(), hours(3));
        assertThat(ticket.updateDue()).isEqualTo(hours(7));
        // The desk closes at 16:00, after seven hours.
        ticket.wroteToCustomer(terms(), hours(6));
        assertThat(ticket.updateDue()).isEqualTo(hours(26));
        assertThat(clock(ServiceTarget.UPDATE).missed(hours(26))).isEmpty();
    }

    @Test
    void a_word_that_came_too_late_stays_missed() {
        ticket.wroteToCustomer(terms(), hours(5));
        assertThat(clock(ServiceTarget.UPDATE).missed(hours(5))).contains(hours(4));
    }

    @Test
    void a_customers_slow_acceptance_breaches_nothing() {
        ticket.wroteToCustomer(terms(), hours(1));
        resolve(hours(2));
        AuthorisationInForce authority = new AuthorisationInForce(900, 7, CONTACT, MONDAY_NINE);
        Instant monthLater = hours(24 * 30);
        assertThat(ticket.clock(terms()).targets()).noneMatch(target -> target.missed(monthLater).isPresent());

        ticket.accept(authority, AcceptanceManner.PORTAL, null, monthLater);

        Instant yearLater = hours(24 * 365);
        assertThat(ticket.clock(terms()).targets()).noneMatch(target -> target.missed(yearLater).isPresent());
        assertThat(ticket.breached(yearLater)).isEmpty();
        assertThat(clock(ServiceTarget.RESOLUTION).consumed(yearLater)).isEqualTo(Duration.ofHours(2));
        assertThat(clock(ServiceTarget.RESOLUTION).met()).isEqualTo(hours(2));
    }

    @Test
    void a_rejection_lets_the_resolution_run_on_with_what_was_used() {
        resolve(hours(1));
        assertThat(clock(ServiceTarget.RESOLUTION).runsAgain(hours(2))).contains(new TargetClock.RunsAgain("AWAITING_ACCEPTANCE", null));
        ticket.reject(CONTACT, "It still burns.", terms(), hours(4));
        assertThat(clock(ServiceTarget.RESOLUTION).consumed(hours(5))).isEqualTo(Duration.ofHours(2));
        assertThat(clock(ServiceTarget.RESOLUTION).due()).contains(hours(27));
    }

    @Test
    void a_new_assessment_changes_the_target_and_keeps_what_was_used() {
        ticket.hold(Hold.open(HoldReason.AWAITING_CUSTOMER, null), terms(), hours(1));
        ticket.resume(terms(), hours(3));
        ticket.assess(null, Impact.HIGH, Urgency.HIGH, terms(), hours(3.5));

        assertThat(ticket.priority()).isEqualTo(Priority.P1);
        // Two hours, of which one and a half are used.
        assertThat(ticket.resolutionDue()).isEqualTo(hours(4));
        assertThat(ticket.updateDue()).isNull();

        ticket.assess(TicketKind.QUESTION, Impact.MEDIUM, Urgency.MEDIUM, terms(), hours(4));
        assertThat(ticket.resolutionDue()).isNull();
        assertThat(ticket.responseDue()).isEqualTo(hours(6));
        assertThat(ticket.clock(terms()).targets()).extracting(TargetClock::target).containsExactly(ServiceTarget.RESPONSE);
    }

    @Test
    void the_customers_wish_is_kept_and_moves_the_ticket_only_by_contract() {
        ticket = register(null, Priority.P1, false);
        assertThat(ticket.priority()).isEqualTo(Priority.P3);
        assertThat(ticket.wishedPriority()).isEqualTo(Priority.P1);
        wishMoves = true;
        assertThat(ticket.recompute(terms())).contains("priority: P3 → P1");
        assertThat(ticket.resolutionDue()).isEqualTo(hours(2));
    }

    @Test
    void outside_service_hours_a_target_rests_until_the_next_opening() {
        Instant evening = hours(9);
        assertThat(clock(ServiceTarget.RESOLUTION).runsAgain(evening))
                .contains(new TargetClock.RunsAgain("OUTSIDE_SERVICE_HOURS", hours(23)));
        assertThat(clock(ServiceTarget.RESOLUTION).runsAgain(hours(1))).isEmpty();
    }

    @Test
    void no_pause_is_lost_when_contract_or_calendar_change_and_doing_it_twice_gives_the_same() {
        ticket.hold(Hold.open(HoldReason.AWAITING_CUSTOMER, null), terms(), hours(1));
        ticket.resume(terms(), hours(5));
        assertThat(ticket.resolutionDue()).isEqualTo(hours(28));
        ContractTerms next = SampleAgreement.terms(
                7,
                SampleAgreement.OFFICE_HOURS.withException(LocalDate.parse("2026-11-17")).withException(
                        LocalDate.parse("2026-11-21"), ServiceHours.of("08:00", "12:00")),
                terms().agreement(),
                1,
                2);
        assertThat(ticket.isBehind(next)).isTrue();

        // Tuesday is a holiday now: three of the eight hours were left on Monday, so five on Wednesday.
        assertThat(ticket.recompute(next)).contains("resolutionDue: " + hours(28) + " → " + hours(52));

        assertThat(ticket.isBehind(next)).isFalse();
        assertThat(ticket.recompute(next)).isEmpty();
        assertThat(ticket.recompute(terms())).contains("resolutionDue: " + hours(52) + " → " + hours(28));
    }

    private void holdUntil(double until, double at) {
        ticket.hold(new Hold(HoldReason.AGREED_DATE, null, hours(until)), terms(), hours(at));
    }

    @Test
    void a_hold_until_an_agreed_date_halts_nothing_and_ends_then_whenever_somebody_looks_or_notes_it() {
        holdUntil(26, 1);
        assertThat(ticket.resolutionDue()).as("one hour was used, seven are left from Tuesday 11:00").isEqualTo(hours(49));
        assertThat(ticket.state()).isEqualTo(TicketState.ON_HOLD);
        assertThat(ticket.holdUntil()).isEqualTo(hours(26));

        TargetClock clock = clock(ServiceTarget.RESOLUTION);
        assertThat(clock.haltedBecause()).isNull();
        assertThat(clock.consumed(hours(25))).isEqualTo(Duration.ofHours(1));
        assertThat(clock.consumed(hours(28))).as("nobody has noted the end").isEqualTo(Duration.ofHours(3));
        assertThat(clock.segments(hours(28))).extracting(Segment::reason)
                .containsExactly("IN_SERVICE_HOURS", "AGREED_DATE", "IN_SERVICE_HOURS");

        ticket.resume(terms(), hours(28));
        assertThat(ticket.resolutionDue()).isEqualTo(hours(49));
        assertThat(ticket.holdUntil()).isNull();
        assertThat(ticket.recompute(terms())).isEmpty();
    }

    @Test
    void a_hold_with_an_end_tells_until_when_it_waits_and_when_the_clock_runs_again() {
        holdUntil(26, 1);
        assertThat(clock(ServiceTarget.RESOLUTION).waitsUntil(hours(2))).contains(hours(26));
        assertThat(clock(ServiceTarget.RESOLUTION).runsAgain(hours(2))).contains(new TargetClock.RunsAgain("AGREED_DATE", hours(26)));
        assertThat(clock(ServiceTarget.RESOLUTION).waitsUntil(hours(26))).isEmpty();
        assertThat(clock(ServiceTarget.RESOLUTION).runsAgain(hours(26))).isEmpty();
        ticket.resume(terms(), hours(2));

        holdUntil(12, 3);
        assertThat(clock(ServiceTarget.RESOLUTION).waitsUntil(hours(9))).as("Monday 21:00").contains(hours(12));
        assertThat(clock(ServiceTarget.RESOLUTION).runsAgain(hours(9)))
                .as("nobody works at 21:00")
                .contains(new TargetClock.RunsAgain("AGREED_DATE", hours(23)));
    }

    @Test
    void a_target_that_was_missed_before_the_hold_waits_for_nothing() {
        holdUntil(30, 26);
        assertThat(clock(ServiceTarget.RESOLUTION).due()).contains(hours(24));
        assertThat(clock(ServiceTarget.RESOLUTION).waitsUntil(hours(27))).isEmpty();
        assertThat(clock(ServiceTarget.RESOLUTION).missed(hours(27))).contains(hours(24));
    }

    @Test
    void who_resumes_earlier_ends_the_hold_at_that_moment() {
        holdUntil(26, 1);
        ticket.resume(terms(), hours(3));
        assertThat(ticket.resolutionDue()).isEqualTo(hours(26));
        assertThat(ticket.holdUntil()).isNull();
    }

    @Test
    void a_hold_until_a_date_is_kept_when_the_calendar_changes_and_by_a_contract_that_does_not_pause_for_it() {
        holdUntil(26, 1);
        ContractTerms holiday = SampleAgreement.terms(
                7, SampleAgreement.OFFICE_HOURS.withException(LocalDate.parse("2026-11-17")), terms().agreement(), 1, 2);
        assertThat(ticket.recompute(holiday)).contains("resolutionDue: " + hours(49) + " → " + hours(54));
        assertThat(ticket.recompute(terms())).contains("resolutionDue: " + hours(54) + " → " + hours(49));

        pausedBy = Map.of(ServiceTarget.RESOLUTION, List.of("AWAITING_CUSTOMER"));
        assertThat(clock(ServiceTarget.RESOLUTION).due()).contains(hours(24));
        assertThat(clock(ServiceTarget.RESOLUTION).waitsUntil(hours(2))).isEmpty();
    }

    @Test
    void a_clock_set_back_before_the_hold_began_ends_no_hold_before_it_began() {
        ticket.wroteToCustomer(terms(), hours(4));
        holdUntil(3, 2);
        assertThat(clock(ServiceTarget.RESOLUTION).due()).contains(hours(24));
        ticket.resume(terms(), hours(3));
        assertThat(clock(ServiceTarget.RESOLUTION).due()).contains(hours(24));
    }

    @Test
    void a_clock_set_back_makes_no_span_that_ends_before_it_began() {
        ticket.hold(Hold.open(HoldReason.AWAITING_CUSTOMER, null), terms(), hours(2));
        ticket.resume(terms(), hours(1));
        assertThat(ticket.resolutionDue()).isEqualTo(hours(24));
    }
}
