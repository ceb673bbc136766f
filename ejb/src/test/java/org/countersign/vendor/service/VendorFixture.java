package org.countersign.vendor.service;

import java.sql.SQLException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Priority;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.service.TicketHandling;
import org.countersign.vendor.model.VendorTimes;

/** A customer, an agent of the third level, a manager, and the vendor SIGNER, which answers in four hours and solves in sixteen. */
final class VendorFixture {

    static final String VENDOR = "SIGNER";

    private static int customers;

    private final TestDatabase database;
    private final Wiring wiring;
    private final SampleCustomer customer;
    private final String agent;
    private final String manager;

    VendorFixture(TestDatabase database) throws SQLException {
        this.database = database;
        database.executeAsOwner("UPDATE ticket SET with_vendor_since = NULL");
        for (String table : List.of("vendor_case_entry", "vendor_case", "vendor_target", "vendor")) {
            database.executeAsOwner("DELETE FROM " + table);
        }
        wiring = new Wiring(database);
        wiring.events().observeBy(wiring.get(VendorHours.class));
        wiring.events().observeBy(wiring.get(EndedTickets.class));
        String code = "V" + customers++;
        customer = SampleCustomer.store(database, wiring, code);
        agent = code.toLowerCase(java.util.Locale.ROOT) + "-l3";
        manager = code.toLowerCase(java.util.Locale.ROOT) + "-manager";
        database.inTransaction(() -> {
            store(agent, SupportLevel.L3, Role.AGENT);
            store(manager, SupportLevel.L1, Role.MANAGER);
        });
        asManager(() -> get(VendorAdministration.class).record(vendor(Duration.ofHours(4)), null));
    }

    private void store(String name, SupportLevel level, Role role) {
        wiring.get(Accounts.class).add(Account.ofStaff(name, "Person " + name, name + "@desk.example", level, Set.of(role)));
    }

    Wiring wiring() {
        return wiring;
    }

    SampleCustomer customer() {
        return customer;
    }

    String agent() {
        return agent;
    }

    String manager() {
        return manager;
    }

    String calendar() {
        return "HOURS-" + customer.code();
    }

    RecordVendor vendor(Duration response) {
        Map<Priority, VendorTimes> targets = new EnumMap<>(Priority.class);
        for (Priority priority : Priority.values()) {
            targets.put(priority, new VendorTimes(response, Duration.ofHours(16)));
        }
        return new RecordVendor(
                VENDOR, "Signer Inc.", "support@signer.example", "+36 1 555 0000", "https://signer.example", "nl", "UC-1", calendar(), targets,
                Duration.ofHours(4));
    }

    /** A ticket that is worked on. */
    String ticket() {
        Ticket ticket = database.inTransaction(() -> customer.ticket(wiring, "Time stamps are late"));
        asAgent(() -> {
            get(TicketHandling.class).start(ticket.number(), null);
            return null;
        });
        return ticket.number();
    }

    /** The number of a new case of the ticket. */
    String open(String ticket) {
        return asAgent(() -> get(VendorCaseHandling.class)
                .open(new OpenVendorCase(ticket, VENDOR, "Signature library", "The time stamp is an hour late.", null), null));
    }

    Ticket read(String ticket) {
        return database.inNewTransaction(() -> get(Tickets.class).byNumber(ticket).orElseThrow());
    }

    VendorCaseView show(String number) {
        return asAgent(() -> get(VendorCaseQueries.class).find(number));
    }

    void step(Runnable step) {
        asAgent(() -> {
            step.run();
            return null;
        });
    }

    /** How many chasers go out now. */
    int sweep() {
        return database.inTransaction(() -> get(VendorChaserSweep.class).chase());
    }

    <T> T asManager(Supplier<T> work) {
        return as(manager, work);
    }

    <T> T asAgent(Supplier<T> work) {
        return as(agent, work);
    }

    private <T> T as(String account, Supplier<T> work) {
        wiring.calledBy(account);
        return database.inTransaction(work);
    }

    <T> T get(Class<T> type) {
        return wiring.get(type);
    }
}
