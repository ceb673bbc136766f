package org.countersign.customer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.CalendarUse;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.CustomerEvent.AgreementWithdrawn;
import org.countersign.customer.model.Customers;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** A version that is agreed for later and withdrawn before it begins. */
@OnEachDatabase
class PlannedVersionTest {

    private static final Instant WRONG = Instant.parse("2099-01-01T00:00:00Z");

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private SampleCustomer customer;
    private String contract;
    private ContractAgreements agreements;
    private String first;

    @BeforeEach
    void a_contract_with_a_version_that_begins_in_2099() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "PV" + customers++);
        contract = "DESK-" + customer.code();
        agreements = wiring.get(ContractAgreements.class);
        first = in(() -> agreements.print(agreements.version(contract, null).agreement()));
        assertThat(record(first.replace("PT24H", "PT16H"), WRONG)).isEqualTo(2);
    }

    @Test
    void one_wrong_date_blocks_the_contract_until_it_is_withdrawn() {
        refused("version-before-predecessor", () -> record(first.replace("PT24H", "PT20H"), null));

        withdraw(2);

        assertThat(record(first.replace("PT24H", "PT20H"), null)).as("a number is given once").isEqualTo(3);
        assertThat(standing()).containsExactly(1, 3);
        assertThat(in(() -> agreements.changes(contract, 3))).containsExactly("targets[0].priorities.P3.resolution: PT24H → PT20H");
        assertThat(in(() -> agreements.version(contract, null)).number()).isEqualTo(3);
        assertThat(at(WRONG).version()).isEqualTo(3);
    }

    @Test
    void what_was_withdrawn_never_comes_into_force_and_the_one_before_goes_on() {
        assertThat(at(WRONG).version()).as("read, and kept, before it is withdrawn").isEqualTo(2);
        withdraw(2);
        assertThat(at(WRONG).version()).isEqualTo(1);
        CustomerDirectory directory = wiring.get(CustomerDirectory.class);
        wiring.clock().moveTo(WRONG.plusSeconds(1));
        assertThat(in(() -> directory.contract(contract)).version()).isEqualTo(1);
        assertThat(in(() -> directory.contractsOf(customer.organisationId()))).extracting(ContractTerms::version).containsExactly(1);
        assertThat(in(() -> directory.reporting(contract, customer.code().toLowerCase() + "@customer.example")).orElseThrow().contract().version())
                .isEqualTo(1);
    }

    @Test
    void a_calendar_answers_no_longer_for_what_was_withdrawn() {
        Customers stored = wiring.get(Customers.class);
        Supplier<List<CalendarUse>> uses =
                () -> stored.usesOf(stored.calendarByCode("HOURS-" + customer.code()).orElseThrow().id(), wiring.clock().instant());
        assertThat(in(uses)).hasSize(2);
        withdraw(2);
        assertThat(in(uses)).hasSize(1);
        wiring.clock().moveTo(WRONG.plusSeconds(1));
        assertThat(in(uses)).as("the first is in force still").hasSize(1);
    }

    @Test
    void the_record_keeps_what_it_said_who_had_agreed_and_who_withdrew_it() {
        withdraw(2);
        AgreementWithdrawn told = wiring.events().fired(AgreementWithdrawn.class).get(0);
        assertThat(told.contractId()).isEqualTo(customer.contractId());
        assertThat(told.version()).isEqualTo(2);
        assertThat(told.inForceFrom()).isEqualTo(WRONG);
        assertThat(told.agreedBy()).isEqualTo("Szabó Anna");
        assertThat(told.stays()).isEqualTo(1);
        assertThat(told.changes()).isEqualTo("targets[0].priorities.P3.resolution: PT24H → PT16H");
        assertThat(in(() -> agreements.history(contract))).hasSize(2).last().satisfies(kept -> {
            assertThat(kept.isWithdrawn()).isTrue();
            assertThat(kept.withdrawnAt()).isEqualTo(wiring.clock().instant());
            assertThat(kept.withdrawnBy()).isNotBlank();
            assertThat(kept.changes()).containsExactly("targets[0].priorities.P3.resolution: PT24H → PT16H");
        });
        assertThat(in(() -> agreements.print(agreements.version(contract, 2).agreement()))).isEqualTo(first.replace("PT24H", "PT16H"));
    }

    @Test
    void only_the_latest_goes_and_only_before_it_begins() {
        refused("version-first", () -> withdraw(1));
        assertThat(record(first.replace("PT24H", "PT20H"), WRONG.plusSeconds(1))).isEqualTo(3);
        refused("version-followed", () -> withdraw(2));
        withdraw(3);
        refused("version-withdrawn", () -> withdraw(3));
        refused("not-found", () -> withdraw(4));

        wiring.clock().moveTo(WRONG.minusMillis(1));
        assertThat(record(first, WRONG)).isEqualTo(4);
        wiring.clock().moveTo(WRONG);
        refused("version-begun", () -> withdraw(4));
        assertThat(standing()).containsExactly(1, 2, 4);
        assertThat(in(() -> agreements.changes(contract, 4))).containsExactly("targets[0].priorities.P3.resolution: PT16H → PT24H");
    }

    @Test
    void of_two_clicks_on_two_nodes_the_second_finds_it_withdrawn() throws Exception {
        assertThat(failures(() -> withdraw(2), () -> withdraw(2))).containsExactly("version-withdrawn");
        assertThat(wiring.events().fired(AgreementWithdrawn.class)).hasSize(1);
    }

    @Test
    void a_version_that_is_withdrawn_while_the_next_is_recorded_is_either_followed_or_gone() throws Exception {
        List<String> refused = failures(() -> withdraw(2), () -> record(first.replace("PT24H", "PT20H"), WRONG.plus(Duration.ofDays(1))));
        List<Integer> standing = standing();
        if (refused.isEmpty()) {
            assertThat(standing).containsExactly(1, 3);
            assertThat(in(() -> agreements.changes(contract, 3))).containsExactly("targets[0].priorities.P3.resolution: PT24H → PT20H");
        } else {
            assertThat(refused).containsExactly("version-followed");
            assertThat(standing).containsExactly(1, 2, 3);
        }
    }

    @Test
    void the_application_can_neither_unmake_a_withdrawal_nor_take_a_version_away() {
        withdraw(2);
        assertThatThrownBy(() -> database.executeAsApplication("DELETE FROM contract_version_withdrawal")).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication("UPDATE contract_version_withdrawal SET withdrawn_by = 'x'"))
                .isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication("DELETE FROM contract_version")).isInstanceOf(SQLException.class);
    }

    /** Codes of the refusals when both are done at once. */
    private static List<String> failures(Runnable one, Runnable other) throws Exception {
        ExecutorService nodes = Executors.newFixedThreadPool(2);
        List<String> codes = new ArrayList<>();
        try {
            for (Future<?> done : List.of(nodes.submit(one), nodes.submit(other))) {
                try {
                    done.get(60, TimeUnit.SECONDS);
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(BusinessRuleViolation.class);
                    codes.add(((BusinessRuleViolation) refused.getCause()).code());
                }
            }
        } finally {
            nodes.shutdownNow();
        }
        return codes;
    }

    private List<Integer> standing() {
        return in(() -> agreements.versions(contract)).stream().map(AgreedVersion::number).toList();
    }

    private ContractTerms at(Instant moment) {
        return in(() -> wiring.get(CustomerDirectory.class).contract(customer.contractId(), moment));
    }

    private int record(String text, Instant from) {
        return in(() -> agreements.record(contract, text, from, "Szabó Anna", null, null));
    }

    private void withdraw(int number) {
        database.inTransaction(() -> agreements.withdraw(contract, number));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private <T> T in(Supplier<T> work) {
        return database.inTransaction(work);
    }
}
