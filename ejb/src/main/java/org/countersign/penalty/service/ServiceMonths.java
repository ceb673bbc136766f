package org.countersign.penalty.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.penalty.model.PenaltyBook;
import org.countersign.penalty.model.PenaltyMonth;

/**
 * Which terms count for a month. What is agreed in the course of a month counts from the next one on: a month goes by the version of the
 * contract that was in force when it began. Once it was assessed it keeps the terms of that assessment.
 */
@ApplicationScoped
class ServiceMonths {

    private static final Pattern MONTH = Pattern.compile("(19[7-9][0-9]|2[0-9]{3})-(0[1-9]|1[0-2])");

    @Inject
    private CustomerDirectory customers;

    @Inject
    private PenaltyBook book;

    /**
     * Reads {@code 2026-10}.
     *
     * @throws BusinessRuleViolation {@code required}, {@code month-malformed}
     */
    static YearMonth parse(String month) {
        if (month == null || month.isBlank()) {
            throw BusinessRuleViolation.invalid("month", "required");
        }
        try {
            if (MONTH.matcher(month.strip()).matches()) {
                return YearMonth.parse(month.strip());
            }
        } catch (DateTimeException malformed) {
            // Refused below.
        }
        throw BusinessRuleViolation.invalid("month", "month-malformed", month);
    }

    /**
     * The contract, for somebody who may know of it.
     *
     * @throws BusinessRuleViolation {@code not-found} when there is none, or it is another organisation's: the same answer
     */
    ContractTerms contract(String code, Caller caller) {
        return customers.findContract(code == null ? "" : code.strip())
                .filter(terms -> !caller.isContact() || terms.organisationId() == caller.organisationId())
                .orElseThrow(() -> BusinessRuleViolation.notFound("contract", code));
    }

    ServiceMonth of(long contractId, YearMonth month) {
        return of(contractId, List.of(month)).get(0);
    }

    /** Several months, in their order. */
    List<ServiceMonth> of(long contractId, Collection<YearMonth> months) {
        ZoneId zone = customers.contract(contractId).calendar().zone();
        Instant since = customers.inForceSince(contractId);
        Map<YearMonth, PenaltyMonth> assessed =
                book.months(contractId, months).stream().collect(Collectors.toMap(PenaltyMonth::month, Function.identity()));
        return months.stream()
                .distinct()
                .sorted()
                .map(month -> assessed.containsKey(month) ? of(assessed.get(month)) : of(contractId, month, zone, since))
                .toList();
    }

    /** It keeps its beginning and its end too, should a later version of the contract have a calendar of another zone. */
    private ServiceMonth of(PenaltyMonth assessed) {
        ContractTerms terms =
                customers.contract(assessed.contractId(), assessed.contractVersion(), assessed.calendarRevision());
        return new ServiceMonth(terms, assessed.month(), assessed.from(), assessed.until());
    }

    private ServiceMonth of(long contractId, YearMonth month, ZoneId zone, Instant since) {
        Instant begin = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant until = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        return new ServiceMonth(customers.contract(contractId, begin), month, since.isAfter(begin) ? since : begin, until);
    }
}
