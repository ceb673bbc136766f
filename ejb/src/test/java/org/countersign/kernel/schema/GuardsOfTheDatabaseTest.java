package org.countersign.kernel.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.countersign.audit.model.AuditEntry;
import org.countersign.audit.model.AuditTrail;
import org.countersign.customer.model.ContractTerms;
import org.countersign.testing.Database;
import org.countersign.testing.OnEachDatabase;
import org.countersign.testing.SampleCustomer;
import org.countersign.testing.TestDatabase;
import org.countersign.testing.Wiring;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.Tickets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;

/** What the database itself refuses to the application's role, whatever the application may try. */
@OnEachDatabase
class GuardsOfTheDatabaseTest {

    private static final Instant NOW = Instant.parse("2026-11-16T10:00:00Z");
    private static final String FOREIGN_KEY = "23503";
    private static final String CHECK = "23514";
    private static final String H2_FOREIGN_KEY = "23506";
    private static final String H2_CHECK = "23513";
    private static final String RIGHTS = "42501";
    private static final String H2_RIGHTS = "90096";

    private static int customers;
    private static long nextId = 1;

    @Parameter
    TestDatabase database;

    private SampleCustomer customer;
    private SampleCustomer other;
    private Ticket ticket;
    private Ticket second;
    private Wiring wiring;

    @BeforeEach
    void two_resolved_tickets_of_one_customer_and_another_customer() {
        wiring = new Wiring(database);
        customer = SampleCustomer.store(database, wiring, "G" + customers++);
        other = SampleCustomer.store(database, wiring, "G" + customers++);
        ticket = resolved();
        second = resolved();
    }

    @Test
    void an_acceptance_of_the_ticket_and_its_resolution_closes_it() throws Exception {
        long acceptance = accept(ticket, ticket, customer);

        assertThat(close(ticket, acceptance)).isEqualTo(1);
    }

    @Test
    void no_ticket_closes_without_an_acceptance() {
        refused(CHECK, H2_CHECK, () -> database.executeAsApplication("UPDATE ticket SET state = 'CLOSED' WHERE id = ?", ticket.id()));
        refused(
                CHECK,
                H2_CHECK,
                () -> database.executeAsApplication("UPDATE ticket SET state = 'CLOSED', closed_at = ? WHERE id = ?", NOW, ticket.id()));
    }

    @Test
    void no_ticket_closes_on_an_acceptance_that_does_not_exist() {
        refused(FOREIGN_KEY, H2_FOREIGN_KEY, () -> close(ticket, -1));
    }

    @Test
    void no_ticket_closes_on_the_acceptance_of_another_ticket() throws Exception {
        long acceptance = accept(second, second, customer);

        refused(FOREIGN_KEY, H2_FOREIGN_KEY, () -> close(ticket, acceptance));
    }

    @Test
    void no_ticket_closes_on_the_acceptance_of_an_earlier_resolution() throws Exception {
        long acceptance = accept(ticket, ticket, customer);
        database.inTransaction(() -> {
            Ticket again = wiring.get(Tickets.class).byId(ticket.id()).orElseThrow();
            again.reject(customer.contactId(), "No", terms(), NOW);
            again.resolve("Better", customer.agentId(), terms(), NOW);
        });

        refused(FOREIGN_KEY, H2_FOREIGN_KEY, () -> close(ticket, acceptance));
    }

    @Test
    void nothing_is_accepted_by_the_resolution_of_another_ticket() {
        refused(FOREIGN_KEY, H2_FOREIGN_KEY, () -> accept(ticket, second, customer));
    }

    @Test
    void nothing_is_accepted_under_the_authority_of_another_contract() {
        refused(FOREIGN_KEY, H2_FOREIGN_KEY, () -> insertAcceptance(
                ticket, ticket, customer.contractId(), other.contactId(), other.authorisationId(), SampleCustomer.SINCE, NOW));
        refused(FOREIGN_KEY, H2_FOREIGN_KEY, () -> insertAcceptance(
                ticket, ticket, other.contractId(), other.contactId(), other.authorisationId(), SampleCustomer.SINCE, NOW));
    }

    @Test
    void nothing_is_accepted_by_a_contact_under_the_authority_of_another() {
        refused(FOREIGN_KEY, H2_FOREIGN_KEY, () -> insertAcceptance(
                ticket, ticket, customer.contractId(), other.contactId(), customer.authorisationId(), SampleCustomer.SINCE, NOW));
    }

    @Test
    void nothing_is_accepted_before_the_authority_begins() {
        Instant early = SampleCustomer.SINCE.minusSeconds(1);

        refused(CHECK, H2_CHECK, () -> insertAcceptance(
                ticket, ticket, customer.contractId(), customer.contactId(), customer.authorisationId(), SampleCustomer.SINCE, early));
        refused(FOREIGN_KEY, H2_FOREIGN_KEY, () -> insertAcceptance(
                ticket, ticket, customer.contractId(), customer.contactId(), customer.authorisationId(), early, early));
    }

    @Test
    void a_closed_ticket_keeps_its_acceptance() throws Exception {
        close(ticket, accept(ticket, ticket, customer));

        refused(CHECK, H2_CHECK, () -> database.executeAsApplication("UPDATE ticket SET state = 'IN_PROGRESS' WHERE id = ?", ticket.id()));
        refused(CHECK, H2_CHECK, () -> database.executeAsApplication("UPDATE ticket SET acceptance_id = NULL WHERE id = ?", ticket.id()));
    }

    @Test
    void records_of_what_happened_are_neither_changed_nor_deleted() throws Exception {
        accept(ticket, ticket, customer);
        database.inTransaction(() -> wiring.get(AuditTrail.class)
                .add(new AuditEntry(0, NOW, "somebody", null, "Something", "thing", "1", "{}")));

        for (String change : List.of(
                "UPDATE acceptance SET comment_text = 'forged'",
                "DELETE FROM acceptance",
                "UPDATE acceptance_authorisation SET granted_by = 'forged'",
                "DELETE FROM acceptance_authorisation",
                "UPDATE audit_entry SET actor = 'forged'",
                "DELETE FROM audit_entry",
                "UPDATE audit_seal SET hash = 'forged'",
                "DELETE FROM audit_seal",
                "UPDATE ticket_message SET text = 'forged'",
                "DELETE FROM ticket")) {
            refused(RIGHTS, H2_RIGHTS, () -> database.executeAsApplication(change));
        }
    }

    @Test
    void the_application_neither_makes_nor_drops_tables_nor_gives_itself_rights() {
        for (String change : List.of(
                "DROP TABLE audit_seal", "ALTER TABLE audit_entry ADD COLUMN forged INTEGER", "TRUNCATE TABLE audit_entry",
                "CREATE TABLE audit_entry_2 (id INTEGER)")) {
            assertThatThrownBy(() -> database.executeAsApplication(change)).as(change).isInstanceOf(SQLException.class);
        }
        assertThatThrownBy(() -> {
                    // PostgreSQL answers a grant without the right to it with a warning only.
                    database.executeAsApplication("GRANT DELETE ON acceptance TO " + TestDatabase.APPLICATION_ROLE);
                    database.executeAsApplication("DELETE FROM acceptance");
                })
                .isInstanceOf(SQLException.class);
    }

    private Ticket resolved() {
        return database.inTransaction(() -> {
            Ticket registered = customer.ticket(wiring, "Printer stuck");
            registered.start(customer.agentId(), terms(), NOW);
            wiring.get(Tickets.class).flush();
            registered.resolve("Roller replaced", customer.agentId(), terms(), NOW);
            return registered;
        });
    }

    private ContractTerms terms() {
        return customer.terms(wiring);
    }

    private long accept(Ticket accepted, Ticket resolutionOf, SampleCustomer by) throws SQLException {
        return insertAcceptance(
                accepted, resolutionOf, by.contractId(), by.contactId(), by.authorisationId(), SampleCustomer.SINCE, NOW);
    }

    private long insertAcceptance(
            Ticket accepted, Ticket resolutionOf, long contract, long contact, long authorisation, Instant from, Instant at)
            throws SQLException {
        long id = nextId++;
        database.executeAsApplication(
                "INSERT INTO acceptance (id, ticket_id, contract_id, resolution_id, contact_id, authorisation_id, authorised_from,"
                        + " accepted_at, manner) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'PORTAL')",
                id, accepted.id(), contract, resolutionOf.resolution().id(), contact, authorisation, from, at);
        return id;
    }

    private int close(Ticket closing, long acceptance) throws SQLException {
        return database.executeAsApplication(
                "UPDATE ticket SET state = 'CLOSED', acceptance_id = ?, closed_at = ? WHERE id = ?", acceptance, NOW, closing.id());
    }

    private void refused(String sqlState, String h2SqlState, ThrowingCallable statement) {
        assertThatThrownBy(statement)
                .isInstanceOfSatisfying(SQLException.class, refusal -> assertThat(refusal.getSQLState())
                        .as(refusal.getMessage())
                        .isEqualTo(database.kind() == Database.H2 ? h2SqlState : sqlState));
    }
}
