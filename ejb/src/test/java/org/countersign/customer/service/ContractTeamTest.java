package org.countersign.customer.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.customer.model.CustomerEvent.TeamMemberNamed;
import org.countersign.customer.model.CustomerEvent.TeamPlanWithdrawn;
import org.countersign.customer.model.TeamRole;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.AccountEvent.AccountDeactivated;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** Who speaks for the provider under a contract, today and in March. */
@OnEachDatabase
class ContractTeamTest {

    private static final LocalDate MARCH = LocalDate.parse("2026-03-01");
    private static final LocalDate TODAY = LocalDate.parse("2026-11-16");

    private static int customers;

    @Parameter
    TestDatabase database;

    private Wiring wiring;
    private String contract;
    private String agent;
    private String manager;
    private SampleCustomer other;

    @BeforeEach
    void a_contract_and_two_people() {
        wiring = new Wiring(database);
        SampleCustomer customer = SampleCustomer.store(database, wiring, "T" + customers++);
        other = SampleCustomer.store(database, wiring, "T" + customers++);
        contract = "DESK-" + customer.code();
        agent = customer.code().toLowerCase(Locale.ROOT) + "-agent";
        manager = customer.code().toLowerCase(Locale.ROOT) + "-manager";
        run(() -> wiring.get(Accounts.class)
                .add(Account.ofStaff(manager, "Manager", manager + "@desk.example", SupportLevel.L2, Set.of(Role.MANAGER))));
        wiring.calledBy(manager);
    }

    @Test
    void who_was_it_in_march_is_answered_after_the_role_has_gone_to_somebody_else() {
        name(MARCH, member(TeamRole.CONFIGURATION, agent, "+36 1 234"), member(TeamRole.RESPONSIBLE_MANAGER, manager, null));
        name(TODAY, member(TeamRole.CONFIGURATION, manager, null), member(TeamRole.RESPONSIBLE_MANAGER, manager, null));

        assertThat(on(TODAY, TeamRole.CONFIGURATION)).isEqualTo(manager);
        assertThat(on(LocalDate.parse("2026-11-15"), TeamRole.CONFIGURATION)).isEqualTo(agent);
        assertThat(on(MARCH, TeamRole.CONFIGURATION)).isEqualTo(agent);
        assertThat(on(MARCH.minusDays(1), TeamRole.CONFIGURATION)).isNull();
        assertThat(team(MARCH).member(TeamRole.CONFIGURATION).orElseThrow()).satisfies(member -> {
            assertThat(member.phone()).isEqualTo("+36 1 234");
            assertThat(member.until()).isEqualTo(LocalDate.parse("2026-11-15"));
        });
        assertThat(team(null).members()).extracting(TeamMemberView::role).containsExactly(TeamRole.RESPONSIBLE_MANAGER, TeamRole.CONFIGURATION);
        assertThat(wiring.events().fired(TeamMemberNamed.class)).extracting(TeamMemberNamed::role, TeamMemberNamed::before, TeamMemberNamed::after)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(TeamRole.RESPONSIBLE_MANAGER, null, manager),
                        org.assertj.core.groups.Tuple.tuple(TeamRole.CONFIGURATION, null, agent + " +36 1 234"),
                        org.assertj.core.groups.Tuple.tuple(TeamRole.CONFIGURATION, agent + " +36 1 234", manager));
    }

    @Test
    void today_is_the_day_in_the_zone_of_the_contract() {
        wiring.clock().moveTo(Instant.parse("2026-11-16T23:30:00Z"));
        assertThat(team(null).day()).isEqualTo(LocalDate.parse("2026-11-17"));
    }

    @Test
    void the_same_said_twice_changes_nothing_and_a_slip_of_the_same_day_leaves_no_trace_in_the_team() {
        name(TODAY, member(TeamRole.CONFIGURATION, agent, null));
        name(TODAY, member(TeamRole.CONFIGURATION, agent, null));
        assertThat(wiring.events().fired(TeamMemberNamed.class)).hasSize(1);

        name(TODAY, member(TeamRole.CONFIGURATION, manager, null));
        assertThat(team(null).memberships()).extracting(TeamMemberView::account).containsExactly(manager);
    }

    @Test
    void a_role_that_is_not_named_is_nobodys_from_then_on() {
        name(MARCH, member(TeamRole.BUSINESS_IMPACT, agent, null));
        name(TODAY);
        assertThat(team(null).members()).isEmpty();
        assertThat(on(TODAY.minusDays(1), TeamRole.BUSINESS_IMPACT)).isEqualTo(agent);
        name(TODAY.plusDays(1), member(TeamRole.BUSINESS_IMPACT, agent, null));
        assertThat(on(TODAY.plusDays(1), TeamRole.BUSINESS_IMPACT)).isEqualTo(agent);
        assertThat(team(null).members()).isEmpty();
    }

    @Test
    void whom_customers_are_told_to_turn_to_keeps_the_account_until_somebody_else_is_named() {
        name(TODAY, member(TeamRole.CONFIGURATION, agent, null));
        TeamGuard guard = wiring.get(TeamGuard.class);
        refused("account-in-team", () -> run(() -> guard.deactivated(new AccountDeactivated(agent))));
        name(TODAY.plusDays(1), member(TeamRole.CONFIGURATION, manager, null));
        run(() -> guard.deactivated(new AccountDeactivated(agent)));
        refused("account-in-team", () -> run(() -> guard.deactivated(new AccountDeactivated(manager))));
    }

    @Test
    void what_makes_no_sense_is_refused() {
        name(TODAY, member(TeamRole.CONFIGURATION, agent, null));
        refused("team-later-known", () -> name(MARCH, member(TeamRole.CONFIGURATION, manager, null)));
        refused("team-role-twice", () -> name(TODAY, member(TeamRole.CONFIGURATION, agent, null), member(TeamRole.CONFIGURATION, manager, null)));
        refused("team-person-unknown", () -> name(TODAY, member(TeamRole.CONFIGURATION, "nobody", null)));
        String contact = other.code().toLowerCase(Locale.ROOT) + "-contact";
        refused("team-person-unknown", () -> name(TODAY, member(TeamRole.CONFIGURATION, contact, null)));
        refused("required", () -> name(TODAY, member(null, agent, null)));
        refused("too-long", () -> name(TODAY, member(TeamRole.CONFIGURATION, agent, "1".repeat(51))));
        long seen = team(null).version();
        name(TODAY, member(TeamRole.CONFIGURATION, manager, null));
        refused("changed-meanwhile", () -> run(() -> wiring.get(ContractTeam.class).name(contract, TODAY, List.of(), seen)));
    }

    @Test
    void the_database_has_no_place_for_two_people_in_one_role_on_one_day() {
        name(TODAY, member(TeamRole.CONFIGURATION, agent, null));
        name(MARCH.plusYears(1), member(TeamRole.CONFIGURATION, manager, null));
        assertThatThrownBy(() -> database.executeAsApplication("UPDATE team_membership SET from_day = ?", TODAY)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> database.executeAsApplication("DELETE FROM team_membership")).isInstanceOf(SQLException.class);
    }

    @Test
    void two_who_name_the_team_at_once_do_so_one_after_the_other() throws Exception {
        ExecutorService clicks = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int click = 0; click < 2; click++) {
                done.add(clicks.submit(() -> name(TODAY, member(TeamRole.CONFIGURATION, agent, null))));
            }
            for (Future<?> one : done) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            clicks.shutdownNow();
        }
        assertThat(team(null).memberships()).hasSize(1);
    }

    @Test
    void what_is_planned_is_withdrawn_before_its_day_and_blocks_nothing_any_more() {
        LocalDate wrong = LocalDate.parse("2099-01-01");
        name(TODAY, member(TeamRole.CONFIGURATION, agent, null), member(TeamRole.BUSINESS_IMPACT, agent, null));
        name(wrong, member(TeamRole.CONFIGURATION, manager, "+36 1 234"));
        refused("team-later-known", () -> name(TODAY.plusDays(1), member(TeamRole.CONFIGURATION, manager, null)));
        assertThat(planned()).contains(wrong);
        refused("changed-meanwhile", () -> withdraw(wrong, team(null).version() + 1));

        withdraw(wrong, team(null).version());

        assertThat(wiring.events().fired(TeamPlanWithdrawn.class))
                .extracting(TeamPlanWithdrawn::role, TeamPlanWithdrawn::from, TeamPlanWithdrawn::planned, TeamPlanWithdrawn::stays)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(TeamRole.CONFIGURATION, wrong, manager + " +36 1 234", agent),
                        org.assertj.core.groups.Tuple.tuple(TeamRole.BUSINESS_IMPACT, wrong, null, agent));
        assertThat(planned()).isEmpty();
        assertThat(on(wrong, TeamRole.CONFIGURATION)).isEqualTo(agent);
        assertThat(on(wrong, TeamRole.BUSINESS_IMPACT)).isEqualTo(agent);
        assertThat(team(null).memberships()).hasSize(2).allSatisfy(member -> assertThat(member.until()).isNull());
        refused("team-not-planned", () -> withdraw(wrong, null));
        TeamGuard guard = wiring.get(TeamGuard.class);
        run(() -> guard.deactivated(new AccountDeactivated(manager)));

        name(TODAY.plusDays(1), member(TeamRole.CONFIGURATION, manager, null));
        name(wrong, member(TeamRole.CONFIGURATION, agent, null));
        assertThat(on(TODAY.plusDays(1), TeamRole.CONFIGURATION)).isEqualTo(manager);
        assertThat(on(wrong, TeamRole.CONFIGURATION)).as("planned once more for the same day").isEqualTo(agent);
    }

    @Test
    void only_the_last_of_what_is_planned_can_be_withdrawn_and_nothing_that_has_begun() {
        name(TODAY, member(TeamRole.CONFIGURATION, agent, null));
        refused("team-begun", () -> withdraw(TODAY, null));
        name(TODAY.plusDays(2), member(TeamRole.CONFIGURATION, manager, null));
        name(TODAY.plusDays(3), member(TeamRole.CONFIGURATION, agent, null));
        refused("team-later-planned", () -> withdraw(TODAY.plusDays(2), null));
        withdraw(TODAY.plusDays(3), null);
        wiring.clock().advance(Duration.ofDays(2));
        refused("team-begun", () -> withdraw(TODAY.plusDays(2), null));
        assertThat(on(TODAY.plusDays(3), TeamRole.CONFIGURATION)).isEqualTo(manager);
        wiring.calledBy(other.code().toLowerCase(Locale.ROOT) + "-contact");
        refused("not-found", () -> run(() -> wiring.get(ContractTeam.class).withdraw("NONE", TODAY.plusDays(9), null)));
    }

    @Test
    void a_plan_is_withdrawn_once_by_whoever_of_two_is_first() throws Exception {
        LocalDate tomorrow = TODAY.plusDays(1);
        name(tomorrow, member(TeamRole.CONFIGURATION, agent, null));
        ExecutorService clicks = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int click = 0; click < 2; click++) {
                done.add(clicks.submit(() -> withdraw(tomorrow, null)));
            }
            int refusals = 0;
            for (Future<?> one : done) {
                try {
                    one.get(60, TimeUnit.SECONDS);
                } catch (ExecutionException second) {
                    refusals++;
                    refused("team-not-planned", () -> {
                        throw second.getCause();
                    });
                }
            }
            assertThat(refusals).isEqualTo(1);
        } finally {
            clicks.shutdownNow();
        }
        assertThat(wiring.events().fired(TeamPlanWithdrawn.class)).hasSize(1);
    }

    @Test
    void a_contact_sees_the_team_of_the_own_contracts_only() {
        name(TODAY, member(TeamRole.CONFIGURATION, agent, null));

        wiring.calledBy(agent.replace("-agent", "-contact"));
        assertThat(in(() -> wiring.get(ContractTeam.class).ownTeams())).singleElement().satisfies(own -> {
            assertThat(own.contract()).isEqualTo(contract);
            assertThat(own.members()).extracting(TeamMemberView::email).containsExactly(agent + "@desk.example");
        });
        wiring.calledBy(other.code().toLowerCase(Locale.ROOT) + "-contact");
        refused("not-found", () -> team(null));
        assertThat(in(() -> wiring.get(ContractTeam.class).ownTeams())).singleElement().satisfies(own -> assertThat(own.members()).isEmpty());
    }

    private String on(LocalDate day, TeamRole role) {
        return team(day).member(role).map(TeamMemberView::account).orElse(null);
    }

    private TeamView team(LocalDate day) {
        return in(() -> wiring.get(ContractTeam.class).team(contract, day));
    }

    private static NamedMember member(TeamRole role, String account, String phone) {
        return new NamedMember(role, account, phone);
    }

    private void name(LocalDate from, NamedMember... members) {
        run(() -> wiring.get(ContractTeam.class).name(contract, from, List.of(members), null));
    }

    private Optional<LocalDate> planned() {
        return in(() -> wiring.get(ContractTeam.class).planned(contract));
    }

    private void withdraw(LocalDate from, Long seen) {
        run(() -> wiring.get(ContractTeam.class).withdraw(contract, from, seen));
    }

    private static void refused(String code, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(BusinessRuleViolation.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private <T> T in(Supplier<T> work) {
        return database.inTransaction(work);
    }

    private void run(Runnable work) {
        database.inTransaction(work);
    }
}
