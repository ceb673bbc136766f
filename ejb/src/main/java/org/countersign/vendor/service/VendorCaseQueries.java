package org.countersign.vendor.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;
import org.countersign.serviceclock.model.Pause;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceClock;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.service.TicketDirectory;
import org.countersign.vendor.model.Vendor;
import org.countersign.vendor.model.VendorCase;
import org.countersign.vendor.model.VendorCaseEntry;
import org.countersign.vendor.model.VendorCases;
import org.countersign.vendor.model.Vendors;

/** What screens and the API show of vendor cases. For the staff only: a customer is told since when the ticket is with a vendor. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
public class VendorCaseQueries {

    @Inject
    private VendorCases cases;

    @Inject
    private VendorCaseViews views;

    @Inject
    private Vendors vendors;

    @Inject
    private VendorHours hours;

    @Inject
    private TicketDirectory tickets;

    @Inject
    private AccountDirectory accounts;

    @Inject
    private Clock clock;

    /**
     * A page of vendor cases, by what is due first.
     *
     * @throws BusinessRuleViolation {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<VendorCaseRow> list(VendorCaseFilter filter, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        Instant afterDue = null;
        Long afterId = null;
        if (after != null) {
            List<String> position = Cursor.parse(after, 2);
            try {
                afterDue = Instant.parse(position.get(0));
                afterId = Long.parseLong(position.get(1));
            } catch (DateTimeParseException | NumberFormatException e) {
                throw BusinessRuleViolation.invalid("after", "cursor-invalid");
            }
        }
        return CursorPage.of(views.list(filter, rows, afterDue, afterId), rows, row -> Cursor.of(row.dueOrder(), row.id()));
    }

    /** @throws BusinessRuleViolation {@code not-found} */
    public VendorCaseView find(String number) {
        VendorCase found = cases.byNumber(number == null ? "" : number.strip())
                .orElseThrow(() -> BusinessRuleViolation.notFound("vendor case", number));
        TicketRef ticket =
                tickets.byId(found.ticketId()).orElseThrow(() -> BusinessRuleViolation.notFound("ticket", found.ticketId()));
        return new Reading(ticket.number()).view(found);
    }

    /**
     * The cases of a ticket, oldest first.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public List<VendorCaseView> ofTicket(String ticketNumber) {
        TicketRef ticket = tickets.ref(ticketNumber);
        return cases.ofTicket(ticket.id()).stream().map(new Reading(ticket.number())::view).toList();
    }

    private static Instant earlier(Instant answered, Instant until) {
        return answered == null ? until : answered;
    }

    /** A clock set back has used up nothing. */
    private static Duration elapsed(ServiceCalendar calendar, Instant from, Instant until, List<Pause> pauses) {
        return until.isBefore(from) ? Duration.ZERO : ServiceClock.elapsed(calendar, from, until, pauses);
    }

    /** One look at a ticket's cases: what several of them have in common is read once. */
    private final class Reading {

        private final String ticket;
        private final Map<Long, VendorCaseView.Person> people = new HashMap<>();
        private final Map<String, ServiceCalendar> calendars = new HashMap<>();

        Reading(String ticket) {
            this.ticket = ticket;
        }

        VendorCaseView view(VendorCase shown) {
            Vendor vendor = vendors.byId(shown.vendorId()).orElseThrow(() -> BusinessRuleViolation.notFound("vendor", shown.vendorId()));
            ServiceCalendar calendar = calendars.computeIfAbsent(shown.calendar(), hours::of);
            Instant until = shown.endedAt() == null ? clock.instant() : shown.endedAt();
            VendorCaseView.Target response = new VendorCaseView.Target(
                    shown.response(), elapsed(calendar, shown.openedAt(), earlier(shown.respondedAt(), until), List.of()));
            VendorCaseView.Target resolution = shown.resolution()
                    .map(promised -> new VendorCaseView.Target(promised, elapsed(calendar, shown.openedAt(), until, shown.pauses())))
                    .orElse(null);
            List<String> breached = new ArrayList<>();
            if (response.consumed().compareTo(response.promised()) > 0) {
                breached.add("RESPONSE");
            }
            if (resolution != null && resolution.consumed().compareTo(resolution.promised()) > 0) {
                breached.add("RESOLUTION");
            }
            return new VendorCaseView(
                    shown.number(),
                    ticket,
                    vendor.code(),
                    vendor.name(),
                    shown.reference(),
                    shown.subject(),
                    shown.description(),
                    shown.priority(),
                    shown.state(),
                    person(shown.ownerId()),
                    person(shown.openedById()),
                    shown.openedAt(),
                    shown.mailedTo(),
                    shown.calendar(),
                    response,
                    resolution,
                    shown.responseDue(),
                    shown.respondedAt(),
                    shown.resolutionDue(),
                    breached,
                    shown.chaseAt(),
                    shown.chasers(),
                    shown.endedAt(),
                    person(shown.endedById()),
                    shown.ending(),
                    shown.endedWith(),
                    shown.endingMailedTo(),
                    shown.entries().stream().map(entry -> view(entry)).toList(),
                    shown.state().legalActions(),
                    shown.version());
        }

        private VendorCaseView.Entry view(VendorCaseEntry entry) {
            return new VendorCaseView.Entry(
                    entry.ordinal(), entry.kind(), entry.at(), person(entry.byId()), entry.text(), entry.reason(), entry.mailedTo(),
                    entry.mailedFrom(), entry.messageId());
        }

        private VendorCaseView.Person person(Long accountId) {
            return accountId == null
                    ? null
                    : people.computeIfAbsent(accountId, id -> accounts.byId(id)
                            .map(caller -> new VendorCaseView.Person(caller.name(), caller.displayName()))
                            .orElseThrow(() -> BusinessRuleViolation.notFound("account", id)));
        }
    }
}
