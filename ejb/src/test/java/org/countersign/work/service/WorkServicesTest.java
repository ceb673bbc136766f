package org.countersign.work.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.IsoWeek;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.work.model.Activity;
import org.countersign.work.model.LineState;
import org.countersign.work.model.SettlementManner;
import org.countersign.work.model.TimesheetState;
import org.countersign.work.model.WorkEvent.TimesheetAwaitingConfirmation;
import org.countersign.work.model.WorkEvent.TimesheetConfirmed;
import org.countersign.work.service.PreparedTimesheet.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class WorkServicesTest {

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();
    private static final IsoWeek W47 = IsoWeek.parse("2026-W47");
    private static final IsoWeek W48 = IsoWeek.parse("2026-W48");

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private String ticket;

    @BeforeEach
    void a_customer_with_a_ticket_on_a_friday() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "W" + CUSTOMERS.incrementAndGet());
        at("2026-11-16T08:00:00Z");
        ticket = database.inTransaction(() -> customer.ticket(wiring, "Broken").number());
        at("2026-11-20T16:00:00Z");
        asAgent();
    }

    private void at(String instant) {
        wiring.clock().moveTo(Instant.parse(instant));
    }

    private void asAgent() {
        wiring.calledBy("w" + customer.code().substring(1) + "-agent");
    }

    private void asContact() {
        wiring.calledBy("w" + customer.code().substring(1) + "-contact");
    }

    private static BookWork work(String start, int minutes) {
        return new BookWork(Instant.parse(start), minutes, null, Activity.ANALYSIS, null, null, "Looked at it");
    }

    private long book(BookWork command) {
        return database.inTransaction(() -> wiring.get(WorkLogging.class).book(ticket, command));
    }

    private PreparedTimesheet prepare(IsoWeek week) {
        return database.inTransaction(() -> wiring.get(TimesheetPreparation.class).prepare(customer.contractId(), week, 17L));
    }

    private TimesheetView view(long id) {
        return database.inTransaction(() -> wiring.get(WorkQueries.class).timesheet(id));
    }

    private void confirm(long id, long revision) {
        asContact();
        database.inTransaction(() -> wiring.get(TimesheetConfirmation.class).confirm(id, revision));
    }

    private void dispute(long id, long line, String reason) {
        asContact();
        database.inTransaction(() -> wiring.get(TimesheetConfirmation.class).dispute(id, line, reason, null));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    @Test
    void one_person_does_one_thing_at_a_time() {
        book(work("2026-11-17T10:00:00Z", 60));
        refused("work-overlaps", () -> book(work("2026-11-17T10:59:00Z", 5)));
        refused("work-overlaps", () -> book(work("2026-11-17T09:00:00Z", 61)));
        book(work("2026-11-17T11:00:00Z", 30));
        book(work("2026-11-17T09:00:00Z", 60));
        assertThat(database.inTransaction(() -> wiring.get(WorkQueries.class).ofTicket(ticket)))
                .extracting(WorkEntry::minutes)
                .containsExactly(60, 60, 30);
    }

    @Test
    void travel_is_booked_on_a_visit_that_the_customer_approved() {
        long visit = database.inTransaction(() ->
                wiring.get(VisitPlanning.class).propose(ticket, Instant.parse("2026-11-21T08:00:00Z"), "Replace the switch"));
        at("2026-11-21T12:00:00Z");
        BookWork onSite =
                new BookWork(Instant.parse("2026-11-21T08:00:00Z"), 60, null, Activity.IMPLEMENTATION, 90, visit, null);
        refused("visit-not-approved", () -> book(onSite));
        asContact();
        database.inTransaction(() -> wiring.get(VisitPlanning.class).approve(visit, null));
        refused("visit-already-decided", () ->
                database.inTransaction(() -> wiring.get(VisitPlanning.class).decline(visit, "No", null)));
        asAgent();
        book(onSite);
        PreparedTimesheet sheet = prepare(W47);
        assertThat(sheet.totalMinutes()).isEqualTo(150);
        assertThat(database.inTransaction(
                        () -> wiring.get(WorkQueries.class).minutesByActivity(customer.contractId(), YearMonth.of(2026, 11))))
                .containsExactly(new ActivityMinutes(Activity.IMPLEMENTATION, 60, 90));
    }

    @Test
    void a_visit_of_another_ticket_carries_no_travel() {
        long visit = database.inTransaction(() -> {
            String other = customer.ticket(wiring, "Other").number();
            return wiring.get(VisitPlanning.class).propose(other, Instant.parse("2026-11-21T08:00:00Z"), "Look");
        });
        refused("visit-of-other-ticket", () ->
                book(new BookWork(Instant.parse("2026-11-17T10:00:00Z"), 60, null, Activity.OTHER, 30, visit, null)));
    }

    @Test
    void a_week_is_cut_once_and_work_booked_late_goes_onto_the_next_sheet() {
        long first = book(work("2026-11-17T10:00:00Z", 60));
        PreparedTimesheet sheet = prepare(W47);
        assertThat(sheet.outcome()).isEqualTo(Outcome.CREATED);
        assertThat(sheet.cutOffAt()).isEqualTo(Instant.parse("2026-11-20T16:00:00Z"));
        book(work("2026-11-18T10:00:00Z", 15));
        PreparedTimesheet again = prepare(W47);
        assertThat(again.outcome()).isEqualTo(Outcome.ALREADY_THERE);
        assertThat(again.timesheetId()).isEqualTo(sheet.timesheetId());
        assertThat(again.totalMinutes()).isEqualTo(60);
        assertThat(wiring.events().fired(TimesheetAwaitingConfirmation.class)).hasSize(1);
        refused("work-on-timesheet", () -> database.inTransaction(
                () -> wiring.get(WorkLogging.class).change(first, work("2026-11-17T10:00:00Z", 61), null)));
        refused("work-on-timesheet", () -> database.inTransaction(() -> wiring.get(WorkLogging.class).remove(first, null)));
        refused("week-not-begun", () -> prepare(W48));
        at("2026-11-30T05:00:00Z");
        PreparedTimesheet next = prepare(W48);
        assertThat(next.totalMinutes()).isEqualTo(15);
        assertThat(next.cutOffAt()).isNull();
    }

    @Test
    void a_week_without_work_has_no_sheet_until_there_is_work() {
        assertThat(prepare(W47).outcome()).isEqualTo(Outcome.EMPTY);
        book(work("2026-11-17T10:00:00Z", 60));
        assertThat(prepare(W47).outcome()).isEqualTo(Outcome.CREATED);
    }

    @Test
    void when_every_line_is_confirmed_the_sheet_is_sealed_with_the_hash_of_what_it_says() throws Exception {
        book(work("2026-11-17T10:00:00Z", 60));
        long id = prepare(W47).timesheetId();
        TimesheetView before = view(id);
        confirm(id, before.sheet().revision());
        TimesheetView sealed = view(id);
        assertThat(sealed.sheet().state()).isEqualTo(TimesheetState.CONFIRMED);
        assertThat(sealed.lines()).extracting(TimesheetView.Line::state).containsOnly(LineState.CONFIRMED);
        String canonical = "countersign-timesheet-1\tDESK-" + customer.code() + "\t2026-W47\t1\t60\n1\t" + ticket + "\tAgent "
                + customer.code() + "\tANALYSIS\t2026-11-17\t2026-11-17T10:00:00Z\t60\t0\tLooked at it\n";
        assertThat(sealed.seal().contentHash())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8))));
        assertThat(wiring.events().fired(TimesheetConfirmed.class)).hasSize(1);
    }

    @Test
    void a_second_click_and_everything_after_the_seal_is_refused() {
        book(work("2026-11-17T10:00:00Z", 60));
        long id = prepare(W47).timesheetId();
        TimesheetView seen = view(id);
        confirm(id, seen.sheet().revision());
        refused("changed-meanwhile", () -> confirm(id, seen.sheet().revision()));
        refused("timesheet-confirmed", () -> confirm(id, view(id).sheet().revision()));
        refused("timesheet-confirmed", () -> dispute(id, seen.lines().get(0).id(), "Too long"));
        assertThat(wiring.events().fired(TimesheetConfirmed.class)).hasSize(1);
    }

    @Test
    void a_disputed_line_waits_while_the_others_are_confirmed() {
        book(work("2026-11-17T10:00:00Z", 60));
        book(work("2026-11-18T10:00:00Z", 30));
        long id = prepare(W47).timesheetId();
        long disputed = view(id).lines().get(0).id();
        dispute(id, disputed, "That was half an hour");
        refused("line-already-disputed", () -> dispute(id, disputed, "Really"));
        confirm(id, view(id).sheet().revision());
        assertThat(view(id).sheet().state()).isEqualTo(TimesheetState.DISPUTED);
        assertThat(view(id).lines()).extracting(TimesheetView.Line::state).containsExactly(LineState.DISPUTED, LineState.CONFIRMED);
        refused("nothing-to-confirm", () -> confirm(id, view(id).sheet().revision()));

        asAgent();
        refused("correction-not-lower", () -> correct(id, disputed, 61));
        correct(id, disputed, 30);
        TimesheetView corrected = view(id);
        assertThat(corrected.sheet().state()).isEqualTo(TimesheetState.AWAITING);
        assertThat(corrected.sheet().totalMinutes()).isEqualTo(60);
        assertThat(corrected.lines().get(0).minutes()).isEqualTo(30);
        assertThat(corrected.lines().get(0).bookedMinutes()).isEqualTo(60);
        assertThat(corrected.lines().get(0).settlement()).isEqualTo(SettlementManner.CORRECTED);
        assertThat(database.inTransaction(
                        () -> wiring.get(WorkQueries.class).minutesByActivity(customer.contractId(), YearMonth.of(2026, 11))))
                .containsExactly(new ActivityMinutes(Activity.ANALYSIS, 60, 0));
        confirm(id, corrected.sheet().revision());
        assertThat(view(id).sheet().state()).isEqualTo(TimesheetState.CONFIRMED);
    }

    private void correct(long id, long line, int minutes) {
        database.inTransaction(
                () -> wiring.get(TimesheetConfirmation.class).correct(id, line, minutes, 0, "You are right", null));
    }

    @Test
    void another_organisations_sheet_does_not_exist() {
        book(work("2026-11-17T10:00:00Z", 60));
        long id = prepare(W47).timesheetId();
        SampleCustomer other = SampleCustomer.store(database, wiring, "X" + CUSTOMERS.incrementAndGet());
        wiring.calledBy("x" + other.code().substring(1) + "-contact");
        refused("not-found", () -> view(id));
        refused("not-found", () -> database.inTransaction(() -> wiring.get(TimesheetConfirmation.class).confirm(id, 1)));
        CursorPage<TimesheetRow> own =
                database.inTransaction(() -> wiring.get(WorkQueries.class).timesheets(TimesheetFilter.ALL, null, null));
        assertThat(own.items()).isEmpty();
        asContact();
        assertThat(database.inTransaction(() -> wiring.get(WorkQueries.class)
                                .timesheets(new TimesheetFilter(W47, "DESK-" + customer.code(), TimesheetState.AWAITING), 1, null))
                        .items())
                .extracting(TimesheetRow::id)
                .containsExactly(id);
    }

    @Test
    void the_applications_role_can_change_neither_a_line_nor_a_decision_nor_a_seal() {
        for (String table : new String[] {
            "timesheet_line", "timesheet_dispute", "timesheet_settlement", "timesheet_line_confirmation", "timesheet_confirmation"
        }) {
            assertThatThrownBy(() -> database.executeAsApplication("UPDATE " + table + " SET timesheet_id = timesheet_id"))
                    .as(table)
                    .isInstanceOf(SQLException.class);
            assertThatThrownBy(() -> database.executeAsApplication("DELETE FROM " + table))
                    .as(table)
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    void no_statement_makes_a_sheet_confirmed_that_nobody_sealed() {
        book(work("2026-11-17T10:00:00Z", 60));
        long id = prepare(W47).timesheetId();
        assertThatThrownBy(() -> database.executeAsApplication(
                        "UPDATE timesheet SET state = 'CONFIRMED', confirmed_lines = line_count WHERE id = ?", id))
                .isInstanceOf(SQLException.class);
    }
}
