package org.countersign.vendor.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.service.TicketAtVendor;
import org.countersign.ticket.service.TicketDirectory;
import org.countersign.ticket.service.TicketVendorSteps;
import org.countersign.vendor.model.Vendor;
import org.countersign.vendor.model.VendorCase;
import org.countersign.vendor.model.VendorCaseEntry;
import org.countersign.vendor.model.VendorCaseState;
import org.countersign.vendor.model.VendorCases;
import org.countersign.vendor.model.VendorEvent.Letter;
import org.countersign.vendor.model.VendorEvent.VendorAnswered;
import org.countersign.vendor.model.VendorEvent.VendorCaseHanded;
import org.countersign.vendor.model.VendorEvent.VendorCaseOpened;
import org.countersign.vendor.model.VendorEvent.VendorCaseSolved;
import org.countersign.vendor.model.VendorEvent.VendorCaseWithdrawn;
import org.countersign.vendor.model.VendorEvent.VendorReferenceRecorded;
import org.countersign.vendor.model.VendorEvent.VendorTold;
import org.countersign.vendor.model.Vendors;

/**
 * The desk's steps in a vendor case's life. {@code expectedVersion} is the version the caller saw, or {@code null} for whatever it is; every
 * step throws {@code not-found}, {@code changed-meanwhile}, or {@code vendor-case-ended} where it comes too late.
 */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE})
public class VendorCaseHandling {

    @Inject
    private VendorCases cases;

    @Inject
    private Vendors vendors;

    @Inject
    private VendorHours hours;

    @Inject
    private TicketVendorSteps tickets;

    @Inject
    private TicketDirectory ticketDirectory;

    @Inject
    private AccountDirectory accounts;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Asks a vendor about a ticket, which goes to level VENDOR. The caller is the case's owner.
     *
     * @param expectedVersion of the ticket
     * @return the case's number
     * @throws BusinessRuleViolation {@code vendor-unknown}, {@code vendor-case-needs-work} and what {@link VendorCase#open} refuses
     */
    public String open(OpenVendorCase wanted, Long expectedVersion) {
        Caller caller = currentCaller.get();
        String code = Input.line("vendor", wanted.vendor(), 1000);
        Vendor vendor = vendors.byCode(code).orElseThrow(() -> BusinessRuleViolation.invalid("vendor", "vendor-unknown", code));
        TicketAtVendor ticket =
                tickets.send(wanted.ticket(), vendor.name() + ": " + Input.line("subject", wanted.subject(), 250), expectedVersion);
        VendorCase opened = VendorCase.open(
                ticket.ref(),
                ticket.priority(),
                vendor,
                new VendorCase.Question(wanted.subject(), wanted.description(), wanted.reference()),
                caller.accountId(),
                hours.of(vendor.contract().calendar()),
                ticket.at());
        cases.add(opened);
        cases.flush();
        events.fire(new VendorCaseOpened(
                ticket.ref(), opened.number(), vendor.code(), opened.subject(), opened.reference(), opened.priority(), opened.responseDue(),
                opened.resolutionDue(), ticket.since(), opened.mailedTo(), letter(vendor, opened, opened.description())));
        return opened.number();
    }

    /** We tell the vendor something, by mail where it takes mail: it is the vendor's turn then. */
    public void tell(String number, String text, Long expectedVersion) {
        VendorCase told = lock(number, expectedVersion);
        VendorCaseState before = told.state();
        Vendor vendor = vendor(told);
        VendorCaseEntry entry = told.tell(
                text, currentCaller.get().accountId(), vendor.address().email(), hours.of(told.calendar()), clock.instant());
        cases.flush();
        events.fire(new VendorTold(
                ticket(told), told.number(), vendor.code(), entry.ordinal(), before, told.state(), told.resolutionDue(), entry.mailedTo(),
                letter(vendor, told, entry.text())));
    }

    static Letter letter(Vendor vendor, VendorCase about, String text) {
        return new Letter(
                about.ownerId(), vendor.name(), vendor.address().language(), vendor.contract().reference(), about.subject(), about.reference(),
                text);
    }

    /** The vendor told us something: it is our turn then. */
    public void answer(String number, String text, Long expectedVersion) {
        VendorCase answered = lock(number, expectedVersion);
        VendorCaseState before = answered.state();
        VendorCaseEntry answer = answered.answer(text, currentCaller.get().accountId(), hours.of(answered.calendar()), clock.instant());
        answered(answered, answer, before);
    }

    /**
     * The vendor told us something by mail: it is our turn then. Who may speak for the vendor is decided by whoever took the mail in.
     *
     * @param from the address that it came from
     * @param messageId the message that it is
     */
    @RolesAllowed(Role.SYSTEM)
    public void answerByMail(String number, String text, String from, long messageId) {
        VendorCase answered = lock(number, null);
        VendorCaseState before = answered.state();
        VendorCaseEntry answer = answered.answerByMail(text, from, messageId, hours.of(answered.calendar()), clock.instant());
        answered(answered, answer, before);
    }

    private void answered(VendorCase answered, VendorCaseEntry answer, VendorCaseState before) {
        cases.flush();
        Vendor vendor = vendor(answered);
        events.fire(new VendorAnswered(
                ticket(answered), answered.number(), vendor.code(), answer.ordinal(), before, answered.state(), answer.mailedFrom(),
                letter(vendor, answered, answer.text())));
    }

    /**
     * What the vendor gave solved it.
     *
     * @param text how
     */
    public void solve(String number, String text, Long expectedVersion) {
        end(number, expectedVersion, (ending, now) -> {
            VendorCaseState before = ending.state();
            ending.solve(text, currentCaller.get().accountId(), now);
            events.fire(new VendorCaseSolved(ticket(ending), ending.number(), vendor(ending).code(), before, ending.ending()));
        });
    }

    /**
     * We no longer need the vendor, which is told so by mail where it takes mail.
     *
     * @param text why; stays with the desk
     */
    public void withdraw(String number, String text, Long expectedVersion) {
        end(number, expectedVersion, (ending, now) -> {
            VendorCaseState before = ending.state();
            Vendor vendor = vendor(ending);
            ending.withdraw(text, currentCaller.get().accountId(), vendor.address().email(), now);
            events.fire(new VendorCaseWithdrawn(
                    ticket(ending), ending.number(), vendor.code(), before, null, ending.ending(), ending.endingMailedTo(),
                    letter(vendor, ending, null)));
        });
    }

    /**
     * Records the vendor's own number, or who sees to the case from now on; {@code null} leaves as it is.
     *
     * @param reference an empty text takes it away
     * @param owner account name of an agent
     * @throws BusinessRuleViolation {@code required} when nothing is given, {@code assignee-unknown}
     */
    public void amend(String number, String reference, String owner, Long expectedVersion) {
        if (reference == null && owner == null) {
            throw BusinessRuleViolation.invalid("reference", "required");
        }
        VendorCase amended = lock(number, expectedVersion);
        if (reference != null) {
            String before = amended.reference();
            if (amended.refer(reference)) {
                events.fire(new VendorReferenceRecorded(ticket(amended), amended.number(), vendor(amended).code(), before, amended.reference()));
            }
        }
        if (owner != null) {
            Caller agent = accounts.agent(owner).orElseThrow(() -> BusinessRuleViolation.invalid("owner", "assignee-unknown", owner.strip()));
            String before = accounts.nameOf(amended.ownerId());
            if (amended.hand(agent.accountId())) {
                Vendor vendor = vendor(amended);
                events.fire(new VendorCaseHanded(
                        ticket(amended), amended.number(), vendor.code(), before, agent.name(), letter(vendor, amended, null)));
            }
        }
        cases.flush();
    }

    private void end(String number, Long expectedVersion, BiConsumer<VendorCase, Instant> step) {
        VendorCase ending = lock(number, expectedVersion);
        step.accept(ending, clock.instant());
        cases.flush();
        Optional<Instant> left = cases.runningSince(ending.ticketId());
        tickets.back(ending.ticketId(), left.orElse(null));
    }

    /**
     * The ticket's row is locked before the case's, as it is when a case is opened and when the ticket ends: also by a step that leaves the
     * ticket as it is, for a mail about the ticket refers to its row.
     */
    private VendorCase lock(String number, Long expectedVersion) {
        tickets.lock(cases.byNumber(clean(number)).orElseThrow(() -> unknown(number)).ticketId());
        VendorCase locked = cases.lock(clean(number)).orElseThrow(() -> unknown(number));
        if (expectedVersion != null && expectedVersion != locked.version()) {
            throw BusinessRuleViolation.stale(locked.number());
        }
        return locked;
    }

    private static String clean(String number) {
        return number == null ? "" : number.strip();
    }

    private static BusinessRuleViolation unknown(String number) {
        return BusinessRuleViolation.notFound("vendor case", number);
    }

    private TicketRef ticket(VendorCase of) {
        return ticketDirectory.byId(of.ticketId()).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", of.ticketId()));
    }

    private Vendor vendor(VendorCase of) {
        return vendors.byId(of.vendorId()).orElseThrow(() -> BusinessRuleViolation.notFound("vendor", of.vendorId()));
    }
}
