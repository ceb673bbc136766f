package org.countersign.audit.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.countersign.audit.model.AuditEntry;
import org.countersign.audit.model.AuditTrail;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.DomainEvent;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.MessagePosted;
import org.countersign.ticket.model.TicketEvent.TicketEscalated;
import org.countersign.ticket.model.TicketEvent.TicketPutOnHold;
import org.countersign.ticket.model.TicketEvent.TicketAssigned;
import org.countersign.ticket.model.Visibility;
import org.countersign.vendor.model.VendorCaseState;
import org.countersign.vendor.model.VendorEvent.VendorCaseSolved;
import org.countersign.vendor.model.VendorEvent.VendorCaseWithdrawn;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

@OnEachDatabase
class AuditQueriesTest {

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private SampleCustomer other;
    private Ticket ticket;

    @BeforeEach
    void a_ticket_with_a_history() throws Exception {
        wiring = new Wiring(database);
        for (String table : List.of("audit_head", "audit_seal", "audit_unsealed", "audit_entry")) {
            database.executeAsOwner("DELETE FROM " + table);
        }
        customer = SampleCustomer.store(database, wiring, "Q" + customers++);
        other = SampleCustomer.store(database, wiring, "Q" + customers++);
        AuditRecorder recorder = wiring.get(AuditRecorder.class);
        wiring.events().observe(event -> {
            recorder.record(event);
            wiring.clock().advance(Duration.ofMinutes(1));
        });
        ticket = database.inTransaction(() -> customer.ticket(wiring, "Printer stuck"));
        fire(new TicketAssigned(ticket.ref(), null, "l1"));
        fire(new TicketPutOnHold(ticket.ref(), HoldReason.AWAITING_VENDOR, "They are slow again", Instant.parse("2026-11-30T08:00:00Z")));
        fire(new MessagePosted(ticket.ref(), 1, Visibility.PUBLIC, Channel.PORTAL, true));
        fire(new MessagePosted(ticket.ref(), 2, Visibility.INTERNAL, Channel.PORTAL, false));
        fire(new TicketEscalated(ticket.ref(), SupportLevel.L1, SupportLevel.L2, "Above our heads"));
    }

    @Test
    void staff_read_the_whole_history_in_order() {
        List<AuditRow> rows = history(customer.code().toLowerCase(java.util.Locale.ROOT) + "-agent").items();

        assertThat(rows)
                .extracting(AuditRow::action)
                .containsExactly("TicketAssigned", "TicketPutOnHold", "MessagePosted", "MessagePosted", "TicketEscalated");
        assertThat(rows.get(1).facts()).containsEntry("reason", "AWAITING_VENDOR").containsEntry("note", "They are slow again");
        assertThat(rows.get(0).facts()).containsEntry("from", null);
        assertThat(rows.get(2).facts()).containsEntry("messageId", 1L).containsEntry("byCustomer", true);
        assertThat(rows).allSatisfy(row -> assertThat(row.contract()).isEqualTo("DESK-" + customer.code()));
    }

    @Test
    void the_customer_reads_it_without_what_is_internal() {
        List<AuditRow> rows = history(customer.code().toLowerCase(java.util.Locale.ROOT) + "-contact").items();

        assertThat(rows).extracting(AuditRow::action).containsExactly("TicketPutOnHold", "MessagePosted", "TicketEscalated");
        assertThat(rows.get(0).facts()).isEqualTo(Map.of("reason", "AWAITING_VENDOR", "until", "2026-11-30T08:00:00Z"));
        assertThat(rows.get(1).facts()).isEqualTo(Map.of("channel", "PORTAL", "byCustomer", true));
        assertThat(rows.get(2).facts()).isEqualTo(Map.of("from", "L1", "to", "L2"));
        assertThat(rows).allSatisfy(row -> assertThat(row.address()).isNull());
    }

    @Test
    void of_a_vendor_the_customer_reads_only_that_the_ticket_went_there() {
        fire(new TicketEscalated(ticket.ref(), SupportLevel.L2, SupportLevel.VENDOR, "Signer Inc.: Library"));
        fire(new VendorCaseSolved(ticket.ref(), "VC-1", "SIGNER", VendorCaseState.ANSWERED, "A new library"));
        fire(new VendorCaseWithdrawn(ticket.ref(), "VC-2", "SIGNER", VendorCaseState.OPEN, null, "No need", null, null));

        List<AuditRow> rows = history(customer.code().toLowerCase(java.util.Locale.ROOT) + "-contact").items();

        assertThat(rows).extracting(AuditRow::action)
                .containsExactly("TicketPutOnHold", "MessagePosted", "TicketEscalated", "TicketEscalated");
        assertThat(rows.get(3).facts()).isEqualTo(Map.of("from", "L2", "to", "VENDOR"));
    }

    @Test
    void another_customer_learns_nothing_not_even_that_there_is_such_a_ticket() {
        String contact = other.code().toLowerCase(java.util.Locale.ROOT) + "-contact";

        assertThatThrownBy(() -> history(contact))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("not-found"))
                .hasMessage("not-found [ticket, " + ticket.number() + "]");
        wiring.calledBy(contact);
        assertThatThrownBy(() -> database.inTransaction(() -> wiring.get(AuditQueries.class).ticketHistory("CS-1", null, null)))
                .hasMessage("not-found [ticket, CS-1]");
    }

    @Test
    void pages_of_a_history_follow_each_other_without_a_gap() {
        wiring.calledBy(customer.code().toLowerCase(java.util.Locale.ROOT) + "-agent");
        List<Long> ids = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            CursorPage<AuditRow> page =
                    database.inTransaction(() -> wiring.get(AuditQueries.class).ticketHistory(ticket.number(), 2, from));
            assertThat(page.items()).hasSizeLessThanOrEqualTo(2);
            page.items().forEach(row -> ids.add(row.id()));
            after = page.next();
        } while (after != null);

        assertThat(ids).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void the_list_is_newest_first_and_keeps_to_its_filter() {
        database.inTransaction(() -> wiring.get(AuditTrail.class)
                .add(new AuditEntry(0, wiring.clock().instant(), "admin", "10.0.0.1", "SignInSucceeded", "account", "admin", "{}")));

        assertThat(list(AuditFilter.NONE)).extracting(AuditRow::action).startsWith("SignInSucceeded", "TicketEscalated").hasSize(6);
        assertThat(list(new AuditFilter("-", null, null, null, null))).extracting(AuditRow::actor).containsExactly("admin");
        assertThat(list(new AuditFilter("DESK-" + customer.code(), null, null, null, null))).hasSize(5);
        assertThat(list(new AuditFilter("DESK-" + other.code(), null, null, null, null))).isEmpty();
        assertThat(list(new AuditFilter(null, "admin", null, null, null))).hasSize(1);
        assertThat(list(new AuditFilter(null, null, "MessagePosted", null, null))).hasSize(2);
        Instant first = Instant.parse("2026-11-16T09:00:00Z");
        assertThat(list(new AuditFilter(null, null, null, first.plusSeconds(60), first.plusSeconds(180)))).hasSize(2);
    }

    @Test
    void pages_of_the_list_follow_each_other_even_within_one_instant() {
        Instant now = wiring.clock().instant();
        database.inTransaction(() -> {
            for (int i = 0; i < 7; i++) {
                wiring.get(AuditTrail.class).add(new AuditEntry(0, now, "admin", null, "Something", "thing", "T" + i, "{}"));
            }
        });
        List<Long> ids = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            CursorPage<AuditRow> page = database.inTransaction(
                    () -> wiring.get(AuditQueries.class).list(new AuditFilter(null, "admin", null, null, null), 3, from));
            page.items().forEach(row -> ids.add(row.id()));
            after = page.next();
        } while (after != null);

        assertThat(ids).hasSize(7).isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void a_page_of_any_length_is_one_statement() {
        AuditQueries queries = wiring.get(AuditQueries.class);

        assertThat(database.statements().count(() -> database.inTransaction(() -> queries.list(AuditFilter.NONE, 1, null)))).isEqualTo(1);
        assertThat(database.statements().count(() -> database.inTransaction(() -> queries.list(AuditFilter.NONE, 500, null)))).isEqualTo(1);
    }

    @Test
    void a_row_tells_its_place_in_the_chain_once_it_is_sealed() {
        assertThat(list(AuditFilter.NONE)).extracting(AuditRow::position).containsOnlyNulls();

        database.inTransaction(() -> wiring.get(AuditSealer.class).sealBatch());

        assertThat(list(AuditFilter.NONE)).extracting(AuditRow::position).containsExactly(5L, 4L, 3L, 2L, 1L);
        assertThat(list(AuditFilter.NONE)).allSatisfy(row -> assertThat(row.hash()).hasSize(64));
    }

    @Test
    void a_cursor_that_was_made_up_is_refused() {
        assertThatThrownBy(() -> database.inTransaction(() -> wiring.get(AuditQueries.class).list(AuditFilter.NONE, null, "bm90aGluZw")))
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("cursor-invalid"));
    }

    private CursorPage<AuditRow> history(String caller) {
        wiring.calledBy(caller);
        return database.inTransaction(() -> wiring.get(AuditQueries.class).ticketHistory(ticket.number(), null, null));
    }

    private List<AuditRow> list(AuditFilter filter) {
        return database.inTransaction(() -> wiring.get(AuditQueries.class).list(filter, null, null)).items();
    }

    private void fire(DomainEvent event) {
        database.inTransaction(() -> wiring.events().fire(event));
    }
}
