package org.countersign.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.countersign.customer.model.AcceptanceAuthorisation;
import org.countersign.customer.model.CalendarHours;
import org.countersign.customer.model.Contact;
import org.countersign.customer.model.Contract;
import org.countersign.customer.model.ContractContact;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.ContractVersion;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.Organisation;
import org.countersign.customer.model.RecordedHours;
import org.countersign.customer.model.ServiceCalendarDefinition;
import org.countersign.customer.model.UnprovenMail;
import org.countersign.identity.model.Account;
import org.countersign.identity.model.Accounts;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.ticket.model.Channel;
import org.countersign.ticket.model.Impact;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketKind;
import org.countersign.ticket.model.Tickets;
import org.countersign.ticket.model.Urgency;

/**
 * A customer with one contract, one contact who may accept, the contact's account and an agent, stored in the database. Everything is named
 * after {@code code}: contract {@code DESK-<code>}, accounts {@code <code>-contact} and {@code <code>-agent} in lower case.
 *
 * @param authorisationId the contact's authority to accept, in force since {@link #SINCE}
 */
public record SampleCustomer(
        String code,
        long organisationId,
        long contractId,
        long contactId,
        long contactAccountId,
        long agentId,
        long authorisationId) {

    /** When the contact's authority to accept begins. */
    public static final Instant SINCE = Instant.parse("2026-01-01T00:00:00Z");

    /** Stores a customer in a transaction of its own. */
    public static SampleCustomer store(TestDatabase database, Wiring wiring, String code) {
        return database.inNewTransaction(() -> store(wiring, code, database));
    }

    private static SampleCustomer store(Wiring wiring, String code, TestDatabase database) {
        Customers customers = wiring.get(Customers.class);
        Accounts accounts = wiring.get(Accounts.class);
        String small = code.toLowerCase(java.util.Locale.ROOT);

        Organisation organisation = new Organisation("ORG-" + code, "Customer " + code);
        customers.add(organisation);
        ServiceCalendarDefinition calendar = new ServiceCalendarDefinition("HOURS-" + code);
        customers.add(calendar);
        customers.addHours(
                calendar.id(),
                new RecordedHours(1, LocalDate.parse("2026-01-01"), new CalendarHours(SampleAgreement.OFFICE_HOURS, null, List.of())),
                "the test",
                SINCE);
        Contact contact =
                new Contact(organisation.id(), "Contact " + code, small + "@customer.example", null, "en", "Europe/Budapest");
        customers.add(contact);
        Contract contract = new Contract(
                "DESK-" + code, "Desk " + code, organisation.id(), LocalDate.parse("2026-01-01"), false,
                UnprovenMail.HOLD, "II", "4.0");
        customers.add(contract);
        customers.add(new ContractVersion(
                contract.id(),
                1,
                SINCE,
                calendar.id(),
                "the customer",
                SINCE,
                customers.print(SampleAgreement.of("HOURS-" + code, SampleAgreement.hourly())),
                "the test",
                SINCE));
        customers.add(new ContractContact(contract.id(), contact.id(), true));
        AcceptanceAuthorisation authorisation =
                new AcceptanceAuthorisation(contract.id(), organisation.id(), contact.id(), SINCE, "the contract");
        customers.add(authorisation);

        Account ofContact = Account.ofContact(
                small + "-contact", "Contact " + code, small + "@customer.example", organisation.id(), contact.id());
        accounts.add(ofContact);
        Account agent = Account.ofStaff(
                small + "-agent", "Agent " + code, small + "-agent@desk.example", SupportLevel.L1, Set.of(Role.AGENT));
        accounts.add(agent);
        database.entityManager().flush();
        return new SampleCustomer(
                code, organisation.id(), contract.id(), contact.id(), ofContact.id(), agent.id(), authorisation.id());
    }

    /** What the contract says now. */
    public ContractTerms terms(Wiring wiring) {
        return wiring.get(Customers.class).termsById(contractId, wiring.clock().instant()).orElseThrow();
    }

    /** A new ticket of this customer, in the running transaction, reported at the wiring's time. */
    public Ticket ticket(Wiring wiring, String summary) {
        Ticket ticket = Ticket.register(
                wiring.get(Customers.class).termsById(contractId, wiring.clock().instant()).orElseThrow(),
                new Ticket.Report(
                        contactId, TicketKind.INCIDENT, Channel.PORTAL, summary, "It does not work.", Impact.MEDIUM, Urgency.MEDIUM, null,
                        null, null, null),
                wiring.clock().instant());
        wiring.get(Tickets.class).add(ticket);
        return ticket;
    }
}
