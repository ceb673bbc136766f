package org.countersign.ticket.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Field;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.PriorityRule;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.testing.SampleAgreement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TicketTest {

    /** Monday 09:00 in Budapest. */
    private static final Instant MONDAY_NINE = Instant.parse("2026-11-16T08:00:00Z");

    private static final long CONTRACT = 7;
    private static final long AGENT = 21;
    private static final long CONTACT = 31;

    private static final ContractTerms TERMS = SampleAgreement.terms(
            CONTRACT,
            SampleAgreement.OFFICE_HOURS,
            SampleAgreement.of(
                    "OFFICE",
                    Map.of(
                            "P1", SampleAgreement.minutes(30, 120),
                            "P2", SampleAgreement.minutes(60, 240),
                            "P3", SampleAgreement.minutes(120, 480),
                            "P4", SampleAgreement.minutes(240, 960),
                            "P5", SampleAgreement.minutes(480, 1920))));

    private static final AuthorisationInForce AUTHORITY =
            new AuthorisationInForce(900, CONTRACT, CONTACT, MONDAY_NINE.minus(Duration.ofDays(1)));

    private Ticket ticket;

    @BeforeEach
    void a_registered_ticket() throws ReflectiveOperationException {
        ticket = register(null);
    }

    private static Ticket register(String holdReason) throws ReflectiveOperationException {
        Ticket ticket = Ticket.register(
                TERMS,
                new Ticket.Report(
                        CONTACT,
                        TicketKind.INCIDENT,
                        Channel.PORTAL,
                        "Printer on fire",
                        "It burns.",
                        Impact.MEDIUM,
                        Urgency.MEDIUM,
                        null,
                        null,
                        null,
                        holdReason),
                MONDAY_NINE);
        set(ticket, "id", 100001L);
        ticket.numbered();
        return ticket;
    }

    private static void set(Object target, String field, Object value) throws ReflectiveOperationException {
        Class<?> type = target.getClass();
        while (true) {
            try {
                Field found = type.getDeclaredField(field);
                found.setAccessible(true);
                found.set(target, value);
                return;
            } catch (NoSuchFieldException inherited) {
                type = type.getSuperclass();
            }
        }
    }

    private Resolution resolve(Instant now) throws ReflectiveOperationException {
        Resolution resolution = ticket.resolve("Put out.", AGENT, TERMS, now);
        set(resolution, "id", 500L + ticket.rejections());
        return resolution;
    }

    private static Instant hours(double hours) {
        return MONDAY_NINE.plus(Duration.ofMinutes(Math.round(hours * 60)));
    }

    @ParameterizedTest
    @CsvSource({"HIGH,HIGH,P1", "HIGH,MEDIUM,P2", "MEDIUM,HIGH,P2", "MEDIUM,MEDIUM,P3", "HIGH,LOW,P3", "LOW,HIGH,P3", "MEDIUM,LOW,P4", "LOW,MEDIUM,P4", "LOW,LOW,P5"})
    void priority_comes_from_impact_and_urgency(Impact impact, Urgency urgency, Priority priority) {
        assertThat(PriorityRule.USUAL.of(impact.name(), urgency.name(), null)).isEqualTo(priority.name());
    }

    @Test
    void a_new_ticket_waits_at_l1_with_both_targets_running_in_service_time() {
        assertThat(ticket.state()).isEqualTo(TicketState.NEW);
        assertThat(ticket.level()).isEqualTo(SupportLevel.L1);
        assertThat(ticket.number()).isEqualTo("CS-100001");
        assertThat(ticket.responseDue()).isEqualTo(hours(2));
        // Eight hours of service time from Monday 09:00 end on Tuesday 09:00: the desk closes at 16:00.
        assertThat(ticket.resolutionDue()).isEqualTo(hours(24));
    }

    @Test
    void a_report_names_its_environment_freely_where_the_contract_lists_none() {
        Ticket.Report report = new Ticket.Report(
                CONTACT, TicketKind.INCIDENT, Channel.API, "Printer on fire", "It burns.", Impact.LOW, Urgency.LOW, null, " my own ", null, null);
        assertThat(Ticket.register(TERMS, report, MONDAY_NINE).environment()).isEqualTo("my own");

        ContractTerms listing = SampleAgreement.terms(
                CONTRACT, SampleAgreement.OFFICE_HOURS, SampleAgreement.with(TERMS.agreement(), Map.of("environments", List.of("Mine", "My Own"))));
        assertThat(Ticket.register(listing, report, MONDAY_NINE).environment()).isEqualTo("My Own");
        ContractTerms other = SampleAgreement.terms(
                CONTRACT, SampleAgreement.OFFICE_HOURS, SampleAgreement.with(TERMS.agreement(), Map.of("environments", List.of("Mine"))));
        assertThatThrownBy(() -> Ticket.register(other, report, MONDAY_NINE))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("environment-unknown"));
    }

    @Test
    void a_held_report_owes_nothing_until_it_is_released() throws ReflectiveOperationException {
        ticket = register("AWAITING_FIXED_CONTACT");
        assertThat(ticket.responseDue()).isNull();
        assertThat(ticket.resolutionDue()).isNull();

        ticket.release(TERMS, hours(3));

        assertThat(ticket.state()).isEqualTo(TicketState.NEW);
        assertThat(ticket.responseDue()).isEqualTo(hours(5));
        assertThat(ticket.receivedAt()).isEqualTo(MONDAY_NINE);
    }

    @Test
    void proposing_a_solution_halts_the_resolution_target() throws ReflectiveOperationException {
        ticket.start(AGENT, TERMS, hours(0.5));
        resolve(hours(1));

        assertThat(ticket.state()).isEqualTo(TicketState.RESOLVED);
        assertThat(ticket.resolutionDue()).isNull();
        assertThat(ticket.clock(TERMS).target(ServiceTarget.RESOLUTION).orElseThrow().consumed(hours(50))).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void a_rejection_resumes_the_target_with_what_was_consumed_and_the_wait_uncounted() throws ReflectiveOperationException {
        ticket.start(AGENT, TERMS, hours(0.5));
        resolve(hours(1));

        ticket.reject(CONTACT, "It still burns.", TERMS, hours(4));

        assertThat(ticket.state()).isEqualTo(TicketState.IN_PROGRESS);
        // One hour was used, three waited: seven are left from 13:00, of which three today; so Tuesday 12:00.
        assertThat(ticket.resolutionDue()).isEqualTo(hours(27));
        assertThat(ticket.rejections()).isEqualTo(1);
    }

    @Test
    void the_second_proposal_can_be_accepted_and_closes_the_ticket() throws ReflectiveOperationException {
        ticket.start(AGENT, TERMS, hours(0.5));
        resolve(hours(1));
        ticket.reject(CONTACT, "It still burns.", TERMS, hours(2));
        Resolution second = resolve(hours(3));

        Acceptance acceptance = ticket.accept(AUTHORITY, AcceptanceManner.PORTAL, "Thank you", hours(5));

        assertThat(second.ordinal()).isEqualTo(2);
        assertThat(ticket.state()).isEqualTo(TicketState.CLOSED);
        assertThat(ticket.closedAt()).isEqualTo(hours(5));
        assertThat(acceptance.contactId()).isEqualTo(CONTACT);
        assertThat(ticket.breached(hours(1000))).isEmpty();
    }

    @Test
    void a_customers_slow_acceptance_breaches_nothing() throws ReflectiveOperationException {
        resolve(hours(1));
        assertThat(ticket.breached(hours(24 * 30))).isEmpty();
    }

    @Test
    void nothing_but_a_proposed_solution_can_be_accepted() {
        assertThatThrownBy(() -> ticket.accept(AUTHORITY, AcceptanceManner.PORTAL, null, hours(1)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("illegal-step"));
        assertThat(ticket.state()).isEqualTo(TicketState.NEW);
        assertThat(ticket.acceptance()).isNull();
    }

    @Test
    void an_authority_under_another_contract_is_none() throws ReflectiveOperationException {
        resolve(hours(1));
        AuthorisationInForce other = new AuthorisationInForce(901, CONTRACT + 1, CONTACT, AUTHORITY.authorisedFrom());

        assertThatThrownBy(() -> ticket.accept(other, AcceptanceManner.PORTAL, null, hours(2)))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("acceptance-not-authorised"));
        assertThat(ticket.state()).isEqualTo(TicketState.RESOLVED);
    }

    @Test
    void an_authority_that_begins_later_is_none_yet() throws ReflectiveOperationException {
        resolve(hours(1));
        AuthorisationInForce later = new AuthorisationInForce(902, CONTRACT, CONTACT, hours(3));

        assertThatThrownBy(() -> ticket.accept(later, AcceptanceManner.PORTAL, null, hours(2)))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo("acceptance-not-authorised"));
    }

    @Test
    void without_an_authority_nothing_is_accepted() throws ReflectiveOperationException {
        resolve(hours(1));
        assertThatThrownBy(() -> ticket.accept(null, AcceptanceManner.PORTAL, null, hours(2))).isInstanceOf(NullPointerException.class);
        assertThat(ticket.state()).isEqualTo(TicketState.RESOLVED);
    }

    @Test
    void a_closed_ticket_takes_no_further_step() throws ReflectiveOperationException {
        resolve(hours(1));
        ticket.accept(AUTHORITY, AcceptanceManner.PORTAL, null, hours(2));
        assertThat(ticket.state().legalActions()).isEmpty();
        assertThatThrownBy(() -> ticket.reject(CONTACT, "Changed my mind", TERMS, hours(3)))
                .isInstanceOf(BusinessRuleViolation.class);
    }

    @Test
    void a_rejection_needs_a_reason() throws ReflectiveOperationException {
        resolve(hours(1));
        assertThatThrownBy(() -> ticket.reject(CONTACT, "  ", TERMS, hours(2)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo("required");
                    assertThat(refused.field()).isEqualTo("reason");
                });
        assertThat(ticket.state()).isEqualTo(TicketState.RESOLVED);
    }

    @Test
    void time_on_hold_does_not_consume_the_resolution_target_but_the_response_is_still_owed() {
        ticket.start(AGENT, TERMS, hours(0.5));
        ticket.hold(Hold.open(HoldReason.AWAITING_CUSTOMER, "Which printer?"), TERMS, hours(1));
        assertThat(ticket.resolutionDue()).isNull();
        assertThat(ticket.responseDue()).isEqualTo(hours(2));

        ticket.resume(TERMS, hours(3));

        assertThat(ticket.resolutionDue()).isEqualTo(hours(26));
    }

    @ParameterizedTest
    @EnumSource(
            value = HoldReason.class,
            names = {"AWAITING_ACCEPTANCE", "HELD"})
    void a_person_cannot_use_the_systems_own_hold_reasons(HoldReason reason) {
        assertThatThrownBy(() -> ticket.hold(Hold.open(reason, null), TERMS, hours(1)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, r -> assertThat(r.code()).isEqualTo("hold-reason-reserved"));
    }

    @Test
    void a_hold_ends_in_the_future_and_within_two_years() {
        refusedUntil(hours(1), "hold-until-past");
        refusedUntil(hours(0.5), "hold-until-past");
        Instant latest = hours(1).atZone(java.time.ZoneOffset.UTC).plusYears(2).toInstant();
        refusedUntil(latest.plusSeconds(1), "hold-until-too-far");
        assertThat(ticket.state()).isEqualTo(TicketState.NEW);

        ticket.hold(new Hold(HoldReason.AWAITING_VENDOR, null, latest), TERMS, hours(1));
        assertThat(ticket.holdUntil()).isEqualTo(latest);
    }

    private void refusedUntil(Instant until, String code) {
        assertThatThrownBy(() -> ticket.hold(new Hold(HoldReason.AGREED_DATE, null, until), TERMS, hours(1)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.field()).isEqualTo("until");
                });
    }

    @Test
    void whatever_ends_the_hold_forgets_its_end() {
        ticket.hold(new Hold(HoldReason.AGREED_DATE, null, hours(30)), TERMS, hours(1));
        ticket.sendToVendor("They have to look", hours(2));
        assertThat(ticket.holdUntil()).as("still on hold, at the vendor").isEqualTo(hours(30));
        ticket.withdraw("Gone by itself", hours(3));
        assertThat(ticket.holdUntil()).isNull();
    }

    @Test
    void escalation_goes_upwards_only_and_frees_the_assignee() {
        ticket.start(AGENT, TERMS, hours(0.5));
        ticket.escalate(SupportLevel.L2, "Needs the database team", hours(1));
        assertThat(ticket.level()).isEqualTo(SupportLevel.L2);
        assertThat(ticket.assigneeId()).isNull();
        assertThatThrownBy(() -> ticket.escalate(SupportLevel.L1, "Back", hours(2)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, r -> assertThat(r.code()).isEqualTo("escalation-not-upwards"));
    }

    @Test
    void a_missed_target_is_told() {
        assertThat(ticket.breached(hours(1.9))).isEmpty();
        assertThat(ticket.breached(hours(2.1))).containsExactly("RESPONSE");
        assertThat(ticket.breached(hours(24.1))).containsExactly("RESPONSE", "RESOLUTION");
    }

    @Test
    void every_state_but_the_end_states_is_open() {
        assertThat(TicketState.values())
                .filteredOn(TicketState::isOpen)
                .containsExactly(TicketState.HELD, TicketState.NEW, TicketState.IN_PROGRESS, TicketState.ON_HOLD, TicketState.RESOLVED);
    }

    @Test
    void an_illegal_step_names_the_legal_ones() {
        assertThatThrownBy(() -> ticket.resume(TERMS, hours(1)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> {
                    assertThat(refused.arguments().get(2).toString()).contains("start", "escalate", "resolve");
                    assertThat(refused.kind()).isEqualTo(BusinessRuleViolation.Kind.CONFLICT);
                });
    }
}
