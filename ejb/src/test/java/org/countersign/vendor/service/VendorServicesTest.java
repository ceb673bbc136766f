package org.countersign.vendor.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.audit.service.AuditRecorder;
import org.countersign.customer.service.ServiceCalendars;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.TestDatabase;
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketAction;
import org.countersign.ticket.model.TicketEvent.TicketEscalated;
import org.countersign.ticket.model.TicketState;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.service.TicketHandling;
import org.countersign.ticket.service.TicketQueries;
import org.countersign.ticket.service.TicketResolution;
import org.countersign.vendor.model.ChaserReason;
import org.countersign.vendor.model.EntryKind;
import org.countersign.vendor.model.VendorCaseState;
import org.countersign.vendor.model.VendorCases;
import org.countersign.vendor.model.VendorEvent.VendorCaseHanded;
import org.countersign.vendor.model.VendorEvent.VendorCaseOpened;
import org.countersign.vendor.model.VendorEvent.VendorCaseSolved;
import org.countersign.vendor.model.VendorEvent.VendorCaseWithdrawn;
import org.countersign.vendor.model.VendorEvent.VendorChased;
import org.countersign.vendor.model.VendorEvent.VendorClockMoved;
import org.countersign.vendor.model.VendorEvent.VendorRecorded;
import org.countersign.vendor.model.VendorEvent.VendorReferenceRecorded;
import org.countersign.vendor.model.VendorEvent.VendorTold;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Vendors and their cases through their services, on the database. */
@OnEachDatabase
class VendorServicesTest {

    @Parameter
    TestDatabase database;

    private VendorFixture fixture;

    @BeforeEach
    void a_vendor() throws SQLException {
        fixture = new VendorFixture(database);
    }

    @Test
    void a_vendor_is_recorded_as_a_whole_and_what_changed_is_told() {
        VendorView recorded = find();
        assertThat(recorded.name()).isEqualTo("Signer Inc.");
        assertThat(recorded.address().language()).isEqualTo("nl");
        assertThat(recorded.contract().targets()).hasSize(5);
        fixture.wiring().events().forget();

        assertThat(record(fixture.vendor(Duration.ofHours(4)), recorded.version())).isFalse();
        assertThat(fixture.wiring().events().fired()).as("nothing differs").isEmpty();

        record(fixture.vendor(Duration.ofHours(2)), recorded.version());
        assertThat(fixture.wiring().events().fired(VendorRecorded.class)).singleElement().satisfies(event -> assertThat(event.changes())
                .contains("contract.P1.response: PT4H → PT2H", "contract.P5.response: PT4H → PT2H")
                .doesNotContain("resolution"));
        refused("changed-meanwhile", () -> record(fixture.vendor(Duration.ofHours(1)), recorded.version() - 1));
    }

    @Test
    void who_saw_the_promises_before_they_changed_does_not_overwrite_them() {
        long seen = find().version();
        record(fixture.vendor(Duration.ofHours(2)), seen);

        assertThat(find().version()).isNotEqualTo(seen);
        refused("changed-meanwhile", () -> record(fixture.vendor(Duration.ofHours(3)), seen));
        assertThat(find().contract().targets().get(org.countersign.ticket.model.Priority.P1).response()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void a_promise_that_its_calendar_never_keeps_is_refused() {
        RecordVendor wanted = fixture.vendor(Duration.ofHours(4));
        refused("calendar-unknown", () -> record(with(wanted, "NOWHERE"), null));
        fixture.asManager(() -> fixture.get(ServiceCalendars.class)
                .record(
                        "MINUTE-A-WEEK",
                        Map.of("zone", "UTC", "hours", Map.of("MONDAY", List.of(List.of("08:00", "08:01")))),
                        null,
                        null));
        refused("vendor-time-never", () -> record(with(wanted, "MINUTE-A-WEEK"), null));
    }

    @Test
    void vendors_are_found_by_code_and_name_and_read_page_by_page() {
        String text = "paged-" + fixture.customer().code().toLowerCase(Locale.ROOT);
        for (int i = 0; i < 6; i++) {
            record(called(text.toUpperCase(Locale.ROOT) + i, i == 0 ? "100%_" + text : "Vendor"), null);
        }

        CursorPage<VendorView> first = vendors(text, 4, null);
        assertThat(first.items()).hasSize(4).extracting(VendorView::code).isSorted();
        assertThat(first.items()).allSatisfy(vendor -> assertThat(vendor.contract().targets()).isNotEmpty());
        CursorPage<VendorView> last = vendors(text, 4, first.next());
        assertThat(last.items()).hasSize(2).extracting(VendorView::code).isSorted();
        assertThat(last.next()).isNull();
        assertThat(vendors("100%_" + text, null, null).items()).extracting(VendorView::name).containsExactly("100%_" + text);
        assertThat(vendors("100_" + text, null, null).items()).isEmpty();
        assertThat(database.statements().count(() -> vendors(text, 6, null)))
                .isEqualTo(database.statements().count(() -> vendors(text, 2, null)));
        refused("limit-out-of-range", () -> vendors(null, 501, null));
        assertThat(fixture.asAgent(() -> fixture.get(VendorDirectory.class).known("NOBODY-" + text))).isEmpty();
    }

    private CursorPage<VendorView> vendors(String text, Integer limit, String after) {
        return fixture.asAgent(() -> fixture.get(VendorDirectory.class).list(text, limit, after));
    }

    private RecordVendor called(String code, String name) {
        RecordVendor like = fixture.vendor(Duration.ofHours(4));
        return new RecordVendor(
                code, name, code.toLowerCase(Locale.ROOT) + "@vendor.example", like.phone(), like.portal(), like.language(),
                like.contractReference(), like.calendar(), like.targets(), like.chaseEvery());
    }

    @Test
    void opening_a_case_takes_the_ticket_to_the_vendor() {
        String ticket = fixture.ticket();

        String number = fixture.open(ticket);

        Ticket gone = fixture.read(ticket);
        assertThat(gone.level()).isEqualTo(SupportLevel.VENDOR);
        assertThat(gone.withVendorSince()).isEqualTo(now());
        assertThat(gone.state()).isEqualTo(TicketState.IN_PROGRESS);
        assertThat(fixture.wiring().events().fired(TicketEscalated.class)).singleElement().satisfies(event -> {
            assertThat(event.to()).isEqualTo(SupportLevel.VENDOR);
            assertThat(event.reason()).isEqualTo("Signer Inc.: Signature library");
        });
        VendorCaseView shown = fixture.show(number);
        assertThat(number).startsWith("VC-");
        assertThat(shown.ticket()).isEqualTo(ticket);
        assertThat(shown.state()).isEqualTo(VendorCaseState.OPEN);
        assertThat(shown.responseDue()).isEqualTo("2026-11-16T13:00:00Z");
        assertThat(shown.resolutionDue()).isEqualTo("2026-11-18T09:00:00Z");
        assertThat(shown.owner().account()).isEqualTo(fixture.agent());
        assertThat(fixture.wiring().events().fired(VendorCaseOpened.class)).singleElement().satisfies(event -> {
            assertThat(event.subjectType()).isEqualTo("ticket");
            assertThat(event.subjectId()).isEqualTo(ticket);
            assertThat(event.facts()).containsEntry("number", number).containsEntry("vendor", "SIGNER").doesNotContainKey("description");
        });
    }

    @Test
    void a_ticket_on_hold_may_go_to_the_vendor_and_one_that_nobody_works_on_may_not() {
        String waiting = fixture.ticket();
        fixture.step(() -> desk().hold(waiting, Hold.open(HoldReason.AWAITING_CUSTOMER, null), null));
        fixture.open(waiting);
        assertThat(fixture.read(waiting).level()).isEqualTo(SupportLevel.VENDOR);

        String resolved = fixture.ticket();
        fixture.step(() -> desk().resolve(resolved, "Restarted", null));
        refused("vendor-case-needs-work", () -> fixture.open(resolved));
        refused("not-found", () -> fixture.open("CS-1"));
        refused("vendor-unknown", () -> fixture.asAgent(
                () -> handling().open(new OpenVendorCase(fixture.ticket(), "NOBODY", "Subject", "Description", null), null)));
    }

    @Test
    void escalating_to_the_vendor_without_a_case_stays_possible() {
        String ticket = fixture.ticket();
        fixture.step(() -> desk().escalate(ticket, SupportLevel.VENDOR, "On the phone with them", null));

        assertThat(fixture.read(ticket).withVendorSince()).isNull();
        fixture.open(ticket);
        assertThat(fixture.wiring().events().fired(TicketEscalated.class)).as("it is there already").hasSize(1);
    }

    @Test
    void nothing_is_resolved_while_a_case_is_open() {
        String ticket = fixture.ticket();
        String first = fixture.open(ticket);
        String second = fixture.open(ticket);

        assertThat(fixture.asAgent(() -> fixture.get(TicketQueries.class).find(ticket)).legalActions())
                .contains(TicketAction.ASSIGN)
                .doesNotContain(TicketAction.RESOLVE);
        assertThatThrownBy(() -> fixture.step(() -> desk().resolve(ticket, "Solved", null)))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> {
                    assertThat(refusal.code()).isEqualTo("vendor-case-open");
                    assertThat(refusal.arguments()).containsExactly(ticket, first + ", " + second);
                });
        fixture.wiring().clock().advance(Duration.ofHours(1));
        fixture.step(() -> handling().solve(first, "Update 7.3.2", null));
        refused("vendor-case-open", () -> fixture.step(() -> desk().resolve(ticket, "Solved", null)));
        fixture.step(() -> handling().withdraw(second, "No longer needed", null));

        assertThat(fixture.read(ticket).withVendorSince()).isNull();
        fixture.step(() -> desk().resolve(ticket, "Solved", null));
        assertThat(fixture.read(ticket).state()).isEqualTo(TicketState.RESOLVED);
    }

    @Test
    void the_oldest_open_case_says_since_when_the_ticket_is_with_the_vendor() {
        String ticket = fixture.ticket();
        Instant since = now();
        String first = fixture.open(ticket);
        fixture.wiring().clock().advance(Duration.ofHours(1));
        String second = fixture.open(ticket);
        assertThat(fixture.read(ticket).withVendorSince()).isEqualTo(since);

        fixture.step(() -> handling().solve(first, "Done", null));
        assertThat(fixture.read(ticket).withVendorSince()).isEqualTo(since.plus(Duration.ofHours(1)));
        fixture.step(() -> handling().solve(second, "Done", null));
        assertThat(fixture.read(ticket).withVendorSince()).isNull();
        refused("vendor-case-ended", () -> fixture.step(() -> handling().solve(second, "Done", null)));
        assertThat(fixture.wiring().events().fired(VendorCaseSolved.class)).hasSize(2).last().satisfies(event -> {
            assertThat(event.before()).isEqualTo(VendorCaseState.OPEN);
            assertThat(event.ending()).isEqualTo("Done");
        });
    }

    @Test
    void the_database_keeps_a_ticket_that_is_with_a_vendor_from_being_resolved() {
        String ticket = fixture.ticket();
        fixture.open(ticket);

        assertThatThrownBy(() -> database.executeAsApplication("UPDATE ticket SET state = 'RESOLVED' WHERE number = ?", ticket))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication("DELETE FROM vendor_case")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication("UPDATE vendor_case_entry SET text = 'never said'"))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void a_resolution_and_a_new_case_do_not_pass_each_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        fixture.wiring().calledBy(fixture.agent());
        try {
            for (int round = 0; round < 10; round++) {
                String ticket = fixture.ticket();
                CountDownLatch both = new CountDownLatch(2);
                Future<Boolean> resolved = threads.submit(() -> done(both, () -> desk().resolve(ticket, "Solved", null)));
                Future<Boolean> opened = threads.submit(() -> done(
                        both, () -> handling().open(new OpenVendorCase(ticket, VendorFixture.VENDOR, "Late", "An hour.", null), null)));
                boolean isResolved = resolved.get(60, TimeUnit.SECONDS);
                boolean isOpened = opened.get(60, TimeUnit.SECONDS);

                assertThat(isResolved && isOpened).as("round " + round + ": one of the two at most").isFalse();
                Ticket after = fixture.read(ticket);
                assertThat(after.state() == TicketState.RESOLVED).isEqualTo(isResolved);
                assertThat(after.withVendorSince() != null).isEqualTo(isOpened);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void the_last_case_s_end_and_a_new_case_do_not_pass_each_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        fixture.wiring().calledBy(fixture.agent());
        try {
            for (int round = 0; round < 10; round++) {
                String ticket = fixture.ticket();
                String first = fixture.open(ticket);
                CountDownLatch both = new CountDownLatch(2);
                Future<Boolean> ended = threads.submit(() -> done(both, () -> handling().solve(first, "Solved", null)));
                Future<Boolean> opened = threads.submit(() -> done(
                        both, () -> handling().open(new OpenVendorCase(ticket, VendorFixture.VENDOR, "Late", "An hour.", null), null)));
                assertThat(ended.get(60, TimeUnit.SECONDS)).isTrue();
                assertThat(opened.get(60, TimeUnit.SECONDS)).isTrue();
                assertThat(fixture.read(ticket).withVendorSince()).as("round " + round).isNotNull();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Whether the work was done, begun when everybody is ready. */
    private boolean done(CountDownLatch ready, Runnable work) {
        try {
            database.inNewTransaction(() -> {
                ready.countDown();
                try {
                    ready.await(30, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                work.run();
                return null;
            });
            return true;
        } catch (RuntimeException refused) {
            return false;
        }
    }

    @Test
    void correspondence_moves_the_clock_and_stays_on_record() {
        String number = fixture.open(fixture.ticket());
        fixture.wiring().clock().advance(Duration.ofHours(1));
        fixture.step(() -> handling().answer(number, "Which version?", null));
        fixture.wiring().clock().advance(Duration.ofHours(2));
        assertThat(fixture.show(number).resolutionDue()).isNull();
        fixture.step(() -> handling().tell(number, "7.3.1", null));

        VendorCaseView shown = fixture.show(number);
        assertThat(shown.respondedAt()).isEqualTo("2026-11-16T10:00:00Z");
        assertThat(shown.resolutionDue()).isEqualTo("2026-11-18T11:00:00Z");
        assertThat(shown.response().consumed()).isEqualTo(Duration.ofHours(1));
        assertThat(shown.resolution().consumed()).isEqualTo(Duration.ofHours(1));
        assertThat(shown.breached()).isEmpty();
        assertThat(shown.correspondence())
                .extracting(VendorCaseView.Entry::kind, VendorCaseView.Entry::text)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(EntryKind.ANSWERED, "Which version?"),
                        org.assertj.core.groups.Tuple.tuple(EntryKind.TOLD, "7.3.1"));
        assertThat(shown.correspondence().get(0).by().account()).isEqualTo(fixture.agent());
    }

    @Test
    void what_the_vendor_is_told_says_where_it_went_and_its_words_stay_with_the_case() {
        String number = fixture.open(fixture.ticket());
        fixture.step(() -> handling().tell(number, "7.3.1", null));

        assertThat(fixture.show(number).mailedTo()).isEqualTo("support@signer.example");
        assertThat(fixture.show(number).correspondence()).singleElement().satisfies(entry -> assertThat(entry.mailedTo())
                .isEqualTo("support@signer.example"));
        assertThat(fixture.wiring().events().fired(VendorCaseOpened.class)).singleElement().satisfies(event -> {
            assertThat(event.letter().text()).isEqualTo("The time stamp is an hour late.");
            assertThat(event.letter().language()).isEqualTo("nl");
            assertThat(event.facts()).containsEntry("mailedTo", "support@signer.example").doesNotContainKey("letter");
        });
        assertThat(fixture.wiring().events().fired(VendorTold.class)).singleElement().satisfies(event -> {
            assertThat(event.letter().text()).isEqualTo("7.3.1");
            assertThat(event.facts()).containsEntry("entry", 0).doesNotContainKey("letter");
        });
    }

    @Test
    void a_vendor_without_an_address_is_told_by_other_means() {
        RecordVendor known = fixture.vendor(Duration.ofHours(4));
        record(
                new RecordVendor(
                        known.code(), known.name(), null, known.phone(), known.portal(), known.language(), known.contractReference(),
                        known.calendar(), known.targets(), known.chaseEvery()),
                null);
        String number = fixture.open(fixture.ticket());
        fixture.step(() -> handling().tell(number, "7.3.1", null));

        assertThat(fixture.show(number).mailedTo()).isNull();
        assertThat(fixture.show(number).correspondence()).singleElement().satisfies(entry -> assertThat(entry.mailedTo()).isNull());
    }

    @Test
    void reference_and_owner_are_recorded_with_what_they_were() {
        String number = fixture.open(fixture.ticket());
        String other = fixture.customer().code().toLowerCase(java.util.Locale.ROOT) + "-agent";

        fixture.step(() -> handling().amend(number, "0041-7733", null, null));
        fixture.step(() -> handling().amend(number, "0041-7734", other, null));

        assertThat(fixture.show(number).reference()).isEqualTo("0041-7734");
        assertThat(fixture.show(number).owner().account()).isEqualTo(other);
        assertThat(fixture.wiring().events().fired(VendorReferenceRecorded.class)).hasSize(2).last().satisfies(event -> {
            assertThat(event.before()).isEqualTo("0041-7733");
            assertThat(event.after()).isEqualTo("0041-7734");
        });
        assertThat(fixture.wiring().events().fired(VendorCaseHanded.class)).singleElement().satisfies(event -> assertThat(event.before())
                .isEqualTo(fixture.agent()));
        refused("required", () -> fixture.step(() -> handling().amend(number, null, null, null)));
        refused("assignee-unknown", () -> fixture.step(() -> handling().amend(number, null, "nobody", null)));
        refused("changed-meanwhile", () -> fixture.step(() -> handling().tell(number, "Hello", 1L)));
    }

    @Test
    void a_silent_vendor_is_chased_once_each_time_that_it_is_due() {
        String number = fixture.open(fixture.ticket());
        assertThat(fixture.sweep()).isZero();
        fixture.wiring().clock().advance(Duration.ofHours(4));

        assertThat(fixture.sweep()).isEqualTo(1);
        assertThat(fixture.sweep()).isZero();

        VendorCaseView shown = fixture.show(number);
        assertThat(shown.chasers()).isEqualTo(1);
        assertThat(shown.chaseAt()).isEqualTo("2026-11-17T09:00:00Z");
        assertThat(shown.correspondence()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.CHASED);
            assertThat(entry.reason()).isEqualTo(ChaserReason.NO_RESPONSE);
            assertThat(entry.mailedTo()).isEqualTo("support@signer.example");
            assertThat(entry.by()).isNull();
        });
        assertThat(fixture.wiring().events().fired(VendorChased.class)).singleElement().satisfies(event -> {
            assertThat(event.chaser()).isEqualTo(1);
            assertThat(event.parties().due()).isEqualTo("2026-11-16T13:00:00Z");
            assertThat(event.facts()).doesNotContainKey("parties");
        });
        fixture.step(() -> handling().answer(number, "Sorry", null));
        fixture.wiring().clock().advance(Duration.ofDays(3));
        assertThat(fixture.sweep()).as("it is our turn").isZero();
    }

    @Test
    void what_one_node_has_claimed_another_passes_over() throws Exception {
        fixture.open(fixture.ticket());
        Instant later = now().plus(Duration.ofHours(4));
        VendorCases cases = fixture.get(VendorCases.class);
        ExecutorService otherNode = Executors.newSingleThreadExecutor();
        try {
            int[] claimed = new int[2];
            database.inNewTransaction(() -> {
                claimed[0] = claim(cases, later);
                try {
                    claimed[1] = otherNode.submit(() -> database.inNewTransaction(() -> claim(cases, later))).get(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
                return null;
            });
            assertThat(claimed).containsExactly(1, 0);
            assertThat(database.inNewTransaction(() -> claim(cases, later))).isZero();
        } finally {
            otherNode.shutdownNow();
        }
    }

    private static int claim(VendorCases cases, Instant now) {
        var claimed = cases.claimToChase(now, 10);
        claimed.forEach(each -> each.chase(null, org.countersign.testing.SampleAgreement.OFFICE_HOURS, now));
        return claimed.size();
    }

    @Test
    void running_cases_follow_a_calendar_that_is_recorded_anew_and_keep_their_promises() {
        String number = fixture.open(fixture.ticket());
        record(fixture.vendor(Duration.ofHours(2)), null);
        assertThat(fixture.show(number).responseDue()).as("promised when it was opened").isEqualTo("2026-11-16T13:00:00Z");

        fixture.asManager(() -> fixture.get(ServiceCalendars.class)
                .record(
                        fixture.calendar(),
                        Map.of("zone", "Europe/Budapest", "hours", Map.of("TUESDAY", List.of(List.of("08:00", "16:00")))),
                        LocalDate.parse("2026-11-16"),
                        null));

        assertThat(fixture.show(number).responseDue()).isEqualTo("2026-11-17T11:00:00Z");
        assertThat(fixture.show(number).chaseAt()).isEqualTo("2026-11-17T11:00:00Z");
        assertThat(fixture.show(number).resolutionDue()).isEqualTo("2026-11-24T15:00:00Z");
        assertThat(fixture.wiring().events().fired(VendorClockMoved.class)).singleElement().satisfies(event -> {
            assertThat(event.why()).isEqualTo("CALENDAR " + fixture.calendar() + " 2");
            assertThat(event.moved()).contains("responseDue: 2026-11-16T13:00:00Z → 2026-11-17T11:00:00Z", "resolutionDue: ", "chaseAt: ");
        });
    }

    @Test
    void running_cases_follow_when_hours_to_come_are_withdrawn() {
        String number = fixture.open(fixture.ticket());
        Instant solution = fixture.show(number).resolutionDue();
        int planned = fixture.asManager(() -> fixture.get(ServiceCalendars.class)
                .record(
                        fixture.calendar(),
                        Map.of("zone", "Europe/Budapest", "hours", Map.of("FRIDAY", List.of(List.of("08:00", "16:00")))),
                        LocalDate.parse("2026-11-17"),
                        null));
        assertThat(fixture.show(number).resolutionDue()).isAfter(solution);

        fixture.asManager(() -> {
            fixture.get(ServiceCalendars.class).withdraw(fixture.calendar(), planned);
            return null;
        });

        assertThat(fixture.show(number).resolutionDue()).isEqualTo(solution);
        assertThat(fixture.wiring().events().fired(VendorClockMoved.class))
                .extracting(VendorClockMoved::why)
                .as("as the history of tickets names them")
                .containsExactly("CALENDAR " + fixture.calendar() + " 2", "CALENDAR " + fixture.calendar() + " 2 → 3");
    }

    @Test
    void the_list_is_read_page_by_page_in_the_order_of_what_is_due() {
        String ticket = fixture.ticket();
        String first = fixture.open(ticket);
        fixture.wiring().clock().advance(Duration.ofMinutes(10));
        String second = fixture.open(ticket);
        fixture.step(() -> handling().answer(first, "Which version?", null));
        String third = fixture.open(fixture.ticket());
        fixture.step(() -> handling().withdraw(third, "A mistake", null));

        CursorPage<VendorCaseRow> page = list(new VendorCaseFilter(List.of(), null, null), 2, null);
        assertThat(page.items()).extracting(VendorCaseRow::number).containsExactly(second, first);
        assertThat(page.items().get(0).due()).isEqualTo("2026-11-16T13:10:00Z");
        assertThat(page.items().get(1).due()).isNull();
        assertThat(list(new VendorCaseFilter(List.of(), null, null), 2, page.next()).items())
                .extracting(VendorCaseRow::number)
                .containsExactly(third);
        assertThat(list(new VendorCaseFilter(VendorCaseState.RUNNING, VendorFixture.VENDOR, fixture.agent()), null, null).items())
                .hasSize(2);
        assertThat(list(new VendorCaseFilter(List.of(VendorCaseState.WITHDRAWN), null, null), null, null).items()).hasSize(1);
        assertThat(list(new VendorCaseFilter(List.of(), "NOBODY", null), null, null).items()).isEmpty();
        refused("cursor-invalid", () -> list(new VendorCaseFilter(List.of(), null, null), 2, "rubbish"));
    }

    @Test
    void a_ticket_that_its_customer_withdraws_takes_its_cases_with_it() {
        String ticket = fixture.ticket();
        String waiting = fixture.open(ticket);
        String answered = fixture.open(ticket);
        String solved = fixture.open(ticket);
        fixture.step(() -> handling().answer(answered, "Which version?", null));
        fixture.step(() -> handling().solve(solved, "Update 7.3.2", null));
        fixture.wiring().clock().advance(Duration.ofHours(1));
        String contact = fixture.customer().code().toLowerCase(java.util.Locale.ROOT) + "-contact";
        fixture.wiring().calledBy(contact);
        database.inTransaction(() -> fixture.get(TicketResolution.class).withdraw(ticket, "Gone by itself", null));

        assertThat(fixture.read(ticket).state()).isEqualTo(TicketState.WITHDRAWN);
        assertThat(fixture.read(ticket).withVendorSince()).isNull();
        for (String number : List.of(waiting, answered)) {
            VendorCaseView ended = fixture.show(number);
            assertThat(ended.state()).isEqualTo(VendorCaseState.WITHDRAWN);
            assertThat(ended.endedWith()).isEqualTo(TicketState.WITHDRAWN);
            assertThat(ended.ending()).isEqualTo("Gone by itself");
            assertThat(ended.endedAt()).isEqualTo(now());
            assertThat(ended.endedBy().account()).isEqualTo(contact);
            assertThat(ended.endingMailedTo()).isEqualTo("support@signer.example");
            assertThat(ended.chaseAt()).isNull();
        }
        assertThat(fixture.show(solved).state()).isEqualTo(VendorCaseState.SOLVED);
        assertThat(fixture.wiring().events().fired(VendorCaseWithdrawn.class)).hasSize(2).first().satisfies(event -> {
            assertThat(event.before()).isEqualTo(VendorCaseState.OPEN);
            assertThat(event.letter().text()).as("why is no business of the vendor's").isNull();
            assertThat(event.facts()).containsEntry("endedWith", "WITHDRAWN").containsEntry("ending", "Gone by itself").doesNotContainKey("letter");
        });
        fixture.wiring().clock().advance(Duration.ofDays(7));
        assertThat(fixture.sweep()).as("nobody is asked about it any more").isZero();
    }

    @Test
    void a_ticket_that_the_desk_ends_unsolved_takes_its_case_with_it() {
        String original = fixture.ticket();
        String ticket = fixture.ticket();
        String number = fixture.open(ticket);
        fixture.step(() -> desk().linkDuplicate(ticket, original, null));
        assertThat(fixture.show(number).endedWith()).isEqualTo(TicketState.DUPLICATE);
        assertThat(fixture.show(number).ending()).isEqualTo(original);

        String transferred = fixture.open(original);
        fixture.step(() -> desk().transfer(original, "The customer's consultant", "Out of scope", null));
        assertThat(fixture.show(transferred).endedWith()).isEqualTo(TicketState.TRANSFERRED);
        assertThat(fixture.show(transferred).ending()).isEqualTo("Out of scope");
        refused("vendor-case-ended", () -> fixture.step(() -> handling().withdraw(number, "Twice", null)));
    }

    @Test
    void the_history_says_that_the_ticket_ended_before_it_says_that_its_case_did() {
        fixture.wiring().events().observeBy(fixture.get(AuditRecorder.class));
        String original = fixture.ticket();
        String duplicate = fixture.ticket();
        fixture.open(duplicate);
        fixture.open(original);
        fixture.step(() -> desk().linkDuplicate(duplicate, original, null));
        fixture.step(() -> desk().transfer(original, "The customer's consultant", "Out of scope", null));
        String withdrawn = fixture.ticket();
        fixture.open(withdrawn);
        fixture.wiring().calledBy(fixture.customer().code().toLowerCase(Locale.ROOT) + "-contact");
        database.inTransaction(() -> fixture.get(TicketResolution.class).withdraw(withdrawn, "Gone by itself", null));

        assertThat(history(duplicate)).endsWith("TicketMarkedDuplicate", "VendorCaseWithdrawn");
        assertThat(history(original)).endsWith("TicketTransferred", "VendorCaseWithdrawn");
        assertThat(history(withdrawn)).endsWith("TicketWithdrawn", "VendorCaseWithdrawn");
    }

    private List<String> history(String ticket) {
        return database.inTransaction(() -> database.entityManager()
                .createQuery("select e.action from AuditEntry e where e.subjectId = :ticket order by e.id", String.class)
                .setParameter("ticket", ticket)
                .getResultList());
    }

    @Test
    void every_step_of_a_case_locks_its_ticket_before_the_case() {
        String ticket = fixture.ticket();
        String number = fixture.open(ticket);
        for (Runnable step : List.<Runnable>of(
                () -> handling().tell(number, "7.3.1", null),
                () -> handling().answer(number, "Which build?", null),
                () -> handling().amend(number, "0041-7733", null, null),
                () -> handling().solve(number, "Update 7.3.2", null))) {
            List<String> locks = database.statements().during(() -> fixture.step(step)).stream()
                    .filter(sql -> sql.contains("FOR UPDATE"))
                    .map(sql -> sql.replaceAll("(?i).* FROM (\\w+).*", "$1").toLowerCase(Locale.ROOT))
                    .toList();
            assertThat(locks).startsWith("ticket", "vendor_case");
        }
    }

    @Test
    void a_case_whose_ticket_another_has_locked_is_not_chased_yet() throws Exception {
        String ticket = fixture.ticket();
        fixture.open(ticket);
        fixture.wiring().clock().advance(Duration.ofHours(4));
        ExecutorService otherNode = Executors.newSingleThreadExecutor();
        try {
            int meanwhile = database.inNewTransaction(() -> {
                fixture.get(Tickets.class).lock(ticket);
                try {
                    return otherNode.submit(() -> database.inNewTransaction(() -> fixture.get(VendorChaserSweep.class).chase()))
                            .get(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(meanwhile).isZero();
            assertThat(fixture.sweep()).isEqualTo(1);
        } finally {
            otherNode.shutdownNow();
        }
    }

    @Test
    void what_is_chased_keeps_its_ticket_from_ending_meanwhile() throws Exception {
        String ticket = fixture.ticket();
        fixture.open(ticket);
        Instant later = now().plus(Duration.ofHours(4));
        Ticket read = fixture.read(ticket);
        ExecutorService otherNode = Executors.newSingleThreadExecutor();
        try {
            List<Ticket> lockable = database.inNewTransaction(() -> {
                assertThat(claim(fixture.get(VendorCases.class), later)).isEqualTo(1);
                try {
                    return otherNode.submit(() -> database.inNewTransaction(() -> fixture.get(Tickets.class).lock(List.of(read.id()))))
                            .get(30, TimeUnit.SECONDS);
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            assertThat(lockable).isEmpty();
        } finally {
            otherNode.shutdownNow();
        }
    }

    /** As a database was before a case ended with its ticket. */
    @Test
    void a_migration_ends_the_cases_that_ran_on_when_their_tickets_had_ended() throws Exception {
        String withdrawn = fixture.ticket();
        String original = fixture.ticket();
        String duplicate = fixture.ticket();
        List<String> cases = List.of(fixture.open(withdrawn), fixture.open(duplicate), fixture.open(original));
        String solved = fixture.open(withdrawn);
        fixture.step(() -> handling().solve(solved, "Update 7.3.2", null));
        fixture.wiring().clock().advance(Duration.ofHours(1));
        long version = fixture.show(cases.get(0)).version();
        Instant end = now();
        fixture.wiring().clock().advance(Duration.ofHours(1));
        fixture.step(() -> handling().answer(cases.get(1), "Which version?", null));
        database.executeAsOwner(
                "UPDATE ticket SET state = 'WITHDRAWN', end_reason = 'Gone by itself', updated_at = ? WHERE number = ?", end, withdrawn);
        database.executeAsOwner(
                "UPDATE ticket SET state = 'DUPLICATE', duplicate_of_id = ?, updated_at = ? WHERE number = ?",
                fixture.read(original).id(), end, duplicate);

        migrateEndedWithTheTicket();

        assertThat(fixture.read(withdrawn).withVendorSince()).isNull();
        assertThat(fixture.read(duplicate).withVendorSince()).isNull();
        assertThat(fixture.read(original).withVendorSince()).isNotNull();
        VendorCaseView ended = fixture.show(cases.get(0));
        assertThat(ended.state()).isEqualTo(VendorCaseState.WITHDRAWN);
        assertThat(ended.endedWith()).isEqualTo(TicketState.WITHDRAWN);
        assertThat(ended.ending()).isEqualTo("Gone by itself");
        assertThat(ended.endedBy()).isEqualTo(ended.owner());
        assertThat(ended.endedAt()).isEqualTo(end);
        assertThat(ended.endingMailedTo()).as("the vendor has yet to be told").isNull();
        assertThat(ended.chaseAt()).isNull();
        assertThat(ended.version()).isEqualTo(version + 1);
        assertThat(fixture.show(cases.get(1)).endedWith()).isEqualTo(TicketState.DUPLICATE);
        assertThat(fixture.show(cases.get(1)).ending()).isEqualTo(original);
        assertThat(fixture.show(cases.get(1)).endedAt()).as("not before its last entry").isEqualTo(now());
        assertThat(fixture.show(cases.get(2)).state()).isEqualTo(VendorCaseState.OPEN);
        assertThat(fixture.show(solved).state()).isEqualTo(VendorCaseState.SOLVED);
        assertThat(list(new VendorCaseFilter(List.of(), null, null), null, null).items().get(0).number())
                .as("the running one comes first")
                .isEqualTo(cases.get(2));
        fixture.wiring().clock().advance(Duration.ofHours(4));
        assertThat(fixture.sweep()).as("only the vendor of the running case is chased").isEqualTo(1);
    }

    private void migrateEndedWithTheTicket() throws Exception {
        try (InputStream script = getClass().getResourceAsStream("/db/migration/V28__ended_with_the_ticket.sql")) {
            String sql = new String(script.readAllBytes(), StandardCharsets.UTF_8).replaceAll("(?m)^--.*$", "");
            for (String statement : sql.split(";")) {
                if (statement.strip().startsWith("UPDATE")) {
                    database.executeAsOwner(statement.strip());
                }
            }
        }
    }

    @Test
    void what_the_desk_withdraws_did_not_end_with_its_ticket() {
        String number = fixture.open(fixture.ticket());
        fixture.step(() -> handling().withdraw(number, "Found it ourselves", null));

        assertThat(fixture.show(number).endedWith()).isNull();
        assertThat(fixture.show(number).endingMailedTo()).isEqualTo("support@signer.example");
    }

    @Test
    void the_end_of_a_ticket_and_a_new_case_do_not_pass_each_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        fixture.wiring().calledBy(fixture.agent());
        try {
            for (int round = 0; round < 10; round++) {
                String ticket = fixture.ticket();
                String first = fixture.open(ticket);
                CountDownLatch both = new CountDownLatch(2);
                Future<Boolean> ended = threads.submit(() -> done(both, () -> desk().transfer(ticket, "Consultant", "Out of scope", null)));
                threads.submit(() -> done(
                        both, () -> handling().open(new OpenVendorCase(ticket, VendorFixture.VENDOR, "Late", "An hour.", null), null)))
                        .get(60, TimeUnit.SECONDS);
                assertThat(ended.get(60, TimeUnit.SECONDS)).isTrue();

                assertThat(fixture.show(first).state()).isEqualTo(VendorCaseState.WITHDRAWN);
                assertThat(fixture.asAgent(() -> fixture.get(VendorCaseQueries.class).ofTicket(ticket)))
                        .as("round " + round)
                        .allSatisfy(each -> assertThat(each.state()).isEqualTo(VendorCaseState.WITHDRAWN));
                assertThat(fixture.read(ticket).withVendorSince()).isNull();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void a_ticket_s_cases_cost_no_statement_more_when_there_are_more_of_them() {
        String ticket = fixture.ticket();
        fixture.open(ticket);
        int one = database.statements().count(() -> fixture.asAgent(() -> fixture.get(VendorCaseQueries.class).ofTicket(ticket)));
        fixture.open(ticket);
        fixture.open(ticket);

        assertThat(database.statements().during(() -> fixture.asAgent(() -> fixture.get(VendorCaseQueries.class).ofTicket(ticket))))
                .hasSize(one);
    }

    private CursorPage<VendorCaseRow> list(VendorCaseFilter filter, Integer limit, String after) {
        return fixture.asAgent(() -> fixture.get(VendorCaseQueries.class).list(filter, limit, after));
    }

    private VendorCaseHandling handling() {
        return fixture.get(VendorCaseHandling.class);
    }

    private TicketHandling desk() {
        return fixture.get(TicketHandling.class);
    }

    private VendorView find() {
        return fixture.asAgent(() -> fixture.get(VendorDirectory.class).find(VendorFixture.VENDOR));
    }

    private boolean record(RecordVendor vendor, Long seen) {
        return fixture.asManager(() -> fixture.get(VendorAdministration.class).record(vendor, seen));
    }

    private static RecordVendor with(RecordVendor vendor, String calendar) {
        return new RecordVendor(
                "OTHER", vendor.name(), vendor.email(), vendor.phone(), vendor.portal(), vendor.language(), vendor.contractReference(), calendar,
                vendor.targets(), vendor.chaseEvery());
    }

    private Instant now() {
        return fixture.wiring().clock().instant();
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
