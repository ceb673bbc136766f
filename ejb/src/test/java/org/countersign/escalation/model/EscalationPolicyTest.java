package org.countersign.escalation.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.AgreedThen;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.CoveredService;
import org.countersign.customer.model.Criticality;
import org.countersign.customer.model.EscalationRule;
import org.countersign.customer.model.EscalationTrigger;
import org.countersign.customer.model.EscalationTrigger.When;
import org.countersign.customer.model.EscalationActions;
import org.countersign.customer.model.FirstResponseRule;
import org.countersign.customer.model.PriorityRule;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.TargetSet;
import org.countersign.customer.model.TargetStart;
import org.countersign.customer.model.TargetTimes;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.GivenIds;
import org.countersign.testing.SampleAgreement;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Urgency;
import org.junit.jupiter.api.Test;

/** When each rule sets in: Monday to Friday, 08:00 to 16:00 in Budapest, which is 07:00 to 15:00 UTC in November. */
class EscalationPolicyTest {

    private static final Instant MONDAY_10 = Instant.parse("2026-11-16T09:00:00Z");
    private static final EscalationActions ACTIONS = new EscalationActions(SupportLevel.L2, List.of(), null, false);

    private final ContractTerms terms = terms();
    private Instant now = MONDAY_10;

    /** Response in 2, a word every 4, resolution in 8 hours of service. */
    private static ContractTerms terms() {
        TargetTimes times = new TargetTimes(Duration.ofHours(2), Duration.ofHours(4), Duration.ofHours(8));
        return SampleAgreement.terms(
                7,
                SampleAgreement.OFFICE_HOURS,
                new ServiceAgreement(
                        "OFFICE",
                        "en",
                        PriorityRule.USUAL,
                        FirstResponseRule.USUAL,
                        List.of(new TargetSet(
                                List.of(), List.of(), List.of(), false, TargetStart.RECEIPT, Map.of(),
                                Map.of("P1", times, "P2", times, "P3", times, "P4", times, "P5", times))),
                        null,
                        List.of(new CoveredService("Payments", Criticality.CRITICAL))));
    }

    private static EscalationRule rule(EscalationTrigger trigger) {
        return new EscalationRule("RULE", trigger, List.of(), List.of(), ACTIONS);
    }

    private static EscalationRule at(int percent, ServiceTarget target) {
        return rule(new EscalationTrigger(When.AT_PERCENT, target, percent, null, 0));
    }

    private Ticket ticket(String service, Impact impact, String hold) {
        return GivenIds.give(Ticket.register(
                terms,
                new Ticket.Report(
                        3L, TicketKind.INCIDENT, Channel.PORTAL, "Printer stuck", "It does not work.", impact, Urgency.HIGH, service, null,
                        null, hold),
                now));
    }

    private Ticket ticket() {
        return ticket(null, Impact.LOW, null);
    }

    private Outlook of(EscalationRule rule, Ticket ticket) {
        return EscalationPolicy.of(rule, ticket.standing(new AgreedThen(terms.code(), terms.agreement(), terms.calendar())));
    }

    private void pass(int hours) {
        now = now.plus(Duration.ofHours(hours));
    }

    @Test
    void a_share_of_a_target_is_counted_in_service_time() {
        Ticket ticket = ticket();
        assertThat(of(at(50, ServiceTarget.RESOLUTION), ticket).due()).isEqualTo("2026-11-16T13:00:00Z");
        assertThat(of(at(75, ServiceTarget.RESOLUTION), ticket).due()).as("six hours end at closing time").isEqualTo("2026-11-16T15:00:00Z");
        assertThat(of(at(100, ServiceTarget.RESOLUTION), ticket).due()).as("over night").isEqualTo("2026-11-17T09:00:00Z");
        EscalationRule later = rule(new EscalationTrigger(When.AFTER_DUE, ServiceTarget.RESOLUTION, 0, Duration.ofHours(7), 0));
        assertThat(of(later, ticket).due()).isEqualTo("2026-11-18T08:00:00Z");
    }

    @Test
    void a_halted_clock_has_no_due_instant_and_what_was_paused_is_not_counted() {
        Ticket ticket = ticket();
        pass(1);
        ticket.hold(Hold.open(HoldReason.AWAITING_CUSTOMER, null), terms, now);
        assertThat(of(at(50, ServiceTarget.RESOLUTION), ticket))
                .isEqualTo(new Outlook(EscalationState.WAITING, 1, null, "AWAITING_CUSTOMER"));
        assertThat(of(at(50, ServiceTarget.UPDATE), ticket).due()).as("not paused by that").isEqualTo("2026-11-16T11:00:00Z");
        pass(2);
        ticket.resume(terms, now);
        assertThat(of(at(50, ServiceTarget.RESOLUTION), ticket).due()).isEqualTo("2026-11-16T15:00:00Z");
    }

    @Test
    void a_target_that_is_met_needs_no_escalation() {
        Ticket ticket = ticket();
        ticket.wroteToCustomer(terms, now);
        assertThat(of(at(50, ServiceTarget.RESPONSE), ticket)).isEqualTo(new Outlook(EscalationState.MOOT, 1, null, Outlook.MET));
    }

    @Test
    void each_word_to_the_customer_is_a_new_occasion() {
        Ticket ticket = ticket();
        assertThat(of(at(100, ServiceTarget.UPDATE), ticket).occasion()).isEqualTo(1);
        pass(1);
        ticket.wroteToCustomer(terms, now);
        assertThat(of(at(100, ServiceTarget.UPDATE), ticket))
                .isEqualTo(new Outlook(EscalationState.WAITING, 2, Instant.parse("2026-11-16T14:00:00Z"), null));
    }

    @Test
    void a_solution_makes_it_moot_and_a_rejection_brings_it_back_where_it_was() {
        Ticket ticket = ticket();
        pass(1);
        ticket.resolve("Turned it off and on", 9, terms, now);
        assertThat(of(at(50, ServiceTarget.RESOLUTION), ticket).reason()).isEqualTo(Outlook.RESOLVED);
        pass(3);
        EscalationRule twice = rule(new EscalationTrigger(When.REJECTED, null, 0, null, 2));
        ticket.reject(3, "No", terms, now);
        assertThat(of(at(50, ServiceTarget.RESOLUTION), ticket).due()).as("three hours later than without").isEqualTo("2026-11-17T08:00:00Z");
        assertThat(of(twice, ticket).reason()).isEqualTo(Outlook.NOT_ASKED);
        ticket.resolve("Turned it off and on again", 9, terms, now);
        ticket.reject(3, "No, really", terms, now);
        assertThat(of(twice, ticket).due()).isEqualTo(now);
        ticket.withdraw("Bought a new one", now);
        assertThat(of(twice, ticket)).isEqualTo(new Outlook(EscalationState.MOOT, 1, null, Outlook.ENDED));
    }

    @Test
    void nobody_takes_it_at_each_level_anew() {
        EscalationRule alone = rule(new EscalationTrigger(When.UNASSIGNED, null, 0, Duration.ofHours(7), 0));
        Ticket ticket = ticket();
        assertThat(of(alone, ticket)).isEqualTo(new Outlook(EscalationState.WAITING, 1, Instant.parse("2026-11-17T08:00:00Z"), null));
        ticket.assign(9, now);
        assertThat(of(alone, ticket).reason()).isEqualTo(Outlook.ASSIGNED);
        pass(1);
        ticket.escalate(SupportLevel.L2, "Too hard", now);
        assertThat(of(alone, ticket)).isEqualTo(new Outlook(EscalationState.WAITING, 2, Instant.parse("2026-11-17T09:00:00Z"), null));
    }

    @Test
    void what_a_vendor_works_on_stays_with_who_has_it_and_is_to_be_taken_where_nobody_has() {
        EscalationRule alone = rule(new EscalationTrigger(When.UNASSIGNED, null, 0, Duration.ofHours(7), 0));
        Ticket untaken = ticket();
        Outlook before = of(alone, untaken);
        Ticket taken = ticket();
        taken.assign(9, now);
        pass(1);
        untaken.sendToVendor("Asked the vendor", now);
        taken.sendToVendor("Asked the vendor", now);
        assertThat(of(alone, untaken)).isEqualTo(before);
        assertThat(taken.assigneeId()).isEqualTo(9);
        assertThat(of(alone, taken).reason()).isEqualTo(Outlook.ASSIGNED);
    }

    @Test
    void a_held_ticket_is_nobodys_to_take_until_it_is_released() {
        EscalationRule alone = rule(new EscalationTrigger(When.UNASSIGNED, null, 0, Duration.ofHours(1), 0));
        Ticket ticket = ticket("Payments", Impact.HIGH, "Somebody has to agree");
        EscalationRule major = rule(new EscalationTrigger(When.MAJOR_INCIDENT, null, 0, null, 0));
        assertThat(of(alone, ticket)).isEqualTo(new Outlook(EscalationState.WAITING, 1, null, "HELD"));
        assertThat(of(major, ticket)).isEqualTo(new Outlook(EscalationState.WAITING, 1, null, "HELD"));
        pass(2);
        ticket.release(terms, now);
        assertThat(of(alone, ticket).due()).isEqualTo("2026-11-16T12:00:00Z");
        assertThat(of(major, ticket).due()).isEqualTo(now);
    }

    @Test
    void a_major_incident_is_a_p1_about_a_critical_service() {
        EscalationRule major = rule(new EscalationTrigger(When.MAJOR_INCIDENT, null, 0, null, 0));
        assertThat(of(major, ticket("payments", Impact.HIGH, null)).due()).isEqualTo(now);
        assertThat(of(major, ticket("Canteen", Impact.HIGH, null)).isToCome()).isFalse();
        Ticket small = ticket("Payments", Impact.LOW, null);
        assertThat(of(major, small).isToCome()).isFalse();
        pass(1);
        small.assess(null, Impact.HIGH, null, terms, now);
        assertThat(of(major, small).due()).isEqualTo(now);
        small.assess(TicketKind.QUESTION, null, null, terms, now);
        assertThat(of(major, small).reason()).isEqualTo(Outlook.NOT_ASKED);
    }

    @Test
    void a_rule_is_for_the_kinds_and_priorities_that_it_names() {
        EscalationTrigger half = new EscalationTrigger(When.AT_PERCENT, ServiceTarget.RESOLUTION, 50, null, 0);
        List<Boolean> toCome = new ArrayList<>();
        for (EscalationRule rule : List.of(
                new EscalationRule("R", half, List.of("P1"), List.of(), ACTIONS),
                new EscalationRule("R", half, List.of("P3"), List.of(), ACTIONS),
                new EscalationRule("R", half, List.of("P3"), List.of("QUESTION"), ACTIONS),
                new EscalationRule("R", half, List.of("P3"), List.of("QUESTION", "INCIDENT"), ACTIONS))) {
            toCome.add(of(rule, ticket()).isToCome());
        }
        assertThat(toCome).containsExactly(false, true, false, true);
    }

    @Test
    void time_that_no_calendar_has_waits_and_stops_nobody() {
        EscalationRule never = rule(new EscalationTrigger(When.UNASSIGNED, null, 0, Duration.ofHours(90_000), 0));
        assertThat(of(never, ticket())).isEqualTo(new Outlook(EscalationState.WAITING, 1, null, Outlook.OUT_OF_REACH));
    }
}
