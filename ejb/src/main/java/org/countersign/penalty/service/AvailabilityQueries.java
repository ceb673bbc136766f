package org.countersign.penalty.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.penalty.model.Downtimes;
import org.countersign.penalty.model.Outages;

/** How available the services of a contract were, month by month, for the staff and for the customer. */
@Stateless
@RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE, Role.CONTACT_ROLE})
public class AvailabilityQueries {

    @Inject
    private ServiceMonths months;

    @Inject
    private Outages outages;

    @Inject
    private CurrentCaller caller;

    @Inject
    private Clock clock;

    /**
     * Each service with an agreed availability, in the order of the contract; of a month that still runs, as it is by now.
     *
     * @param month e.g. {@code 2026-10}
     * @throws BusinessRuleViolation {@code not-found}; {@code required}, {@code month-malformed}, {@code month-to-come}
     */
    public List<AvailabilityView> month(String contract, String month) {
        ServiceMonth wanted = months.of(months.contract(contract, caller.get()).id(), ServiceMonths.parse(month));
        Instant now = clock.instant();
        if (!wanted.from().isBefore(now)) {
            throw BusinessRuleViolation.invalid("month", "month-to-come", month);
        }
        boolean running = !wanted.isOver(now);
        Instant until = running ? now : wanted.until();
        ServiceMonth sofar = wanted.upTo(until);
        if (sofar.isEmpty()) {
            return List.of();
        }
        Downtimes downtimes = outages.downtimes(wanted.terms().id(), sofar.from(), until);
        return wanted.terms().agreement().availability().stream()
                .map(target -> sofar.availability(target, wanted.terms().calendar(), downtimes))
                .map(availability -> AvailabilityView.of(wanted, availability, running))
                .toList();
    }
}
