package org.countersign.rota.service;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.rota.model.DutyCalendarWriter;
import org.countersign.rota.model.RotaCovers;
import org.countersign.rota.model.Rotas;
import org.countersign.rota.service.PublishRota.Covered;
import org.countersign.rota.service.PublishRota.PlannedShift;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;

/** A customer, three agents, a manager, and no rota yet. */
public final class RotaFixture {

    private static int customers;

    private final TestDatabase database;
    private final Wiring wiring;
    private final SampleCustomer customer;
    private final long[] people = new long[3];
    private final String[] names = new String[3];
    private final String manager;

    public RotaFixture(TestDatabase database) throws SQLException {
        this.database = database;
        for (String table : List.of("call_out", "rota_handover", "rota_swap", "rota_absence", "rota_coverage", "rota_past_coverage", "rota_shift", "rota", "duty_feed")) {
            database.executeAsOwner("DELETE FROM " + table);
        }
        wiring = new Wiring(database);
        wiring.bind(RotaCovers.class, (RotaCovers) wiring.get(Rotas.class));
        wiring.bind(DutyCalendarWriter.class, new org.countersign.rota.ical.ICalDutyCalendar());
        String code = "R" + customers++;
        customer = SampleCustomer.store(database, wiring, code);
        String small = code.toLowerCase(java.util.Locale.ROOT);
        manager = small + "-manager";
        database.inTransaction(() -> {
            for (int i = 0; i < 3; i++) {
                names[i] = small + "-" + (char) ('a' + i);
                people[i] = store(names[i], "Person " + (char) ('A' + i), Role.AGENT);
            }
            store(manager, "Manager", Role.MANAGER);
        });
    }

    private long store(String name, String displayName, Role role) {
        Account account = Account.ofStaff(name, displayName, name + "@desk.example", SupportLevel.L1, Set.of(role));
        wiring.get(Accounts.class).add(account);
        return account.id();
    }

    public Wiring wiring() {
        return wiring;
    }

    public SampleCustomer customer() {
        return customer;
    }

    public long[] people() {
        return people;
    }

    /** The account of the manager. */
    public String manager() {
        return manager;
    }

    public String name(int person) {
        return names[person];
    }

    public String contract() {
        return "DESK-" + customer.code();
    }

    Instant now() {
        return wiring.clock().instant();
    }

    /** So many hours from now. */
    Instant h(int hours) {
        return now().plus(Duration.ofHours(hours));
    }

    PlannedShift shift(int from, int until, int responsible, int backup) {
        return new PlannedShift(h(from), h(until), names[responsible], names[backup]);
    }

    PublishRota plan(int from, int until, PlannedShift... shifts) {
        return new PublishRota(
                "ROTA", "The rota", "Europe/Budapest", List.of(new Covered(contract(), Duration.ofMinutes(20), false)), h(from), h(until),
                List.of(shifts));
    }

    /** A plan with other contracts. */
    PublishRota covering(PublishRota plan, Covered... contracts) {
        return covering(plan, List.of(contracts));
    }

    /** @param contracts {@code null} for those that are covered already */
    PublishRota covering(PublishRota plan, List<Covered> contracts) {
        return new PublishRota(plan.code(), plan.name(), plan.zone(), contracts, plan.from(), plan.until(), plan.shifts());
    }

    /** Eight hours each for a, b and c, with the next one as backup. */
    public PublishRota threeShifts() {
        return plan(0, 24, shift(0, 8, 0, 1), shift(8, 16, 1, 2), shift(16, 24, 2, 0));
    }

    public void publish(PublishRota plan) {
        asManager(() -> get(RotaPlanning.class).publish(plan, null));
    }

    <T> T asManager(Supplier<T> work) {
        return as(manager, work);
    }

    <T> T as(int person, Supplier<T> work) {
        return as(names[person], work);
    }

    private <T> T as(String account, Supplier<T> work) {
        wiring.calledBy(account);
        return database.inTransaction(work);
    }

    <T> T get(Class<T> type) {
        return wiring.get(type);
    }

    /** Who is on duty at an instant: responsible and backup. */
    List<Integer> onDuty(Instant at) {
        OnDutyView view = asManager(() -> get(RotaQueries.class).onDuty(contract(), at));
        return List.of(List.of(names).indexOf(view.responsible().account()), List.of(names).indexOf(view.backup().account()));
    }
}
