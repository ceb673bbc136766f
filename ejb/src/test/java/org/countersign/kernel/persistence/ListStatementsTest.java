package org.countersign.kernel.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Date;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.countersign.audit.service.AuditFilter;
import org.countersign.audit.service.AuditQueries;
import org.countersign.audit.service.AuditRecorder;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.customer.service.ContractTeam;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SkillLevel;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.identity.service.GivenSkill;
import org.countersign.identity.service.SkillAdministration;
import org.countersign.identity.service.SkillQueries;
import org.countersign.intake.mail.MimeMessageReader;
import org.countersign.intake.model.MailHtml;
import org.countersign.intake.model.MailReader;
import org.countersign.intake.service.IntakeQueries;
import org.countersign.jobs.service.JobViews;
import org.countersign.kernel.CursorPage;
import org.countersign.notification.service.OutboxQueries;
import org.countersign.quality.service.LotFilter;
import org.countersign.quality.service.QualityQueries;
import org.countersign.report.service.ReportFilter;
import org.countersign.report.service.ReportQueries;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.model.Visibility;
import org.countersign.ticket.service.TicketAssignees;
import org.countersign.ticket.service.TicketConversation;
import org.countersign.ticket.service.TicketFilter;
import org.countersign.ticket.service.TicketHandling;
import org.countersign.ticket.service.TicketQueries;
import org.countersign.ticket.service.TicketResolution;
import org.countersign.work.service.TimesheetFilter;
import org.countersign.work.service.WorkQueries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Every list that a page shows or the API gives costs the same number of statements with thirty rows as with three. */
@OnEachDatabase
class ListStatementsTest {

    private static final int FEW = 3;
    private static final int MANY = 30;

    /** Ids of rows that are written past the application. */
    private static long id = 5_000_000;

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private String contract;
    private String callerName;
    private Instant now;

    @BeforeEach
    void a_customer() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "L" + customers++);
        contract = "DESK-" + customer.code();
        now = wiring.clock().instant();
        as("-agent");
    }

    @Test
    void tickets_in_the_queue() {
        same(i -> ticket(), () -> wiring.get(TicketQueries.class).list(queue(TicketFilter.Sort.DUE), null, null).items());
    }

    @Test
    void tickets_in_the_queue_with_their_assignees() {
        same(
                i -> {
                    String agent = agent(i);
                    String number = ticket().number();
                    run(() -> wiring.get(TicketHandling.class).assign(number, agent, null));
                },
                () -> wiring.get(TicketQueries.class).list(queue(TicketFilter.Sort.CREATED), null, null).items());
    }

    @Test
    void tickets_found_by_their_text() {
        same(i -> ticket(), () -> wiring.get(TicketQueries.class)
                .list(new TicketFilter(null, null, null, null, null, contract, null, "printer", null, TicketFilter.Sort.UPDATED), null, null)
                .items());
    }

    @Test
    void tickets_of_the_portal() {
        as("-contact");
        same(i -> ticket(), () -> wiring.get(TicketQueries.class).list(TicketFilter.ALL, null, null).items());
    }

    @Test
    void messages_of_a_board_for_the_desk_and_for_the_customer() {
        String number = ticket().number();
        for (String reader : List.of("-agent", "-contact")) {
            as(reader);
            int before = in(() -> wiring.get(TicketQueries.class).board(number, 500, null).items().size());
            same(before, i -> post(number), () -> wiring.get(TicketQueries.class).board(number, null, null).items());
        }
    }

    @Test
    void files_of_a_ticket() {
        String number = ticket().number();
        same(
                i -> in(() -> wiring.get(TicketConversation.class).attach(number, i + ".txt", "text/plain", new byte[] {1})),
                () -> wiring.get(TicketQueries.class).attachments(number));
    }

    @Test
    void proposals_of_a_solution_and_the_clock_with_its_pauses() {
        String number = ticket().number();
        run(() -> wiring.get(TicketHandling.class).start(number, null));
        IntConsumer proposeAndReject = i -> {
            as("-agent");
            run(() -> wiring.get(TicketHandling.class).resolve(number, "Proposal " + i, null));
            wiring.clock().advance(Duration.ofMinutes(1));
            as("-contact");
            run(() -> wiring.get(TicketResolution.class).reject(number, "No", version(number)));
        };
        same(proposeAndReject, () -> {
            wiring.get(TicketQueries.class).clock(number);
            wiring.get(TicketQueries.class).find(number);
            return wiring.get(TicketQueries.class).resolutions(number);
        });
    }

    @Test
    void work_on_a_ticket() {
        long ticket = ticket().id();
        String number = Ticket.numberOf(ticket);
        same(i -> worklog(ticket, null, i), () -> wiring.get(WorkQueries.class).ofTicket(number));
    }

    @Test
    void visits_for_a_ticket_and_those_that_await_approval() {
        long ticket = ticket().id();
        String number = Ticket.numberOf(ticket);
        IntConsumer visit = i -> insert(
                "on_site_visit", "ticket_id", ticket, "contract_id", customer.contractId(), "organisation_id", customer.organisationId(),
                "planned_at", now, "purpose", "Look at it", "state", "PROPOSED", "proposed_by_id", customer.agentId(), "proposed_at", now,
                "version", 1);
        same(visit, () -> wiring.get(WorkQueries.class).visitsOf(number));

        as("-contact");
        assertThat(database.statements().count(() -> in(() -> wiring.get(WorkQueries.class).visitsAwaitingApproval())))
                .isEqualTo(1 + signIn());
    }

    @Test
    void timesheets() {
        same(
                i -> timesheet(String.format("2026-W%02d", i + 1), 1),
                () -> wiring.get(WorkQueries.class).timesheets(new TimesheetFilter(null, contract, null), null, null).items());
    }

    @Test
    void lines_of_a_timesheet() {
        long ticket = ticket().id();
        long sheet = timesheet("2026-W46", MANY);
        same(
                i -> {
                    long worklog = worklog(ticket, sheet, i);
                    insert(
                            "timesheet_line", "timesheet_id", sheet, "ordinal", i + 1, "worklog_id", worklog, "ticket_number",
                            Ticket.numberOf(ticket), "account_id", customer.agentId(), "person", "Agent", "activity", "ANALYSIS", "work_date",
                            Date.valueOf("2026-11-16"), "started_at", now, "minutes", 5, "travel_minutes", 0);
                },
                () -> wiring.get(WorkQueries.class).timesheet(sheet).lines());
    }

    @Test
    void inspection_lots() {
        same(
                i -> {
                    long lot = insert(
                            "inspection_lot", "contract_id", customer.contractId(), "iso_week", String.format("2026-W%02d", i + 1),
                            "period_from", now, "period_until", now.plusSeconds(1), "scheme", "ISO_2859_1", "inspection_level", "II", "aql",
                            "4.0", "regime", "NORMAL", "lot_size", 2, "population_hash", "0", "seed", "0", "draw_method", "test",
                            "code_letter", "A", "use_letter", "A", "sample_size", 2, "accept_number", 0, "reject_number", 1, "inspect_all",
                            false, "drawn_at", now, "drawn_for", "test");
                    insertPlain("lot_progress", "lot_id", lot, "reviewed", 0, "nonconforming", 0);
                },
                () -> wiring.get(QualityQueries.class).lots(new LotFilter(contract, null, null), null, null).items());
    }

    @Test
    void service_reports_for_staff_and_for_the_customer() {
        IntConsumer report = i -> insert(
                "service_report", "contract_id", customer.contractId(), "report_month", "2026-10", "revision", i + 1, "language", "en",
                "content", new byte[] {1}, "size_bytes", 1, "sha256", "0", "created_at", now, "run_id", "run " + i);
        same(report, () -> wiring.get(ReportQueries.class).list(new ReportFilter(contract, null, null), null, null).items());

        as("-contact");
        assertThat(database.statements().count(() -> in(() -> wiring.get(ReportQueries.class).list(ReportFilter.ALL, null, null))))
                .isEqualTo(1 + signIn());
    }

    @Test
    void mails_in_the_outbox() {
        int before = in(() -> wiring.get(OutboxQueries.class).list(null, 500, null).items().size());
        same(
                before,
                i -> insert(
                        "outbox_message", "message_id", "<" + customer.code() + "." + i + "@desk.example>", "template", "TICKET_STARTED",
                        "sender", "a@desk.example", "sender_name", "A", "recipient", "b@customer.example", "recipient_name", "B", "language",
                        "en", "subject", "S", "body", "B", "state", "PENDING", "attempts", 0, "created_at", now, "next_attempt_at", now,
                        "give_up_at", now, "version", 1),
                () -> wiring.get(OutboxQueries.class).list(null, null, null).items());
    }

    @Test
    void runs_of_a_job() {
        String job = "job-" + customer.code();
        same(i -> jobRun(job), () -> wiring.get(JobViews.class).runs(job, 50, null));
    }

    @Test
    void latest_runs_of_all_jobs() {
        int before = in(() -> wiring.get(JobViews.class).latest().size());
        same(before, i -> jobRun("job-" + customer.code() + "-" + i), () -> wiring.get(JobViews.class).latest().values());
    }

    @Test
    void items_of_a_run() {
        long run = jobRun("items-" + customer.code());
        same(
                i -> insert("job_item", "run_id", run, "item_key", "item " + i, "state", "DONE", "tries", 1),
                () -> wiring.get(JobViews.class).items(run, 50, null));
    }

    @Test
    void messages_that_came_in() {
        wiring.bind(MailReader.class, new MimeMessageReader()).bind(MailHtml.class, null);
        same(
                i -> insert(
                        "inbound_message", "source", "API", "dedupe_scope", 0, "dedupe_key", customer.code() + i, "content", new byte[] {1},
                        "size_bytes", 1, "received_at", now, "subject", "S", "topic", "S", "outcome", "QUARANTINED", "sender_proven", false,
                        "attempts", 1, "processed_at", now, "version", 1),
                () -> wiring.get(IntakeQueries.class).list(List.of(), null, null).items());
    }

    @Test
    void the_history_of_a_ticket_for_the_desk_and_for_the_customer() {
        wiring.events().observeBy(wiring.get(AuditRecorder.class));
        String number = ticket().number();
        for (String reader : List.of("-agent", "-contact")) {
            as(reader);
            int before = in(() -> wiring.get(AuditQueries.class).ticketHistory(number, 500, null).items().size());
            same(before, i -> post(number), () -> wiring.get(AuditQueries.class).ticketHistory(number, null, null).items());
        }
    }

    @Test
    void the_audit_trail() {
        same(
                i -> insert(
                        "audit_entry", "contract_id", customer.contractId(), "occurred_at", now, "actor", "a", "action", "Something",
                        "subject_type", "thing", "subject_id", "T", "facts", "{}"),
                () -> wiring.get(AuditQueries.class).list(new AuditFilter(contract, null, null, null, null), null, null).items());
    }

    @Test
    void contracts_with_their_targets() {
        int before = in(() -> wiring.get(CustomerDirectory.class).contracts().size());
        same(before, i -> SampleCustomer.store(database, wiring, "LC" + customers++), () -> wiring.get(CustomerDirectory.class).contracts());
    }

    @Test
    void contacts_of_an_organisation() {
        same(
                1,
                i -> insert(
                        "contact", "organisation_id", customer.organisationId(), "name", "C", "email",
                        (customer.code() + "-" + i + "@more.example").toLowerCase(Locale.ROOT), "language", "en", "zone", "UTC", "version", 1),
                () -> wiring.get(CustomerDirectory.class).contactsOf(customer.organisationId()));
    }

    @Test
    void agents_with_their_roles() {
        int before = in(() -> wiring.get(AccountDirectory.class).agents().size());
        same(before, this::agent, () -> wiring.get(AccountDirectory.class).agents());
    }

    @Test
    void the_staff_with_skills_and_certificates() {
        skill();
        same(this::able, () -> wiring.get(SkillQueries.class).staff("SKILL-" + customer.code(), null, null).items());
    }

    @Test
    void certificates_that_expire() {
        skill();
        int before = in(() -> wiring.get(SkillQueries.class).expiring(500, null).items().size());
        same(before, this::able, () -> wiring.get(SkillQueries.class).expiring(null, null).items());
    }

    @Test
    void people_proposed_for_a_ticket() {
        skill();
        String text = in(() -> {
            ContractAgreements agreements = wiring.get(ContractAgreements.class);
            return agreements.print(agreements.version(contract, null).agreement());
        });
        String demands = "skills: [{skill: SKILL-" + customer.code() + ", certification: Engineer " + customer.code() + "}]";
        in(() -> wiring.get(ContractAgreements.class).record(contract, text + demands, null, "the customer", null, null));
        String number = ticket().number();
        same(this::able, () -> wiring.get(TicketAssignees.class).proposals(number).people());
    }

    @Test
    void the_account_teams_of_a_customer() {
        as("-contact");
        same(
                1,
                i -> {
                    long more = insert(
                            "contract", "code", contract + "-" + i, "name", "N", "organisation_id", customer.organisationId(), "valid_from",
                            Date.valueOf("2026-01-01"), "fixed_contacts_only", false, "unproven_mail", "HOLD", "inspection_level", "II", "aql",
                            "4.0", "version", 1);
                    try {
                        database.executeAsOwner(
                                "INSERT INTO contract_version (id, contract_id, number, in_force_from, calendar_id, agreed_by, agreed_at,"
                                        + " document, recorded_by, recorded_at) SELECT ?, ?, number, in_force_from, calendar_id, agreed_by,"
                                        + " agreed_at, document, recorded_by, recorded_at FROM contract_version WHERE contract_id = ?",
                                ++id, more, customer.contractId());
                    } catch (SQLException e) {
                        throw new IllegalStateException(e);
                    }
                    insert(
                            "team_membership", "contract_id", more, "role", "CONFIGURATION", "from_day", Date.valueOf("2026-01-01"),
                            "account_id", customer.agentId(), "version", 1);
                    // What a contract says is read once in the life of a node.
                    in(() -> wiring.get(CustomerDirectory.class).contracts());
                },
                () -> wiring.get(ContractTeam.class).ownTeams());
    }

    private void skill() {
        in(() -> wiring.get(SkillAdministration.class).name("SKILL-" + customer.code(), "Skill"));
    }

    /** An agent with the skill, and with a certificate that expires soon. */
    private void able(int i) {
        String agent = agent(i);
        run(() -> wiring.get(SkillAdministration.class)
                .setSkills(agent, List.of(new GivenSkill("SKILL-" + customer.code(), SkillLevel.BASIC)), null));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        run(() -> wiring.get(SkillAdministration.class)
                .setCertifications(
                        agent, List.of(Certificate.of("", "Engineer " + customer.code(), "Issuer", null, today, today.plusDays(5))), null));
    }

    private void same(IntConsumer add, Supplier<Collection<?>> list) {
        same(0, add, list);
    }

    /** Fills the list up to a few rows and then to many, beside the {@code before} that it has, and counts what it costs. */
    private void same(int before, IntConsumer add, Supplier<Collection<?>> list) {
        String reader = callerName;
        int[] cost = new int[2];
        int[] sizes = {FEW, MANY};
        int filled = 0;
        for (int i = 0; i < sizes.length; i++) {
            while (filled < sizes[i]) {
                add.accept(filled++);
            }
            calledBy(reader);
            int[] shown = new int[1];
            cost[i] = database.statements().count(() -> in(() -> shown[0] = list.get().size()));
            assertThat(shown[0]).as("rows shown").isIn(before + sizes[i], CursorPage.DEFAULT_LIMIT);
        }
        assertThat(cost[1]).as("statements with %d rows", MANY).isEqualTo(cost[0]);
    }

    private TicketFilter queue(TicketFilter.Sort sort) {
        return new TicketFilter(null, SupportLevel.L1, contract + "/L1", null, null, null, null, null, null, sort);
    }

    private Ticket ticket() {
        return in(() -> customer.ticket(wiring, "Printer stuck"));
    }

    private long post(String number) {
        return in(() -> wiring.get(TicketConversation.class).post(number, "Look at this", Visibility.PUBLIC, Channel.PORTAL));
    }

    private String agent(int i) {
        String name = customer.code().toLowerCase(Locale.ROOT) + "-agent-" + i;
        run(() -> wiring.get(Accounts.class)
                .add(Account.ofStaff(name, "Agent " + i, name + "@desk.example", SupportLevel.L1, Set.of(Role.AGENT))));
        return name;
    }

    private long worklog(long ticket, Long sheet, int i) {
        Instant start = now.plusSeconds(600L * i);
        return insert(
                "worklog", "ticket_id", ticket, "contract_id", customer.contractId(), "account_id", customer.agentId(), "started_at", start,
                "ended_at", start.plusSeconds(300), "minutes", 5, "activity", "ANALYSIS", "travel_minutes", 0, "booked_at", now,
                "timesheet_id", sheet, "version", 1);
    }

    private long timesheet(String week, int lines) {
        return insert(
                "timesheet", "contract_id", customer.contractId(), "organisation_id", customer.organisationId(), "week", week, "state",
                "AWAITING", "line_count", lines, "open_disputes", 0, "confirmed_lines", 0, "total_minutes", 5, "prepared_at", now, "version",
                1);
    }

    private long jobRun(String job) {
        return insert(
                "job_run", "job_name", job, "parameters", "", "status", "COMPLETED", "attempt", 1, "planned", true, "total", 0, "done", 0,
                "skipped", 0, "failed", 0, "requested_at", now);
    }

    /** A row with a new id. */
    private long insert(String table, Object... namesAndValues) {
        Object[] withId = new Object[namesAndValues.length + 2];
        withId[0] = "id";
        withId[1] = ++id;
        System.arraycopy(namesAndValues, 0, withId, 2, namesAndValues.length);
        insertPlain(table, withId);
        return id;
    }

    private void insertPlain(String table, Object... namesAndValues) {
        StringBuilder names = new StringBuilder();
        StringBuilder values = new StringBuilder();
        List<Object> parameters = new ArrayList<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                names.append(i == 0 ? "" : ", ").append(namesAndValues[i]);
                values.append(i == 0 ? "?" : ", ?");
                parameters.add(namesAndValues[i + 1]);
            }
        }
        try {
            database.executeAsOwner("INSERT INTO " + table + " (" + names + ") VALUES (" + values + ")", parameters.toArray());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long version(String number) {
        return in(() -> wiring.get(Tickets.class).byNumber(number).orElseThrow().version());
    }

    /** What finding out who calls costs where no mechanism has done it before. */
    private int signIn() {
        return database.statements()
                .count(() -> in(() -> wiring.get(CurrentCaller.class).get()));
    }

    private void as(String account) {
        calledBy(customer.code().toLowerCase(Locale.ROOT) + account);
    }

    private void calledBy(String name) {
        callerName = name;
        wiring.calledBy(name);
    }

    private <T> T in(Supplier<T> work) {
        return database.inTransaction(work);
    }

    private void run(Runnable work) {
        database.inTransaction(work);
    }
}
