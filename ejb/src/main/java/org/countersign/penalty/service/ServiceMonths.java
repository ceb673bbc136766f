package org.countersign.penalty.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
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
        ZoneId zone = customers.contract(contractId).calendar().zone();
        Instant begin = month.atDay(1).atStartOfDay(zone).toInstant();
        Instant until = month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant();
        Instant since = customers.inForceSince(contractId);
        Optional<PenaltyMonth> assessed = book.month(contractId, month);
        ContractTerms terms = assessed.isPresent()
                ? customers.contract(contractId, assessed.get().contractVersion(), assessed.get().calendarRevision())
                : customers.contract(contractId, begin);
        return new ServiceMonth(terms, month, since.isAfter(begin) ? since : begin, until);
    }
}
