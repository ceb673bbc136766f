package org.countersign.ticket.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;
import org.countersign.ticket.model.ArrivalOrder;
import org.countersign.ticket.model.Queue;

/** Proves in which order tickets came, and who was taken before his turn. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE})
public class QueueProof {

    /** A period that a person can wait for. */
    private static final Duration LONGEST = Duration.ofDays(93);

    /** Arrivals in memory at once. */
    private static final int PAGE = 500;

    private static final String REGISTERED = "TicketRegistered";
    private static final String OVERTOOK = "TicketOvertook";

    @Inject
    private QueueViews views;

    @Inject
    private TicketSeals seals;

    @Inject
    private CustomerDirectory customers;

    /**
     * The proof for a period, with a page of the arrivals.
     *
     * @param contract code of the contract
     * @throws BusinessRuleViolation {@code not-found}, {@code required}, {@code period-ends-before-start}, {@code arrivals-period-too-long},
     *     {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public ArrivalProof proof(String contract, SupportLevel level, Instant from, Instant to, Integer limit, String after) {
        ContractTerms terms = customers.contract(contract);
        requirePeriod(from, to);
        Queue queue = new Queue(terms.id(), level);
        int rows = CursorPage.limit(limit);
        List<ArrivalProof.Arrived> page = page(queue, from, to, rows + 1, after == null ? 0 : Cursor.parseLong(after));
        return new ArrivalProof(
                terms.code(),
                level,
                terms.agreement().queue().order(),
                from,
                to,
                after == null ? verdict(queue, from, to) : null,
                CursorPage.of(page, rows, arrived -> Cursor.of(arrived.queuePosition())));
    }

    private static void requirePeriod(Instant from, Instant to) {
        if (from == null || to == null) {
            throw BusinessRuleViolation.invalid(from == null ? "from" : "to", "required");
        }
        if (!from.isBefore(to)) {
            throw BusinessRuleViolation.invalid("to", "period-ends-before-start");
        }
        if (Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw BusinessRuleViolation.invalid("to", "arrivals-period-too-long", LONGEST.toDays());
        }
    }

    private ArrivalProof.Verdict verdict(Queue queue, Instant from, Instant to) {
        ArrivalOrder order = new ArrivalOrder();
        long overtakings = 0;
        long last = 0;
        List<ArrivalProof.Arrived> page;
        do {
            page = page(queue, from, to, PAGE, last);
            for (ArrivalProof.Arrived arrived : page) {
                order.next(arrived.ticket(), arrived.receivedAt(), link(arrived.witness()));
                overtakings += arrived.overtakings().size();
                last = arrived.queuePosition();
            }
        } while (page.size() == PAGE);
        return new ArrivalProof.Verdict(
                order.agrees(), order.arrivals(), overtakings, order.unsealed(), order.simultaneous(), order.faults(), order.disagreements());
    }

    private static ArrivalOrder.Link link(ArrivalProof.Witness witness) {
        return witness == null ? null : new ArrivalOrder.Link(witness.recordedAt(), witness.position(), witness.sealedAt(), witness.holds());
    }

    private List<ArrivalProof.Arrived> page(Queue queue, Instant from, Instant to, int limit, long after) {
        List<QueueViews.Arrival> arrivals = views.arrivals(queue, from, to, limit, after);
        if (arrivals.isEmpty()) {
            return List.of();
        }
        List<String> numbers = arrivals.stream().map(QueueViews.Arrival::number).toList();
        List<TicketSeals.Seal> found = seals.of(numbers, List.of(REGISTERED, OVERTOOK));
        Map<String, TicketSeals.Seal> registered = found.stream()
                .filter(seal -> seal.action().equals(REGISTERED))
                .collect(Collectors.toMap(TicketSeals.Seal::ticket, Function.identity(), (first, later) -> first));
        Map<Long, TicketSeals.Seal> overtook = found.stream()
                .filter(seal -> seal.overtaking() != null)
                .collect(Collectors.toMap(TicketSeals.Seal::overtaking, Function.identity(), (first, later) -> first));
        Map<String, List<OvertakingRow>> overtakings =
                views.overtakings(queue, numbers).stream().collect(Collectors.groupingBy(OvertakingRow::ticket));
        return arrivals.stream()
                .map(arrival -> new ArrivalProof.Arrived(
                        arrival.queuePosition(),
                        arrival.number(),
                        arrival.receivedAt(),
                        witness(registered.get(arrival.number())),
                        overtakings.getOrDefault(arrival.number(), List.of()).stream()
                                .map(row -> passed(row, overtook.get(row.id())))
                                .toList()))
                .toList();
    }

    private static ArrivalProof.Passed passed(OvertakingRow row, TicketSeals.Seal seal) {
        return new ArrivalProof.Passed(row.overtaken(), row.first(), row.takenBy(), row.takenAt(), row.reason(), witness(seal));
    }

    private static ArrivalProof.Witness witness(TicketSeals.Seal seal) {
        return seal == null ? null : ArrivalProof.Witness.of(seal);
    }
}
