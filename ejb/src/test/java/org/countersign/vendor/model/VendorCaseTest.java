package org.countersign.vendor.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.GivenIds;
import org.countersign.serviceclock.model.Pause;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.testing.SampleAgreement;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.TicketRef;
import org.junit.jupiter.api.Test;

/** Monday to Friday, 08:00 to 16:00 in Budapest; it is Monday, 10:00 there. An answer in four hours, a solution in sixteen. */
class VendorCaseTest {

    private static final ServiceCalendar HOURS = SampleAgreement.OFFICE_HOURS;
    private static final Instant MONDAY = Instant.parse("2026-11-16T09:00:00Z");
    private static final Instant ANSWER_DUE = Instant.parse("2026-11-16T13:00:00Z");
    private static final Instant SOLUTION_DUE = Instant.parse("2026-11-18T09:00:00Z");
    private static final long L3 = 3;

    private final VendorCase opened = open(MONDAY);

    @Test
    void what_the_vendor_owes_is_due_in_its_own_hours() {
        assertThat(opened.state()).isEqualTo(VendorCaseState.OPEN);
        assertThat(opened.responseDue()).isEqualTo(ANSWER_DUE);
        assertThat(opened.resolutionDue()).isEqualTo(SOLUTION_DUE);
        assertThat(opened.chaseAt()).isEqualTo(ANSWER_DUE);
        assertThat(opened.ownerId()).isEqualTo(L3);
    }

    @Test
    void an_answer_stops_the_vendor_s_time_and_our_word_makes_it_run_on() {
        opened.answer("Which version?", L3, HOURS, hours(1));
        assertThat(opened.state()).isEqualTo(VendorCaseState.ANSWERED);
        assertThat(opened.respondedAt()).isEqualTo(hours(1));
        assertThat(opened.resolutionDue()).isNull();
        assertThat(opened.chaseAt()).isNull();

        opened.tell("7.3.1", L3, null, HOURS, hours(3));

        assertThat(opened.state()).isEqualTo(VendorCaseState.OPEN);
        assertThat(opened.respondedAt()).isEqualTo(hours(1));
        assertThat(opened.resolutionDue()).isEqualTo(SOLUTION_DUE.plus(Duration.ofHours(2)));
        assertThat(opened.pauses()).containsExactly(Pause.between(hours(1), hours(3), "ANSWERED"));
        // Four hours of service from Monday, 13:00 in Budapest: three are left of the day.
        assertThat(opened.chaseAt()).isEqualTo(Instant.parse("2026-11-17T08:00:00Z"));
    }

    @Test
    void an_answer_by_mail_counts_as_one_that_somebody_recorded_and_says_where_it_came_from() {
        VendorCaseEntry answer = opened.answerByMail("Which version?", "support@vendor.example", 77, HOURS, hours(1));

        assertThat(opened.state()).isEqualTo(VendorCaseState.ANSWERED);
        assertThat(opened.respondedAt()).isEqualTo(hours(1));
        assertThat(opened.chaseAt()).isNull();
        assertThat(answer.mailedFrom()).isEqualTo("support@vendor.example");
        assertThat(answer.messageId()).isEqualTo(77);
        assertThat(answer.byId()).isNull();
        refused("required", () -> opened.answerByMail(" ", "support@vendor.example", 78, HOURS, hours(2)));
    }

    @Test
    void two_answers_in_a_row_are_one_pause() {
        opened.answer("We look into it", L3, HOURS, hours(1));
        opened.answer("Which version?", L3, HOURS, hours(2));
        opened.tell("7.3.1", L3, null, HOURS, hours(3));

        assertThat(opened.pauses()).containsExactly(Pause.between(hours(1), hours(3), "ANSWERED"));
        assertThat(opened.respondedAt()).isEqualTo(hours(1));
    }

    @Test
    void what_we_add_while_the_vendor_owes_an_answer_gives_it_no_more_time() {
        opened.tell("It is worse than we said", L3, null, HOURS, hours(2));

        assertThat(opened.responseDue()).isEqualTo(ANSWER_DUE);
        assertThat(opened.resolutionDue()).isEqualTo(SOLUTION_DUE);
        assertThat(opened.chaseAt()).isEqualTo(ANSWER_DUE);
    }

    @Test
    void it_is_chased_when_the_answer_is_due_then_as_often_as_agreed_and_when_the_solution_is_due() {
        VendorCaseEntry first = opened.chase("support@vendor.example", HOURS, ANSWER_DUE);
        assertThat(first.reason()).isEqualTo(ChaserReason.NO_RESPONSE);
        assertThat(first.mailedTo()).isEqualTo("support@vendor.example");
        assertThat(first.byId()).isNull();
        // Two hours are left of Monday, two more come on Tuesday.
        assertThat(opened.chaseAt()).isEqualTo(Instant.parse("2026-11-17T09:00:00Z"));

        opened.chase(null, HOURS, opened.chaseAt());
        assertThat(opened.chaseAt()).isEqualTo(Instant.parse("2026-11-17T13:00:00Z"));
        opened.chase(null, HOURS, opened.chaseAt().plus(Duration.ofMinutes(30)));
        assertThat(opened.chaseAt()).as("half an hour before the next four hours are over").isEqualTo(SOLUTION_DUE);
        assertThat(opened.chase(null, HOURS, opened.chaseAt()).reason()).isEqualTo(ChaserReason.NO_SOLUTION);
        assertThat(opened.chaseAt()).isEqualTo(Instant.parse("2026-11-18T13:00:00Z"));
        assertThat(opened.chasers()).isEqualTo(4);
        assertThat(opened.entries()).extracting(VendorCaseEntry::ordinal).containsExactly(0, 1, 2, 3);
    }

    @Test
    void a_vendor_that_answered_once_and_is_silent_since_is_asked_how_far_it_is() {
        opened.answer("We look into it", L3, HOURS, hours(1));
        opened.tell("Thank you", L3, null, HOURS, hours(1));

        assertThat(opened.chase(null, HOURS, opened.chaseAt()).reason()).isEqualTo(ChaserReason.NO_WORD);
    }

    @Test
    void a_chaser_that_comes_late_is_one_chaser() {
        opened.chase(null, HOURS, Instant.parse("2026-11-17T12:00:00Z"));

        assertThat(opened.chaseAt()).isAfter(Instant.parse("2026-11-17T12:00:00Z"));
    }

    @Test
    void a_clock_that_goes_back_neither_turns_the_order_round_nor_chases_again_at_once() {
        opened.chase(null, HOURS, ANSWER_DUE);
        Instant next = opened.chaseAt();
        opened.answer("Here", L3, HOURS, MONDAY);
        opened.tell("Thank you", L3, null, HOURS, MONDAY);

        assertThat(opened.entries()).extracting(VendorCaseEntry::at).isSorted().first().isEqualTo(ANSWER_DUE);
        assertThat(opened.chaseAt()).isEqualTo(next);
    }

    @Test
    void an_end_is_final() {
        opened.solve("Update 7.3.2 helps", L3, hours(2));

        assertThat(opened.state()).isEqualTo(VendorCaseState.SOLVED);
        assertThat(opened.chaseAt()).isNull();
        assertThat(opened.endedAt()).isEqualTo(hours(2));
        refused("vendor-case-ended", () -> opened.tell("More", L3, null, HOURS, hours(3)));
        refused("vendor-case-ended", () -> opened.answer("More", L3, HOURS, hours(3)));
        refused("vendor-case-ended", () -> opened.solve("More", L3, hours(3)));
        refused("vendor-case-ended", () -> opened.withdraw("More", L3, null, hours(3)));
        refused("vendor-case-ended", () -> opened.hand(4));
        assertThat(opened.refer("0041")).as("their number may be put right").isTrue();
        assertThat(opened.refer(" 0041 ")).isFalse();
    }

    @Test
    void other_hours_move_what_is_due_and_lose_no_pause() {
        opened.answer("Which version?", L3, HOURS, hours(1));
        opened.tell("7.3.1", L3, null, HOURS, hours(2));
        Instant before = opened.resolutionDue();

        assertThat(opened.follow(HOURS)).isEmpty();
        assertThat(opened.resolutionDue()).as("the same hours give the same").isEqualTo(before);

        opened.follow(ServiceCalendar.of(Map.of("zone", "UTC", "hours", Map.of("MONDAY", List.of(List.of("00:00", "24:00"))))));
        assertThat(opened.resolutionDue()).isEqualTo(Instant.parse("2026-11-23T02:00:00Z"));
        assertThat(opened.chaseAt()).isEqualTo(hours(6));
    }

    @Test
    void the_same_hours_move_no_reminder_whatever_was_said_since_the_last_one() {
        opened.chase(null, HOURS, ANSWER_DUE);
        opened.tell("It is worse than we said", L3, null, HOURS, Instant.parse("2026-11-16T14:00:00Z"));
        Instant next = opened.chaseAt();

        assertThat(opened.follow(HOURS)).isEmpty();
        assertThat(opened.chaseAt()).isEqualTo(next);
    }

    @Test
    void nothing_is_asked_without_words() {
        refused("required", () -> open(MONDAY, " ", "It is broken"));
        refused("required", () -> open(MONDAY, "Broken", " "));
        refused("too-long", () -> open(MONDAY, "Broken", "x".repeat(VendorCase.LONGEST + 1)));
        refused("required", () -> opened.tell(" ", L3, null, HOURS, MONDAY));
        refused("required", () -> opened.solve(null, L3, MONDAY));
        assertThat(opened.state()).isEqualTo(VendorCaseState.OPEN);
    }

    @Test
    void an_underpinning_contract_names_what_is_wrong_with_it() {
        assertThatThrownBy(() -> new UnderpinningContract(null, "HOURS", Map.of(), Duration.ofHours(4)))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refusal -> assertThat(refusal.field()).isEqualTo("contract.targets.P1.response"));
        refused("vendor-times-out-of-order", () -> contract(new VendorTimes(Duration.ofHours(4), Duration.ofHours(3)), Duration.ofHours(4)));
        refused("vendor-time-out-of-range", () -> contract(new VendorTimes(Duration.ofSeconds(90), null), Duration.ofHours(4)));
        refused("vendor-time-out-of-range", () -> contract(new VendorTimes(Duration.ofHours(4), null), Duration.ZERO));
        refused("required", () -> contract(new VendorTimes(Duration.ofHours(4), null), null));
        refused("vendor-portal-malformed", () -> new VendorAddress(null, null, "javascript:alert(1)", "en"));
        assertThat(new VendorAddress(" ", null, "https://vendor.example/support", "nl").email()).isNull();
    }

    private static VendorCase open(Instant at) {
        return open(at, "Signature library", "The time stamp is an hour late.");
    }

    private static VendorCase open(Instant at, String subject, String description) {
        Vendor vendor = GivenIds.give(Vendor.record(
                "SIGNER",
                "Signer Inc.",
                new VendorAddress("support@vendor.example", null, null, "en"),
                contract(new VendorTimes(Duration.ofHours(4), Duration.ofHours(16)), Duration.ofHours(4))));
        VendorCase opened = GivenIds.give(VendorCase.open(
                new TicketRef(7, "CS-7", 8, 9), Priority.P3, vendor, new VendorCase.Question(subject, description, null), L3, HOURS, at));
        opened.numbered();
        return opened;
    }

    private static UnderpinningContract contract(VendorTimes times, Duration chaseEvery) {
        Map<Priority, VendorTimes> targets = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            targets.put(priority, times);
        }
        return new UnderpinningContract("UC-1", "HOURS", targets, chaseEvery);
    }

    private static Instant hours(int count) {
        return MONDAY.plus(Duration.ofHours(count));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
