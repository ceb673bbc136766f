package org.countersign.penalty.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.customer.model.OutageCause;
import org.countersign.customer.model.TargetTimes;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.customer.service.ServiceCalendars;
import org.countersign.customer.yaml.YamlAgreementText;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CursorPage;
import org.countersign.penalty.model.PenaltyEvent.CreditsProposed;
import org.countersign.penalty.model.PenaltyEvent.OutageCorrected;
import org.countersign.penalty.model.PenaltyEvent.PenaltyProposed;
import org.countersign.penalty.model.PenaltyState;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleAgreement;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Hold;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.Tickets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/**
 * The ledger through its services, on the database. The contract gives 180 minutes for the response to a P3 and 24 hours of service for its
 * resolution, Monday to Friday, 08:00 to 16:00 in Budapest.
 */
@OnEachDatabase
class PenaltyServicesTest {

    private static final AtomicInteger CUSTOMERS = new AtomicInteger();
    private static final YearMonth NOVEMBER = YearMonth.parse("2026-11");

    private static final String CLAUSES =
            """
            services: [{name: Mail, criticality: NORMAL}, {name: Files, criticality: NORMAL}]
            availability:
              - {service: Mail, target: 99.9, measured: ALWAYS, excludes: [AGREED_MAINTENANCE]}
              - {service: Files, target: 99, measured: SERVICE_HOURS}
            penalties:
              currency: EUR
              base: 1000
              cap: {percent: 30}
              clauses:
                - {code: FIRST-WORD, measure: RESPONSE, priorities: [P3], perBreach: {amount: 50}}
                - {code: RESOLUTIONS, measure: RESOLUTION, tiers: [{below: 95, percent: 5}, {below: 50, percent: 10}]}
                - {code: UPTIME, measure: AVAILABILITY, tiers: [{below: 99.9, percent: 10}, {below: 99, percent: 25}]}
            """;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private SampleCustomer other;
    private String manager;

    @BeforeEach
    void two_customers_one_with_penalties() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "P" + CUSTOMERS.incrementAndGet());
        other = SampleCustomer.store(database, wiring, "P" + CUSTOMERS.incrementAndGet());
        manager = customer.code().toLowerCase(java.util.Locale.ROOT) + "-manager";
        database.inTransaction(() -> wiring.get(Accounts.class)
                .add(Account.ofStaff(manager, "The manager", manager + "@desk.example", null, Set.of(Role.MANAGER))));
        at("2026-10-20T08:00:00Z");
        agree(CLAUSES);
        at("2026-11-16T09:00:00Z");
    }

    private void at(String instant) {
        wiring.clock().moveTo(Instant.parse(instant));
    }

    private void agree(String clauses) {
        agree(SampleAgreement.hourly(), clauses);
    }

    private void agree(Map<String, TargetTimes> priorities, String clauses) {
        String targets = new YamlAgreementText().write(SampleAgreement.of("HOURS-" + customer.code(), priorities).toMap());
        as(manager, () -> wiring.get(ContractAgreements.class).record(contract(), targets + clauses, null, "The customer", null, null));
    }

    private String contract() {
        return "DESK-" + customer.code();
    }

    private <T> T as(String account, Supplier<T> work) {
        wiring.calledBy(account);
        return database.inTransaction(work);
    }

    private void does(String account, Runnable work) {
        as(account, () -> {
            work.run();
            return null;
        });
    }

    private String contact() {
        return customer.code().toLowerCase(java.util.Locale.ROOT) + "-contact";
    }

    private String stranger() {
        return other.code().toLowerCase(java.util.Locale.ROOT) + "-contact";
    }

    private String agent() {
        return customer.code().toLowerCase(java.util.Locale.ROOT) + "-agent";
    }

    private AssessedMonth assess() {
        return database.inTransaction(() -> wiring.get(PenaltyAssessment.class).assess(customer.contractId(), NOVEMBER));
    }

    private List<PenaltyRow> entries() {
        return as(manager, () -> wiring.get(PenaltyQueries.class).entries(contract(), "2026-11", null, null, null)).items();
    }

    private PenaltyDetails entry(String account, long id) {
        return as(account, () -> wiring.get(PenaltyQueries.class).entry(id));
    }

    private PenaltyRow entry(String clause) {
        return entries().stream().filter(row -> row.clause().equals(clause)).findFirst().orElseThrow();
    }

    private long outage(String service, String start, String end, OutageCause cause) {
        return as(agent(), () -> wiring.get(OutageLog.class)
                .record(contract(), new RecordOutage(service, Instant.parse(start), end == null ? null : Instant.parse(end), cause, "Why", null)));
    }

    private Ticket ticket() {
        return database.inTransaction(() -> customer.ticket(wiring, "Broken"));
    }

    private void work(Ticket ticket, java.util.function.Consumer<Ticket> work) {
        database.inTransaction(() -> work.accept(wiring.get(Tickets.class).byId(ticket.id()).orElseThrow()));
    }

    private void resolve(Ticket ticket) {
        work(ticket, one -> one.resolve("Done", customer.agentId(), customer.terms(wiring), wiring.clock().instant()));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    /** One ticket answered and resolved in time, one too late in both, one withdrawn, and an hour and ten minutes without mail. */
    private Ticket november() {
        Ticket kept = ticket();
        Ticket late = ticket();
        Ticket withdrawn = ticket();
        at("2026-11-16T10:00:00Z");
        resolve(kept);
        at("2026-11-20T10:00:00Z");
        resolve(late);
        work(withdrawn, one -> one.withdraw("Not needed", wiring.clock().instant()));
        at("2026-11-22T10:00:00Z");
        outage("Mail", "2026-11-21T10:00:00Z", "2026-11-21T10:50:00Z", OutageCause.FAULT);
        outage("Mail", "2026-11-21T10:40:00Z", "2026-11-21T11:10:00Z", OutageCause.FAULT);
        outage("Mail", "2026-11-21T20:00:00Z", "2026-11-21T22:00:00Z", OutageCause.AGREED_MAINTENANCE);
        return late;
    }

    private Ticket assessedNovember() {
        Ticket late = november();
        at("2026-12-01T02:00:00Z");
        assess();
        return late;
    }

    @Test
    void a_month_is_assessed_clause_by_clause_and_each_entry_explains_itself() {
        assertThat(assess().outcome()).isEqualTo(AssessedMonth.Outcome.STILL_RUNNING);
        Ticket late = november();
        at("2026-12-01T02:00:00Z");

        AssessedMonth assessed = assess();

        assertThat(assessed.added()).isEqualTo(3);
        assertThat(assessed.owed()).isEqualByComparingTo("200.00");
        List<PenaltyRow> entries = entries();
        assertThat(entries).extracting(PenaltyRow::clause).containsExactly("FIRST-WORD", "RESOLUTIONS", "UPTIME");
        assertThat(entries).extracting(PenaltyRow::subject).containsExactly(late.number(), "MONTH", "Mail");
        assertThat(entries).extracting(row -> row.amount().toPlainString()).containsExactly("50.00", "50.00", "100.00");
        assertThat(entries).allSatisfy(row -> assertThat(row.state()).isEqualTo(PenaltyState.PROPOSED));
        assertThat(entries.get(1).calculation())
                .containsEntry("compliance", "50.0000")
                .containsEntry("tickets", List.of(late.number()))
                .containsEntry("tierBelow", "95");
        assertThat(entries.get(2).calculation())
                .containsEntry("downTime", "PT1H10M")
                .containsEntry("excludedTime", "PT2H")
                .containsEntry("measuredTime", "PT720H")
                .containsEntry("availability", "99.8375")
                .containsEntry("capped", false);
        assertThat(wiring.events().fired(CreditsProposed.class)).singleElement().satisfies(event -> {
            assertThat(event.entries()).isEqualTo(3);
            assertThat(event.total()).isEqualByComparingTo("200");
        });
        PenaltyMonthView month = as(contact(), () -> wiring.get(PenaltyQueries.class).month(contract(), "2026-11"));
        assertThat(month.owed()).hasToString("200.00");
        assertThat(month.agreed()).hasToString("0.00");
        assertThat(month.cap()).hasToString("300.00");
        assertThat(month.contractVersion()).isEqualTo(2);
    }

    @Test
    void assessed_again_a_month_stays_as_it_is_whatever_became_known_and_whatever_was_agreed_since() {
        assessedNovember();
        List<PenaltyRow> first = entries();
        as(agent(), () -> outage("Mail", "2026-11-25T00:00:00Z", "2026-11-27T00:00:00Z", OutageCause.FAULT));
        agree(CLAUSES.replace("base: 1000", "base: 9000"));

        assertThat(assess().added()).isZero();

        assertThat(entries()).isEqualTo(first);
        assertThat(wiring.events().fired(PenaltyProposed.class)).hasSize(3);
        assertThat(wiring.events().fired(CreditsProposed.class)).hasSize(1);
    }

    @Test
    void what_becomes_known_later_about_something_new_is_added_by_the_terms_of_the_first_assessment_within_the_cap() {
        assessedNovember();
        agree(CLAUSES.replace("base: 1000", "base: 9000"));
        outage("Files", "2026-11-25T08:00:00Z", "2026-11-25T14:00:00Z", OutageCause.FAULT);

        assertThat(assess().added()).isEqualTo(1);

        PenaltyRow files = entries().get(3);
        assertThat(files.subject()).isEqualTo("Files");
        assertThat(files.calculation())
                .containsEntry("downTime", "PT6H")
                .containsEntry("calculated", "250.00")
                .containsEntry("owedBefore", "200.00")
                .containsEntry("capped", true);
        assertThat(files.amount()).hasToString("100.00");
        assertThat(as(manager, () -> wiring.get(PenaltyQueries.class).month(contract(), "2026-11")).owed()).hasToString("300.00");
    }

    @Test
    void an_assessed_month_keeps_its_beginning_and_end_when_the_contract_moves_to_another_zone() {
        assessedNovember();
        at("2026-12-02T09:00:00Z");
        String abroad = "ABROAD-" + customer.code();
        as(manager, () -> wiring.get(ServiceCalendars.class).record(
                abroad, Map.of("zone", "America/New_York", "hours", Map.of("MONDAY", List.of(List.of("08:00", "16:00")))), null, null));
        String targets = new YamlAgreementText().write(SampleAgreement.of(abroad, SampleAgreement.hourly()).toMap());
        as(manager, () -> wiring.get(ContractAgreements.class).record(contract(), targets + CLAUSES, null, "The customer", null, null));

        assertThat(availability().from()).isEqualTo("2026-10-31T23:00:00Z");
        assertThat(availability().until()).isEqualTo("2026-11-30T23:00:00Z");
        assertThat(assess().added()).isZero();
    }

    @Test
    void what_is_agreed_in_the_course_of_a_month_counts_from_the_next_one_on() {
        november();
        agree(CLAUSES.replace("base: 1000", "base: 9000"));
        at("2026-12-01T02:00:00Z");
        assess();
        assertThat(entry("UPTIME").amount()).hasToString("100.00");

        at("2027-01-01T02:00:00Z");
        outage("Mail", "2026-12-21T10:00:00Z", "2026-12-21T12:00:00Z", OutageCause.FAULT);
        AssessedMonth december = database.inTransaction(
                () -> wiring.get(PenaltyAssessment.class).assess(customer.contractId(), YearMonth.parse("2026-12")));
        assertThat(december.owed()).isEqualByComparingTo("900");
    }

    @Test
    void a_month_without_penalties_in_the_contract_is_not_assessed() {
        AssessedMonth october = database.inTransaction(
                () -> wiring.get(PenaltyAssessment.class).assess(customer.contractId(), YearMonth.parse("2026-10")));
        assertThat(october.outcome()).isEqualTo(AssessedMonth.Outcome.NONE_AGREED);
    }

    @Test
    void a_slow_acceptance_and_paused_time_breach_nothing() {
        Ticket slow = ticket();
        at("2026-11-16T10:00:00Z");
        resolve(slow);
        Ticket paused = ticket();
        work(paused, one -> one.start(customer.agentId(), customer.terms(wiring), wiring.clock().instant()));
        work(paused, one -> one.wroteToCustomer(customer.terms(wiring), wiring.clock().instant()));
        work(paused, one -> one.hold(
                Hold.open(HoldReason.AWAITING_CUSTOMER, null), customer.terms(wiring), wiring.clock().instant()));
        at("2026-12-01T02:00:00Z");

        assertThat(assess().added()).isZero();
    }

    @Test
    void a_word_that_came_too_late_is_a_breach_though_later_ones_came_in_time() {
        at("2026-10-20T09:00:00Z");
        Map<String, TargetTimes> priorities = SampleAgreement.hourly();
        priorities.replaceAll((priority, times) -> new TargetTimes(times.response(), Duration.ofHours(2), times.resolution()));
        String targets = new YamlAgreementText().write(SampleAgreement.of("HOURS-" + customer.code(), priorities).toMap());
        String clauses = "penalties: {currency: EUR, base: 1000, clauses: [{code: WORDS, measure: UPDATE, perBreach: {percent: 0.5}}]}\n";
        as(manager, () -> wiring.get(ContractAgreements.class).record(contract(), targets + clauses, null, "The customer", null, null));
        at("2026-11-16T09:00:00Z");
        Ticket late = ticket();
        Ticket kept = ticket();
        at("2026-11-16T10:00:00Z");
        work(kept, one -> one.resolve("Done", customer.agentId(), customer.terms(wiring), wiring.clock().instant()));
        at("2026-11-16T12:00:00Z");
        work(late, one -> one.wroteToCustomer(customer.terms(wiring), wiring.clock().instant()));
        at("2026-11-16T13:00:00Z");
        resolve(late);
        at("2026-12-01T02:00:00Z");

        assertThat(assess().added()).isEqualTo(1);

        PenaltyRow words = entry("WORDS");
        assertThat(words.subject()).isEqualTo(late.number());
        assertThat(words.amount()).hasToString("5.00");
        assertThat(words.calculation()).containsEntry("due", "2026-11-16T11:00:00Z").containsEntry("rounding", "HALF_UP");
        work(late, one -> assertThat(one.breached(wiring.clock().instant())).contains("UPDATE"));
    }

    @Test
    void a_breach_counts_in_the_month_in_which_the_target_fell_due() {
        at("2026-11-30T14:00:00Z");
        Ticket ticket = ticket();
        // Due after three hours of service: one on Monday, two on Tuesday, which is December.
        at("2026-12-31T23:30:00Z");
        assertThat(assess().added()).isZero();
        AssessedMonth december = database.inTransaction(
                () -> wiring.get(PenaltyAssessment.class).assess(customer.contractId(), YearMonth.parse("2026-12")));
        assertThat(december.added()).isEqualTo(2);
        assertThat(as(manager, () -> wiring.get(PenaltyQueries.class).entries(contract(), "2026-12", null, null, null)).items())
                .first()
                .satisfies(row -> assertThat(row.subject()).isEqualTo(ticket.number()));
    }

    @Test
    void a_breach_that_is_owed_is_not_owed_again_when_other_terms_move_it_into_a_later_month() {
        Ticket ticket = ticket();
        at("2026-12-01T02:00:00Z");
        assess();
        assertThat(entries()).extracting(PenaltyRow::clause, PenaltyRow::subject).contains(tuple("FIRST-WORD", ticket.number()));

        // A hundred hours of service from 16 November on are used up in December, and still nobody has answered.
        at("2026-12-01T09:00:00Z");
        Map<String, TargetTimes> slower = SampleAgreement.hourly();
        slower.put("P3", SampleAgreement.minutes(6_000, 12_000));
        agree(slower, CLAUSES);
        work(ticket, one -> one.recompute(customer.terms(wiring)));
        at("2027-01-01T02:00:00Z");
        database.inTransaction(() -> wiring.get(PenaltyAssessment.class).assess(customer.contractId(), YearMonth.parse("2026-12")));

        assertThat(as(manager, () -> wiring.get(PenaltyQueries.class).entries(contract(), null, null, null, null)).items())
                .filteredOn(row -> row.clause().equals("FIRST-WORD"))
                .extracting(PenaltyRow::month)
                .containsExactly("2026-11");
    }

    @Test
    void the_customer_agrees_to_one_and_disputes_another_which_is_settled_and_agreed_to() {
        assessedNovember();
        PenaltyRow uptime = entry("UPTIME");
        PenaltyRow word = entry("FIRST-WORD");
        PenaltyLedger ledger = wiring.get(PenaltyLedger.class);
        assertThat(entry(contact(), uptime.id()).mayDecide()).isTrue();
        assertThat(entry(manager, uptime.id()).mayDecide()).isFalse();

        does(contact(), () -> ledger.agree(uptime.id(), 1));
        refused("penalty-agreed", () -> does(contact(), () -> ledger.dispute(uptime.id(), "After all", null)));
        refused("penalty-agreed", () -> does(manager, () -> ledger.settle(uptime.id(), BigDecimal.ONE, "No", null)));
        refused("changed-meanwhile", () -> does(contact(), () -> ledger.agree(uptime.id(), 1)));

        does(contact(), () -> ledger.dispute(word.id(), "It was a P1", null));
        refused("penalty-disputed", () -> does(contact(), () -> ledger.agree(word.id(), 2)));
        refused("penalty-over-cap", () -> does(manager, () -> ledger.settle(word.id(), new BigDecimal("150.01"), "Much", null)));
        refused("penalty-amount-too-fine", () -> does(manager, () -> ledger.settle(word.id(), new BigDecimal("60.005"), "Fine", null)));
        for (String odd : List.of("1e-999999999", "0e-999999999", "0e999999999", "-1e999999999")) {
            refused("penalty-amount-too-fine", () -> does(manager, () -> ledger.settle(word.id(), new BigDecimal(odd), "Odd", null)));
        }
        refused("penalty-amount-too-large", () -> does(manager, () -> ledger.settle(word.id(), new BigDecimal("1e999999999"), "Odd", null)));
        refused("penalty-amount-negative", () -> does(manager, () -> ledger.settle(word.id(), new BigDecimal("-1"), "No", null)));
        does(manager, () -> ledger.settle(word.id(), new BigDecimal("75"), "Indeed", 2L));
        refused("changed-meanwhile", () -> does(contact(), () -> ledger.agree(word.id(), 1)));
        does(contact(), () -> ledger.agree(word.id(), 3));

        PenaltyDetails details = entry(contact(), word.id());
        assertThat(details.entry().proposed()).hasToString("50.00");
        assertThat(details.entry().amount()).hasToString("75.00");
        assertThat(details.steps()).extracting(PenaltyStepView::state).containsExactly(
                PenaltyState.PROPOSED, PenaltyState.DISPUTED, PenaltyState.SETTLED, PenaltyState.AGREED);
        assertThat(details.steps()).extracting(step -> step.amount().toPlainString()).containsExactly("50.00", "50.00", "75.00", "75.00");
        assertThat(details.steps()).extracting(PenaltyStepView::by).containsExactly(
                null, "Contact " + customer.code(), "The manager", "Contact " + customer.code());
        assertThat(as(manager, () -> wiring.get(PenaltyQueries.class).month(contract(), "2026-11")).agreed()).hasToString("175.00");
        List<PenaltyRow> before = entries();
        assess();
        assertThat(entries()).isEqualTo(before);
    }

    @Test
    void of_two_agreements_at_once_one_is_kept() throws Exception {
        assessedNovember();
        long id = entry("UPTIME").id();
        wiring.calledBy(contact());
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<Future<?>> agreements = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            agreements.add(nodes.submit(() -> database.inTransaction(() -> wiring.get(PenaltyLedger.class).agree(id, 1))));
        }
        nodes.shutdown();
        assertThat(nodes.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        int refusals = 0;
        for (Future<?> agreement : agreements) {
            try {
                agreement.get();
            } catch (java.util.concurrent.ExecutionException refused) {
                refusals++;
            }
        }
        assertThat(refusals).isEqualTo(1);
        assertThat(entry(manager, id).steps()).hasSize(2);
    }

    @Test
    void the_database_keeps_what_was_agreed_and_every_amount() {
        assessedNovember();
        long id = entry("UPTIME").id();
        does(contact(), () -> wiring.get(PenaltyLedger.class).agree(id, 1));

        for (String change : List.of(
                "UPDATE penalty_step SET amount = 0", "DELETE FROM penalty_step", "UPDATE penalty_entry SET calculation = '{}'",
                "DELETE FROM penalty_entry", "DELETE FROM penalty_month", "DELETE FROM outage")) {
            assertThatThrownBy(() -> database.executeAsApplication(change)).as(change).isInstanceOf(SQLException.class);
        }
        String step = "INSERT INTO penalty_step (id, entry_id, organisation_id, ordinal, state, amount, after_ordinal, after_state,"
                + " after_amount, contact_id, account_id, reason, taken_at) VALUES (-1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
        Instant now = wiring.clock().instant();
        BigDecimal owed = new BigDecimal("100");
        // After an agreement nothing follows, whatever is said of the step before.
        for (String state : List.of("AGREED", "PROPOSED", "SETTLED", "DISPUTED")) {
            assertThatThrownBy(() -> database.executeAsApplication(
                            step, id, customer.organisationId(), 3, "DISPUTED", owed, 2, state, owed, customer.contactId(), null, "Why", now))
                    .as(state)
                    .isInstanceOf(SQLException.class);
        }
        long open = entry("RESOLUTIONS").id();
        BigDecimal half = new BigDecimal("50");
        // An agreement changes no amount, and is nobody's of another customer.
        assertThatThrownBy(() -> database.executeAsApplication(
                        step, open, customer.organisationId(), 2, "AGREED", owed, 1, "PROPOSED", half, customer.contactId(), null, null, now))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication(
                        step, open, customer.organisationId(), 2, "AGREED", half, 1, "PROPOSED", half, other.contactId(), null, null, now))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication(
                        step, open, customer.organisationId(), 2, "SETTLED", owed, 1, "PROPOSED", half, null, customer.agentId(), "So", now))
                .isInstanceOf(SQLException.class);
    }

    @Test
    void another_customer_learns_of_nothing() {
        assessedNovember();
        long id = entry("UPTIME").id();
        long outage = outage("Mail", "2026-11-25T00:00:00Z", null, OutageCause.FAULT);
        refused("not-found", () -> entry(stranger(), id));
        refused("not-found", () -> does(stranger(), () -> wiring.get(PenaltyLedger.class).agree(id, 1)));
        refused("not-found", () -> does(stranger(), () -> wiring.get(PenaltyLedger.class).dispute(id, "Mine", null)));
        refused("not-found", () -> as(stranger(), () -> wiring.get(PenaltyQueries.class).entries(contract(), null, null, null, null)));
        refused("not-found", () -> as(stranger(), () -> wiring.get(PenaltyQueries.class).month(contract(), "2026-11")));
        refused("not-found", () -> as(stranger(), () -> wiring.get(AvailabilityQueries.class).month(contract(), "2026-11")));
        refused("not-found", () -> as(stranger(), () -> wiring.get(OutageLog.class).list(contract(), null, null, null)));
        refused("not-found", () -> as(stranger(), () -> wiring.get(OutageLog.class).find(outage)));
    }

    @Test
    void a_contact_who_is_not_fixed_looks_and_does_not_sign() throws SQLException {
        assessedNovember();
        long id = entry("UPTIME").id();
        database.executeAsApplication("UPDATE contract_contact SET fixed = FALSE WHERE contract_id = ?", customer.contractId());
        assertThat(entry(contact(), id).mayDecide()).isFalse();
        refused("penalty-fixed-contact-only", () -> does(contact(), () -> wiring.get(PenaltyLedger.class).agree(id, 1)));
        refused("penalty-fixed-contact-only", () -> does(contact(), () -> wiring.get(PenaltyLedger.class).dispute(id, "Why", null)));
    }

    @Test
    void an_outage_is_recorded_corrected_and_withdrawn_and_what_cannot_be_is_refused() {
        at("2026-11-22T10:00:00Z");
        OutageLog log = wiring.get(OutageLog.class);
        Instant start = Instant.parse("2026-11-21T10:00:00Z");
        Instant end = Instant.parse("2026-11-21T12:00:00Z");
        refused("outage-ends-before-start", () -> outage("Mail", "2026-11-21T10:00:00Z", "2026-11-21T10:00:00Z", OutageCause.FAULT));
        refused("outage-service-unknown", () -> outage("Payroll", "2026-11-21T10:00:00Z", null, OutageCause.FAULT));
        refused("outage-to-come", () -> outage("Mail", "2026-11-22T10:00:01Z", null, OutageCause.FAULT));
        refused("required", () -> outage("Mail", "2026-11-21T10:00:00Z", null, null));
        String foreign = database.inTransaction(() -> other.ticket(wiring, "Theirs").number());
        refused("outage-ticket-unknown", () -> as(agent(), () ->
                log.record(contract(), new RecordOutage("Mail", start, null, OutageCause.FAULT, "Why", foreign))));
        long planned = outage("mail", "2026-12-24T10:00:00Z", "2026-12-24T12:00:00Z", OutageCause.AGREED_MAINTENANCE);
        assertThat(as(agent(), () -> log.find(planned)).excluded()).isTrue();

        String number = ticket().number();
        long id = as(agent(), () -> log.record(contract(), new RecordOutage("Mail", start, null, OutageCause.FAULT, "Disk full", number)));
        assertThat(availability().downSeconds()).isEqualTo(Duration.ofHours(24).toSeconds());
        refused("outage-recorded-already", () -> outage("MAIL", "2026-11-21T10:00:00Z", null, OutageCause.FAULT));
        assertThatThrownBy(() -> database.executeAsApplication(
                        "INSERT INTO outage (id, contract_id, organisation_id, service, starts_at, cause, note, recorded_by_id, recorded_at, live_key,"
                                + " version) SELECT -1, contract_id, organisation_id, service, starts_at, cause, note, recorded_by_id, recorded_at,"
                                + " live_key, 1 FROM outage WHERE id = ?",
                        id))
                .isInstanceOf(SQLException.class);
        does(agent(), () -> log.correct(id, new CorrectOutage(null, end, false, null, null, null), 1L));
        assertThat(availability().downSeconds()).isEqualTo(Duration.ofHours(2).toSeconds());
        assertThat(availability().parts()).singleElement().satisfies(part -> assertThat(part.outages()).containsExactly(id));
        assertThat(wiring.events().fired(OutageCorrected.class)).singleElement().satisfies(event -> {
            assertThat(event.endBefore()).isNull();
            assertThat(event.end()).isEqualTo(end);
        });
        refused("changed-meanwhile", () -> does(agent(), () -> log.correct(id, new CorrectOutage(null, end, false, null, null, null), 1L)));
        refused("outage-ends-before-start", () -> does(agent(), () ->
                log.correct(id, new CorrectOutage(null, start.minusSeconds(1), false, null, null, null), null)));
        OutageView view = as(contact(), () -> log.find(id));
        assertThat(view.ticket()).isEqualTo(number);
        assertThat(view.excluded()).isFalse();
        refused("required", () -> does(agent(), () -> log.correct(id, new CorrectOutage(null, null, false, null, " ", null), null)));
        does(agent(), () -> log.correct(id, new CorrectOutage(null, null, true, null, null, ""), null));
        assertThat(as(contact(), () -> log.find(id))).satisfies(lasting -> {
            assertThat(lasting.end()).isNull();
            assertThat(lasting.ticket()).isNull();
            assertThat(lasting.note()).isEqualTo("Disk full");
        });
        does(agent(), () -> log.correct(id, new CorrectOutage(null, end, true, null, null, null), null));
        assertThat(as(contact(), () -> log.find(id)).end()).isEqualTo(end);

        long next = outage("Mail", "2026-11-21T13:00:00Z", "2026-11-21T13:01:00Z", OutageCause.FAULT);
        refused("outage-recorded-already", () -> does(agent(), () ->
                log.correct(next, new CorrectOutage(start, null, false, null, null, null), null)));
        does(agent(), () -> log.withdraw(next, null));
        does(agent(), () -> log.withdraw(id, null));
        assertThat(availability().downSeconds()).isZero();
        refused("outage-withdrawn", () -> does(agent(), () -> log.withdraw(id, null)));
        assertThat(as(contact(), () -> log.list(contract(), "2026-11", null, null)).items()).extracting(OutageView::id).containsExactly(next, id);
        outage("Mail", "2026-11-21T10:00:00Z", "2026-11-21T11:00:00Z", OutageCause.FAULT);
        assertThat(availability().downSeconds()).isEqualTo(Duration.ofHours(1).toSeconds());
    }

    @Test
    void of_a_service_that_the_contract_covered_then_an_outage_is_recorded_though_it_does_not_any_more() {
        at("2026-11-22T10:00:00Z");
        agree("services: [{name: Files, criticality: NORMAL}]\n");
        at("2026-11-23T10:00:00Z");

        long id = outage("mail", "2026-11-21T10:00:00Z", "2026-11-21T12:00:00Z", OutageCause.FAULT);

        assertThat(as(agent(), () -> wiring.get(OutageLog.class).find(id)).service()).isEqualTo("Mail");
        assertThat(availability().downSeconds()).isEqualTo(Duration.ofHours(2).toSeconds());
        refused("outage-service-unknown", () -> outage("Mail", "2026-11-22T11:00:00Z", null, OutageCause.FAULT));
    }

    private AvailabilityView availability() {
        return as(contact(), () -> wiring.get(AvailabilityQueries.class).month(contract(), "2026-11")).get(0);
    }

    @Test
    void lists_are_read_page_by_page() {
        at("2026-11-27T10:00:00Z");
        for (int day = 10; day < 17; day++) {
            outage("Mail", "2026-11-" + day + "T10:00:00Z", "2026-11-" + day + "T10:01:00Z", OutageCause.FAULT);
            at("2026-11-" + day + "T08:00:00Z");
            ticket();
            at("2026-11-27T10:00:00Z");
        }
        at("2026-12-01T02:00:00Z");
        assess();
        List<Long> all = entries().stream().map(PenaltyRow::id).toList();
        List<Long> paged = new ArrayList<>();
        String after = null;
        do {
            String from = after;
            CursorPage<PenaltyRow> page = as(manager, () -> wiring.get(PenaltyQueries.class).entries(contract(), null, null, 3, from));
            page.items().forEach(row -> paged.add(row.id()));
            after = page.next();
        } while (after != null);
        assertThat(paged).hasSizeGreaterThan(6).isEqualTo(all);
        List<Instant> starts = new ArrayList<>();
        do {
            String from = after;
            CursorPage<OutageView> page = as(agent(), () -> wiring.get(OutageLog.class).list(contract(), null, 3, from));
            page.items().forEach(row -> starts.add(row.start()));
            after = page.next();
        } while (after != null);
        assertThat(starts).hasSize(7).isSortedAccordingTo(java.util.Comparator.reverseOrder());
        refused("month-malformed", () -> as(agent(), () -> wiring.get(OutageLog.class).list(contract(), "2026-13", null, null)));
        refused("month-to-come", () -> as(agent(), () -> wiring.get(AvailabilityQueries.class).month(contract(), "2027-01")));
    }
}
