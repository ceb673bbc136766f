package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import org.countersign.customer.model.ContactCard;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.PriorityRule;
import org.countersign.customer.model.Reporting;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.ticket.model.Ticket;
import org.countersign.ticket.model.TicketEvent.TicketRegistered;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.model.Tickets;

/** Makes tickets of reports. */
@Stateless
public class TicketRegistration {

    /** Hold reason of a report by somebody who is not a fixed contact (M97); anything else held is for the desk to decide. */
    public static final String AWAITING_FIXED_CONTACT = "AWAITING_FIXED_CONTACT";

    @Inject
    private Tickets tickets;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private TicketAccess access;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Registers a report of a person at a screen or of another system through the API.
     *
     * @throws BusinessRuleViolation {@code not-found} for a contract that does not exist or is another organisation's;
     *     {@code contact-unknown} for a contact who is not of the contract's organisation; {@code required} and {@code too-long};
     *     {@code environment-unknown}, {@code category-unknown} and {@code categories-not-agreed}
     */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.CONTACT_ROLE})
    public TicketRef register(RegisterTicket report) {
        Caller caller = access.caller();
        Reporting reporting = reporting(report, caller);
        return add(reporting, asAgreed(report, caller, reporting), true).ref();
    }

    /**
     * Registers as {@link #register} does, and answers with the ticket as it then is, without reading it again.
     *
     * @throws BusinessRuleViolation as {@link #register}
     */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.CONTACT_ROLE})
    public TicketDetails registerAndShow(RegisterTicket report) {
        Caller caller = access.caller();
        Reporting reporting = reporting(report, caller);
        Ticket ticket = add(reporting, asAgreed(report, caller, reporting), true);
        // The row gets its version when it is written.
        tickets.flush();
        ContractTerms terms = reporting.contract();
        ContactCard reporter = reporting.reporter().orElse(null);
        TicketViews.Facts facts = new TicketViews.Facts(
                terms.code(),
                terms.name(),
                terms.organisationName(),
                reporter == null ? null : reporter.name(),
                reporter == null ? null : reporter.email(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        return access.show(ticket, facts, caller, caller.isContact() && reporting.fixedContact());
    }

    /**
     * Registers a report that came in by mail or another gateway, whose sender and contract intake has found out.
     *
     * @param holdReason why it has to wait, or {@code null}
     * @param acknowledged whether the reporter is told by mail
     */
    @RolesAllowed(Role.SYSTEM)
    public TicketRef registerReceived(RegisterTicket report, long contactId, String holdReason, boolean acknowledged) {
        Reporting reporting = customers.reporting(report.contract(), contactId)
                .orElseThrow(() -> BusinessRuleViolation.notFound("contract", report.contract()));
        return add(reporting, report, holdReason, null, acknowledged).ref();
    }

    private Reporting reporting(RegisterTicket report, Caller caller) {
        if (report.contract() == null || report.contract().isBlank()) {
            throw BusinessRuleViolation.invalid("contract", "required");
        }
        String email = report.contact() == null || report.contact().isBlank() ? null : report.contact().strip();
        Reporting reporting = (caller.isContact()
                        ? customers.reporting(report.contract(), caller.contactId())
                        : customers.reporting(report.contract(), email))
                .filter(found -> !caller.isContact() || found.contract().organisationId() == caller.organisationId())
                .orElseThrow(() -> BusinessRuleViolation.invalid("contract", "contract-unknown", report.contract()));
        boolean asked = caller.isContact() || email != null;
        if (asked
                && reporting.reporter()
                        .filter(contact -> contact.organisationId() == reporting.contract().organisationId())
                        .isEmpty()) {
            throw BusinessRuleViolation.invalid("contact", "contact-unknown", report.contact());
        }
        return reporting;
    }

    /** Where the contract leaves it to the desk to assess, a customer wishes. */
    private static RegisterTicket asAgreed(RegisterTicket report, Caller caller, Reporting reporting) {
        PriorityRule rule = reporting.contract().agreement().priority();
        return caller.isContact() && rule.deskAssesses() ? report.unassessed(rule) : report;
    }

    /** A report of a person who could have given all that the contract demands: what lacks of it is asked for. */
    private Ticket add(Reporting reporting, RegisterTicket report, boolean acknowledged) {
        List<String> missing = ReportFields.missing(reporting.contract().agreement().minimum(), report);
        return missing.isEmpty()
                ? add(reporting, report, null, null, acknowledged)
                : add(reporting, report, Ticket.INCOMPLETE, String.join(", ", missing), acknowledged);
    }

    private Ticket add(Reporting reporting, RegisterTicket report, String holdReason, String missing, boolean acknowledged) {
        ContractTerms terms = reporting.contract();
        ContactCard reporter = reporting.reporter().orElse(null);
        boolean entitled = !terms.fixedContactsOnly() || reporter == null || reporting.fixedContact();
        String hold = holdReason == null && !entitled ? AWAITING_FIXED_CONTACT : holdReason;
        // What intake holds, because it is not proven who writes, is neither complete nor agreed to before the desk releases it.
        boolean reliable = holdReason == null || Ticket.INCOMPLETE.equals(holdReason);
        Ticket ticket = Ticket.register(
                terms,
                new Ticket.Report(
                        reporter == null ? null : reporter.id(),
                        report.kind(),
                        report.channel(),
                        report.summary(),
                        report.description(),
                        report.impact(),
                        report.urgency(),
                        report.service(),
                        report.environment(),
                        ReportFields.print(report.fields()),
                        hold,
                        holdReason == null,
                        reliable && entitled,
                        report.wishedPriority(),
                        acknowledged && reporter != null,
                        report.category()),
                clock.instant());
        tickets.add(ticket);
        events.fire(new TicketRegistered(
                ticket.ref(),
                ticket.state(),
                ticket.kind(),
                ticket.priority(),
                ticket.channel(),
                ticket.contactId(),
                reporter,
                ticket.summary(),
                ticket.responseDue(),
                ticket.resolutionDue(),
                hold,
                acknowledged,
                ticket.level(),
                ticket.category(),
                ticket.level() != terms.agreement().levels().entry(),
                missing));
        return ticket;
    }
}
