package org.countersign.escalation.service;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.countersign.audit.service.AuditRecorder;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.escalation.model.DueEscalation;
import org.countersign.escalation.model.Escalation;
import org.countersign.escalation.model.EscalationEvent.EscalationFired;
import org.countersign.escalation.model.Escalations;
import org.countersign.notification.model.ReplyAddresses;
import org.countersign.notification.model.SenderAddresses;
import org.countersign.notification.service.EscalationNotifications;
import org.countersign.notification.service.MailboxSenders;
import org.countersign.notification.service.TokenReplyAddresses;
import org.countersign.rota.model.RotaCovers;
import org.countersign.rota.model.Rotas;
import org.countersign.rota.service.RotaFixture;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.model.Urgency;
import org.countersign.ticket.service.RegisterTicket;
import org.countersign.ticket.service.TermsFollower;
import org.countersign.ticket.service.TicketHandling;
import org.countersign.ticket.service.TicketRegistration;

/** A customer whose contract escalates, with a rota that nobody has planned yet, on as many nodes as a test starts. */
final class EscalationFixture {

    final TestDatabase database;
    final RotaFixture rota;
    final SampleCustomer customer;
    final Node node;

    EscalationFixture(TestDatabase database) throws SQLException {
        this.database = database;
        database.executeAsOwner("DELETE FROM escalation");
        rota = new RotaFixture(database);
        customer = rota.customer();
        node = new Node(rota.wiring());
    }

    /** The services of one node, each call in a transaction as the container would begin it. */
    final class Node {

        final Wiring wiring;

        private Node(Wiring wiring) {
            this.wiring = wiring;
            EscalationPlanning planning = wiring.get(EscalationPlanning.class);
            wiring.bind(TermsFollower.class, planning);
            wiring.events().observeBy(planning);
            wiring.events().observeBy(wiring.get(CalledTickets.class));
            wiring.events().observeBy(wiring.get(AuditRecorder.class));
            wiring.bind(SenderAddresses.class, wiring.get(MailboxSenders.class));
            wiring.bind(ReplyAddresses.class, wiring.get(TokenReplyAddresses.class));
            EscalationNotifications notifications = wiring.get(EscalationNotifications.class);
            wiring.bind(EscalationAnnouncer.class, notifications);
            wiring.events().observeBy(notifications);
            Work.next = database;
            wiring.bind(EscalationWork.class, wiring.get(Work.class));
        }

        int sweep() {
            return wiring.get(EscalationSweep.class).sweep();
        }

        List<EscalationFired> fired() {
            return wiring.events().fired(EscalationFired.class);
        }
    }

    /** Another node on the same database. */
    Node secondNode() {
        Wiring wiring = new Wiring(database);
        wiring.bind(RotaCovers.class, (RotaCovers) wiring.get(Rotas.class));
        wiring.clock().moveTo(node.wiring.clock().instant());
        return new Node(wiring);
    }

    /** {@link EscalationWork} with the transactions of its annotations. */
    static final class Work extends EscalationWork {

        private static TestDatabase next;

        private final TestDatabase database = next;

        @Override
        public List<DueEscalation> due(DueEscalation after) {
            return database.inNewTransaction(() -> super.due(after));
        }

        @Override
        public int settle(List<DueEscalation> block) {
            return database.inNewTransaction(() -> super.settle(block));
        }

        @Override
        public void failed(DueEscalation due, String error) {
            database.inNewTransaction(() -> {
                super.failed(due, error);
                return null;
            });
        }
    }

    /** Appends rules to the contract, in a version of its own. */
    void agree(String... rules) {
        inTransaction(() -> {
            ContractAgreements agreements = node.wiring.get(ContractAgreements.class);
            String text = agreements.print(agreements.version(contract(), null).agreement());
            int old = text.indexOf("escalation:");
            String without = old < 0 ? text : text.substring(0, old);
            String list = rules.length == 0 ? "" : "escalation:\n  - " + String.join("\n  - ", rules) + "\n";
            return agreements.record(contract(), without + list, null, "Szabó Anna", null, null);
        });
    }

    String contract() {
        return rota.contract();
    }

    /** A P3 incident of Monday, 10:00 in Budapest, or whatever the time is: response in three, resolution in 24 hours of service. */
    TicketRef ticket() {
        return ticket(Impact.MEDIUM, null);
    }

    TicketRef ticket(Impact impact, String service) {
        return as("-contact", () -> node.wiring.get(TicketRegistration.class)
                .register(new RegisterTicket(
                        contract(), null, TicketKind.INCIDENT, "Printer stuck", "It does not work.", impact, Urgency.MEDIUM, Channel.PORTAL,
                        service, null, null)));
    }

    void handle(java.util.function.Consumer<TicketHandling> step) {
        as("-agent", () -> {
            step.accept(node.wiring.get(TicketHandling.class));
            return null;
        });
    }

    /** By the customer's account with this ending. */
    <T> T as(String account, Supplier<T> work) {
        node.wiring.calledBy(customer.code().toLowerCase(Locale.ROOT) + account);
        return inTransaction(work);
    }

    <T> T inTransaction(Supplier<T> work) {
        return database.inTransaction(work);
    }

    void pass(Duration time) {
        node.wiring.clock().advance(time);
    }

    void passHours(int hours) {
        pass(Duration.ofHours(hours));
    }

    List<Escalation> of(TicketRef ticket) {
        return inTransaction(() -> node.wiring.get(Escalations.class).ofTicket(ticket.id()));
    }

    Escalation only(TicketRef ticket) {
        List<Escalation> all = of(ticket);
        if (all.size() != 1) {
            throw new AssertionError("There are " + all.size() + " escalations");
        }
        return all.get(0);
    }
}
