package org.countersign.report.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.countersign.customer.model.AuthorisationInForce;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.Stakeholder;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.IsoWeek;
import org.countersign.notification.model.ReplyAddresses;
import org.countersign.notification.model.SenderAddresses;
import org.countersign.notification.service.ConfiguredSender;
import org.countersign.notification.service.NumberedReplyAddresses;
import org.countersign.quality.service.LotDrawing;
import org.countersign.report.model.ReportPrinter;
import org.countersign.report.model.ReportedLot;
import org.countersign.report.model.ReportedTicket;
import org.countersign.report.model.ServiceReport;
import org.countersign.report.model.ServiceReportProduced;
import org.countersign.report.model.SolutionSpeed;
import org.countersign.report.model.TargetOutcome;
import org.countersign.report.model.TicketFigures;
import org.countersign.report.model.WorkByActivity;
import org.countersign.report.pdf.PdfReportPrinter;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.AcceptanceManner;
import org.countersign.ticket.model.Ticket;
import org.countersign.work.model.Activity;
import org.countersign.work.model.WorkDone;
import org.countersign.work.model.WorkLedger;
import org.countersign.work.model.Worklog;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** From records to reports that are kept and handed out, in the database. */
@OnEachDatabase
class ReportServicesTest {

    private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
    private static final Instant EARLY_NOVEMBER = Instant.parse("2026-11-02T05:00:00Z");

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;

    @BeforeEach
    void a_customer_and_a_manager() {
        wiring = new Wiring(database);
        wiring.bind(ReportPrinter.class, new PdfReportPrinter())
                .bind(SenderAddresses.class, new ConfiguredSender())
                .bind(ReplyAddresses.class, new NumberedReplyAddresses());
        customer = SampleCustomer.store(database, wiring, "R" + ++customers);
        database.inTransaction(() -> {
            wiring.get(Accounts.class).add(Account.ofStaff(
                    "manager-" + customers, "Manager", "manager-" + customers + "@desk.example", null, Set.of(Role.MANAGER)));
        });
        wiring.calledBy("manager-" + customers);
    }

    @Test
    void a_report_tells_what_was_received_resolved_accepted_rejected_and_left_open() {
        Ticket closed = ticket("2026-10-05T08:00:00Z");
        resolve(closed, "2026-10-05T10:00:00Z");
        reject(closed, "2026-10-06T08:00:00Z");
        resolve(closed, "2026-10-06T10:00:00Z");
        accept(closed, "2026-10-07T08:00:00Z");
        ticket("2026-10-20T08:00:00Z");
        ticket("2026-11-01T08:00:00Z");
        withdraw(ticket("2026-10-21T08:00:00Z"), "2026-10-22T08:00:00Z");
        withdraw(ticket("2026-10-23T08:00:00Z"), "2026-11-01T08:00:00Z");

        ServiceReport report = gather(EARLY_NOVEMBER);

        assertThat(report.figures()).isEqualTo(new TicketFigures(4, 1, 1, 1, 2));
        assertThat(report.cutOff()).isEmpty();
        assertThat(report.tickets()).hasSize(4);
        ReportedTicket first = report.tickets().get(0);
        assertThat(first.number()).isEqualTo(closed.number());
        assertThat(first.acceptedBy()).contains("Contact " + customer.code());
        assertThat(first.resolution()).isEqualTo(TargetOutcome.MET);
        assertThat(report.priorities()).singleElement().satisfies(p3 -> {
            assertThat(p3.tickets()).isEqualTo(4);
            assertThat(p3.response().breached()).isEqualTo(1);
            assertThat(p3.resolution().met()).isEqualTo(1);
        });
    }

    /** M4. The customer's contract counts Mondays to Fridays. */
    @Test
    void a_report_tells_how_fast_tickets_were_solved_without_the_time_that_does_not_count() {
        Ticket twice = ticket("2026-10-05T08:00:00Z");
        resolve(twice, "2026-10-05T10:00:00Z");
        reject(twice, "2026-10-06T08:00:00Z");
        resolve(twice, "2026-10-06T09:30:00Z");
        resolve(ticket("2026-10-07T08:00:00Z"), "2026-10-07T08:20:00Z");
        resolve(ticket("2026-10-30T08:00:00Z"), "2026-11-02T08:00:00Z");
        ticket("2026-10-20T08:00:00Z");

        assertThat(gather(EARLY_NOVEMBER).speeds()).containsExactly(
                new SolutionSpeed("P3", 2, 20, 210, 210), new SolutionSpeed(null, 2, 20, 210, 210));
    }

    @Test
    void a_resolution_that_came_too_late_is_a_breach() {
        Ticket late = ticket("2026-10-05T08:00:00Z");
        resolve(late, "2026-10-20T10:00:00Z");
        accept(late, "2026-10-21T08:00:00Z");

        assertThat(gather(EARLY_NOVEMBER).tickets()).singleElement()
                .extracting(ReportedTicket::response, ReportedTicket::resolution)
                .containsExactly(TargetOutcome.BREACHED, TargetOutcome.BREACHED);
    }

    @Test
    void a_report_tells_the_work_and_the_lots_of_its_month() {
        Ticket ticket = ticket("2026-10-05T08:00:00Z");
        resolve(ticket, "2026-10-05T10:00:00Z");
        accept(ticket, "2026-10-06T08:00:00Z");
        book(ticket, "2026-10-05T08:30:00Z", 45, Activity.ANALYSIS);
        book(ticket, "2026-10-05T09:30:00Z", 15, Activity.ANALYSIS);
        book(ticket, "2026-11-01T09:30:00Z", 30, Activity.ANALYSIS);
        wiring.clock().moveTo(EARLY_NOVEMBER);
        database.inTransaction(() -> wiring.get(LotDrawing.class).draw(customer.contractId(), IsoWeek.parse("2026-W41"), "job 1"));

        ServiceReport report = gather(EARLY_NOVEMBER);

        assertThat(report.work()).extracting(WorkByActivity::minutes, WorkByActivity::travelMinutes)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(60L, 0L));
        assertThat(report.lots()).singleElement().satisfies(lot -> {
            assertThat(lot.weekStart()).isEqualTo("2026-10-05");
            assertThat(lot.lotSize()).isEqualTo(1);
            assertThat(lot.verdict()).isEqualTo(ReportedLot.Verdict.PENDING);
        });
    }

    @Test
    void activities_are_named_in_the_language_of_the_report() {
        Ticket ticket = ticket("2026-10-05T08:00:00Z");
        book(ticket, "2026-10-05T08:30:00Z", 45, Activity.ANALYSIS);
        wiring.clock().moveTo(EARLY_NOVEMBER);

        String hungarian = read(() -> gathering().gather(customer.contractId(), OCTOBER, "hu")).work().get(0).activity();
        String english = read(() -> gathering().gather(customer.contractId(), OCTOBER, "en")).work().get(0).activity();

        assertThat(hungarian).isNotBlank().isNotEqualTo(english);
    }

    @Test
    void another_contract_is_not_in_the_report() {
        SampleCustomer other = SampleCustomer.store(database, wiring, "R" + customers + "OTHER");
        wiring.clock().moveTo(Instant.parse("2026-10-05T08:00:00Z"));
        database.inTransaction(() -> {
            other.ticket(wiring, "Not ours");
        });

        ServiceReport report = gather(EARLY_NOVEMBER);

        assertThat(report.figures()).isEqualTo(new TicketFigures(0, 0, 0, 0, 0));
        assertThat(report.tickets()).isEmpty();
    }

    @Test
    void a_report_takes_the_same_statements_whatever_it_reports() {
        resolve(ticket("2026-10-05T08:00:00Z"), "2026-10-05T09:00:00Z");
        int few = database.statements().count(() -> gather(EARLY_NOVEMBER));
        for (int i = 0; i < 20; i++) {
            accept(resolve(ticket("2026-10-06T08:00:00Z"), "2026-10-06T09:00:00Z"), "2026-10-06T10:00:00Z");
        }

        assertThat(database.statements().count(() -> gather(EARLY_NOVEMBER))).isEqualTo(few);
    }

    @Test
    void a_report_is_kept_as_a_pdf_in_the_language_of_the_contract_and_of_every_stakeholder() {
        stakeholder("eva", "hu");
        stakeholder("joao", "pt");
        stakeholder("ilse", "de");

        ProducedReport produced = produce("run-1", EARLY_NOVEMBER);

        assertThat(produced.documents()).extracting(ProducedReport.Document::language).containsExactlyInAnyOrder("en", "hu", "pt");
        assertThat(produced.revision()).isEqualTo(1);
        assertThat(produced.before()).isFalse();
        ReportDocument pdf = read(() -> queries().pdf(produced.documents().get(0).id()));
        assertThat(new String(pdf.content(), 0, 5, java.nio.charset.StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");
        assertThat(pdf.sha256()).isEqualTo(produced.documents().get(0).sha256());
        assertThat(pdf.name()).isEqualTo("DESK-" + customer.code() + "-2026-10-r1-en.pdf");
        assertThat(wiring.events().fired(ServiceReportProduced.class)).hasSize(3)
                .first().satisfies(event -> assertThat(event.facts()).containsEntry("month", "2026-10").containsEntry("revision", 1));
    }

    @Test
    void a_run_makes_the_report_once_and_another_run_makes_the_next_revision() {
        ProducedReport first = produce("run-1", EARLY_NOVEMBER);
        ProducedReport again = produce("run-1", EARLY_NOVEMBER.plusSeconds(60));
        ProducedReport next = produce("run-2", EARLY_NOVEMBER.plusSeconds(120));

        assertThat(again.before()).isTrue();
        assertThat(again.documents()).isEqualTo(first.documents());
        assertThat(next.revision()).isEqualTo(2);
        assertThat(wiring.events().fired(ServiceReportProduced.class)).hasSize(2);
    }

    @Test
    void a_running_month_is_cut_off_and_the_report_says_so() {
        Instant now = Instant.parse("2026-10-14T08:00:00Z");

        ProducedReport produced = produce("run-1", now);

        assertThat(produced.cutOffAt()).isEqualTo(now);
        assertThat(read(() -> queries().find(produced.documents().get(0).id())).cutOffAt()).isEqualTo(now);
    }

    @Test
    void a_month_that_has_not_begun_has_no_report() {
        assertThatThrownBy(() -> produce("run-1", Instant.parse("2026-09-14T08:00:00Z")))
                .isInstanceOfSatisfying(
                        BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo("month-not-begun"));
    }

    @Test
    void stakeholders_get_the_report_by_mail_in_their_language_once() {
        stakeholder("eva", "hu");
        stakeholder("eve", "en");
        ReportMailing mailing = wiring.get(ReportMailing.class);
        wiring.events().observe(event -> {
            if (event instanceof ServiceReportProduced report) {
                mailing.produced(report);
            }
        });

        produce("run-1", EARLY_NOVEMBER);
        produce("run-1", EARLY_NOVEMBER);

        List<Object[]> mails = read(() -> database.entityManager()
                .createQuery("select m.recipient, m.language, m.attachmentName from OutboxMessage m where m.contractId = :contract"
                        + " order by m.recipient", Object[].class)
                .setParameter("contract", customer.contractId())
                .getResultList());
        assertThat(mails).hasSize(2);
        assertThat(mails.get(0)).containsExactly(address("eva"), "hu", "DESK-" + customer.code() + "-2026-10-r1-hu.pdf");
        assertThat(mails.get(1)).containsExactly(address("eve"), "en", "DESK-" + customer.code() + "-2026-10-r1-en.pdf");
    }

    @Test
    void a_contact_sees_the_own_reports_and_no_others() {
        long own = produce("run-1", EARLY_NOVEMBER).documents().get(0).id();
        SampleCustomer other = SampleCustomer.store(database, wiring, "R" + customers + "X");
        wiring.calledBy(other.code().toLowerCase(java.util.Locale.ROOT) + "-contact");

        assertThat(read(() -> queries().list(ReportFilter.ALL, null, null)).items()).isEmpty();
        assertThatThrownBy(() -> read(() -> queries().pdf(own))).isInstanceOfSatisfying(
                BusinessRuleViolation.class, refusal -> assertThat(refusal.kind()).isEqualTo(BusinessRuleViolation.Kind.NOT_FOUND));

        wiring.calledBy(customer.code().toLowerCase(java.util.Locale.ROOT) + "-contact");
        assertThat(read(() -> queries().list(ReportFilter.ALL, null, null)).items()).extracting(ReportRow::id).containsExactly(own);
        assertThat(read(() -> queries().pdf(own)).content()).isNotEmpty();
    }

    @Test
    void reports_are_listed_latest_first_page_by_page() {
        long first = produce("run-1", EARLY_NOVEMBER).documents().get(0).id();
        long second = produce("run-2", EARLY_NOVEMBER).documents().get(0).id();
        ReportFilter filter = new ReportFilter("DESK-" + customer.code(), OCTOBER, "en");

        CursorPage<ReportRow> page = read(() -> queries().list(filter, 1, null));
        CursorPage<ReportRow> rest = read(() -> queries().list(filter, 1, page.next()));

        assertThat(page.items()).extracting(ReportRow::id).containsExactly(second);
        assertThat(rest.items()).extracting(ReportRow::id).containsExactly(first);
        assertThat(rest.next()).isNull();
        assertThat(read(() -> queries().list(new ReportFilter("DESK-" + customer.code(), OCTOBER.plusMonths(1), null), null, null)).items())
                .isEmpty();
        assertThat(database.statements().count(() -> read(() -> queries().list(ReportFilter.ALL, null, null)))).isLessThanOrEqualTo(3);
    }

    @Test
    void the_application_can_neither_change_nor_delete_a_report() {
        produce("run-1", EARLY_NOVEMBER);

        assertThatThrownBy(() -> database.executeAsApplication("UPDATE service_report SET revision = 9")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication("DELETE FROM service_report")).isInstanceOf(SQLException.class);
    }

    private ReportQueries queries() {
        return wiring.get(ReportQueries.class);
    }

    private ServiceReportGathering gathering() {
        return wiring.get(ServiceReportGathering.class);
    }

    private <T> T read(Supplier<T> query) {
        return database.inTransaction(query);
    }

    private ServiceReport gather(Instant at) {
        wiring.clock().moveTo(at);
        return read(() -> gathering().gather(customer.contractId(), OCTOBER, "en"));
    }

    private ProducedReport produce(String run, Instant at) {
        wiring.clock().moveTo(at);
        return read(() -> wiring.get(ReportProduction.class).produce(customer.contractId(), OCTOBER, run));
    }

    private void stakeholder(String name, String language) {
        database.inTransaction(() -> wiring.get(Customers.class).add(
                new Stakeholder(customer.contractId(), name, address(name), language)));
    }

    private String address(String name) {
        return name + "." + customer.code().toLowerCase(java.util.Locale.ROOT) + "@customer.example";
    }

    private Ticket ticket(String at) {
        wiring.clock().moveTo(Instant.parse(at));
        return database.inTransaction(() -> customer.ticket(wiring, "Printer stuck"));
    }

    private Ticket resolve(Ticket ticket, String at) {
        database.inTransaction(() -> {
            managed(ticket).resolve("Solved", customer.agentId(), terms(), Instant.parse(at));
        });
        return ticket;
    }

    private void reject(Ticket ticket, String at) {
        database.inTransaction(() -> {
            managed(ticket).reject(customer.contactId(), "No", terms(), Instant.parse(at));
        });
    }

    private void accept(Ticket ticket, String at) {
        database.inTransaction(() -> {
            managed(ticket).accept(
                    new AuthorisationInForce(
                            customer.authorisationId(), customer.contractId(), customer.contactId(), SampleCustomer.SINCE),
                    AcceptanceManner.PORTAL,
                    null,
                    Instant.parse(at));
        });
    }

    /** By the service and with the audit trail, which alone keeps the instant of such an end. */
    private void withdraw(Ticket ticket, String at) {
        Instant now = Instant.parse(at);
        wiring.clock().moveTo(now);
        database.inTransaction(() -> {
            Ticket withdrawn = managed(ticket);
            withdrawn.withdraw("Found the cable", now);
            database.entityManager().persist(new org.countersign.audit.model.AuditEntry(
                    customer.contractId(), now, "somebody", null, "TicketWithdrawn", "ticket", withdrawn.number(), "{}"));
        });
    }

    private void book(Ticket ticket, String start, int minutes, Activity activity) {
        Instant begun = Instant.parse(start);
        database.inTransaction(() -> {
            wiring.get(WorkLedger.class).add(Worklog.book(
                    ticket.ref(),
                    customer.agentId(),
                    new WorkDone(begun, minutes, activity, 0, null, null),
                    null,
                    begun.plus(Duration.ofMinutes(minutes))));
        });
    }

    private Ticket managed(Ticket ticket) {
        return database.entityManager().find(Ticket.class, ticket.id());
    }

    private ContractTerms terms() {
        return customer.terms(wiring);
    }
}
