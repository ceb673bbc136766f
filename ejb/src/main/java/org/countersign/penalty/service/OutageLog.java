package org.countersign.penalty.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.CoveredService;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.DomainEvent;
import org.countersign.penalty.model.Outage;
import org.countersign.penalty.model.Outages;
import org.countersign.penalty.model.PenaltyEvent.OutageCorrected;
import org.countersign.penalty.model.PenaltyEvent.OutageRecorded;
import org.countersign.penalty.model.PenaltyEvent.OutageWithdrawn;
import org.countersign.ticket.model.TicketRef;
import org.countersign.ticket.service.TicketDirectory;

/** Outages, put down by the desk; the customer reads them. What is put down after a month was assessed changes nothing that was proposed. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE})
public class OutageLog {

    @Inject
    private Outages outages;

    @Inject
    private OutageViews views;

    @Inject
    private ServiceMonths months;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private TicketDirectory tickets;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * Puts an outage down.
     *
     * @return its id
     * @throws BusinessRuleViolation {@code not-found} for the contract; {@code outage-service-unknown}, {@code outage-ticket-unknown},
     *     {@code outage-recorded-already}, and those of {@link Outage#record}
     */
    public long record(String contract, RecordOutage said) {
        ContractTerms terms = months.contract(contract, caller.get());
        Outage outage = Outage.record(
                terms.id(),
                terms.organisationId(),
                service(terms, said),
                new Outage.Facts(said.start(), said.end(), said.cause(), said.note(), ticket(terms, said.ticket())),
                caller.get().accountId(),
                clock.instant());
        requireNew(outage, outage.facts().start(), null);
        outages.add(outage);
        Outage.Facts facts = outage.facts();
        events.fire(new OutageRecorded(
                terms.id(), outage.id(), outage.service(), facts.start(), facts.end(), facts.cause(), facts.note(), facts.ticket()));
        return outage.id();
    }

    /**
     * Corrects or completes what is known of an outage.
     *
     * @param expectedVersion that the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code not-found}, {@code changed-meanwhile}, {@code outage-withdrawn}, and those of {@link #record}
     */
    public void correct(long id, CorrectOutage said, Long expectedVersion) {
        Outage outage = lock(id, expectedVersion);
        Outage.Facts before = outage.facts();
        Outage.Facts known = corrected(before, said, customers.contract(outage.contractId()));
        // Asked before anything changes: the question itself writes what changed.
        requireNew(outage, known.start(), id);
        outage.correct(known, clock.instant());
        outages.flush();
        Outage.Facts now = outage.facts();
        if (!now.equals(before)) {
            events.fire(new OutageCorrected(
                    outage.contractId(), id, outage.service(), before.start(), now.start(), before.end(), now.end(), before.cause(),
                    now.cause(), before.note(), now.note(), before.ticket(), now.ticket()));
        }
    }

    /**
     * It never was.
     *
     * @throws BusinessRuleViolation {@code not-found}, {@code changed-meanwhile}, {@code outage-withdrawn}
     */
    public void withdraw(long id, Long expectedVersion) {
        Outage outage = lock(id, expectedVersion);
        outage.withdraw(clock.instant());
        outages.flush();
        events.fire(new OutageWithdrawn(outage.contractId(), id, outage.service()));
    }

    /**
     * The outages of a contract, latest first.
     *
     * @param month only those that touch it, or {@code null} for all
     * @throws BusinessRuleViolation {@code not-found}, {@code month-malformed}, {@code limit-out-of-range}, {@code cursor-invalid}
     */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE, Role.CONTACT_ROLE})
    public CursorPage<OutageView> list(String contract, String month, Integer limit, String after) {
        ContractTerms terms = months.contract(contract, caller.get());
        int size = CursorPage.limit(limit);
        ServiceMonth span = month == null ? null : months.of(terms.id(), ServiceMonths.parse(month));
        List<OutageView> rows = views
                .list(terms.id(), span == null ? null : span.from(), span == null ? null : span.until(), size, position(after))
                .stream()
                .map(row -> view(row, terms))
                .toList();
        return CursorPage.of(rows, size, row -> Cursor.of(row.start(), row.id()));
    }

    /**
     * One outage.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE, Role.CONTACT_ROLE})
    public OutageView find(long id) {
        OutageViews.Row row = views.find(id).orElseThrow(() -> BusinessRuleViolation.notFound("outage", id));
        ContractTerms terms = customers.contract(row.contractId());
        if (caller.get().isContact() && terms.organisationId() != caller.get().organisationId()) {
            throw BusinessRuleViolation.notFound("outage", id);
        }
        return view(row, terms);
    }

    private Outage lock(long id, Long expectedVersion) {
        Outage outage = outages.lock(id).orElseThrow(() -> BusinessRuleViolation.notFound("outage", id));
        if (expectedVersion != null && expectedVersion != outage.version()) {
            throw BusinessRuleViolation.stale("outage");
        }
        return outage;
    }

    private void requireNew(Outage outage, Instant start, Long id) {
        outages.known(Outage.key(outage.contractId(), outage.service(), start))
                .filter(known -> !known.equals(id))
                .ifPresent(known -> {
                    throw BusinessRuleViolation.invalid("start", "outage-recorded-already", outage.service());
                });
    }

    /** One that the contract covers, or covered when the outage began. */
    private String service(ContractTerms terms, RecordOutage said) {
        String name = said.service() == null ? "" : said.service().strip();
        List<String> known = Stream.of(said.start() == null ? terms : customers.contract(terms.id(), said.start()), terms)
                .flatMap(then -> then.agreement().services().stream())
                .map(CoveredService::name)
                .distinct()
                .toList();
        return known.stream()
                .filter(name::equalsIgnoreCase)
                .findFirst()
                .orElseThrow(() -> BusinessRuleViolation.invalid("service", "outage-service-unknown", name, String.join(", ", known)));
    }

    private Outage.Facts corrected(Outage.Facts before, CorrectOutage said, ContractTerms terms) {
        Instant end = said.lasts() ? null : before.end();
        return new Outage.Facts(
                said.start() == null ? before.start() : said.start(),
                said.end() == null ? end : said.end(),
                said.cause() == null ? before.cause() : said.cause(),
                said.note() == null ? before.note() : said.note(),
                said.ticket() == null ? before.ticket() : ticket(terms, said.ticket()));
    }

    private String ticket(ContractTerms terms, String number) {
        if (number == null || number.isBlank()) {
            return null;
        }
        try {
            TicketRef ticket = tickets.ref(number);
            if (ticket.contractId() == terms.id()) {
                return ticket.number();
            }
        } catch (BusinessRuleViolation unknown) {
            // Refused below, as a ticket of another contract is.
        }
        throw BusinessRuleViolation.invalid("ticket", "outage-ticket-unknown", number, terms.code());
    }

    private static OutageView view(OutageViews.Row row, ContractTerms terms) {
        Boolean excluded = terms.agreement().availability().stream()
                .filter(target -> target.isFor(row.service()))
                .map(target -> target.excludes().contains(row.cause()))
                .findFirst()
                .orElse(null);
        return new OutageView(
                row.id(), row.contract(), row.service(), row.start(), row.end(), row.cause(), excluded, row.note(), row.ticket(),
                row.recordedBy(), row.recordedAt(), row.withdrawnAt(), row.version());
    }

    private static OutageViews.Position position(String after) {
        if (after == null) {
            return null;
        }
        List<String> parts = Cursor.parse(after, 2);
        try {
            return new OutageViews.Position(Instant.parse(parts.get(0)), Long.parseLong(parts.get(1)));
        } catch (DateTimeException | NumberFormatException malformed) {
            throw BusinessRuleViolation.invalid("after", "cursor-invalid");
        }
    }
}
