package org.countersign.penalty.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.List;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Cursor;
import org.countersign.kernel.CursorPage;
import org.countersign.penalty.model.PenaltyBook;
import org.countersign.penalty.model.PenaltyMonth;
import org.countersign.penalty.model.PenaltyState;

/** The ledger, for those who lead the desk, those who audit it, and the customer. */
@Stateless
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE, Role.CONTACT_ROLE})
public class PenaltyQueries {

    @Inject
    private PenaltyViews views;

    @Inject
    private PenaltyBook book;

    @Inject
    private ServiceMonths months;

    @Inject
    private CustomerDirectory customers;

    @Inject
    private CurrentCaller currentCaller;

    /**
     * What a month comes to.
     *
     * @throws BusinessRuleViolation {@code not-found}; {@code required}, {@code month-malformed}
     */
    public PenaltyMonthView month(String contract, String month) {
        ContractTerms terms = months.contract(contract, currentCaller.get());
        String name = ServiceMonths.parse(month).toString();
        PenaltyMonth assessed = book.month(terms.id(), ServiceMonths.parse(month)).orElse(null);
        if (assessed == null) {
            return new PenaltyMonthView(terms.code(), name, null, null, null, null, null, null, null);
        }
        int digits = Currency.getInstance(assessed.currency()).getDefaultFractionDigits();
        BigDecimal owed = BigDecimal.ZERO.setScale(digits);
        BigDecimal agreed = owed;
        for (PenaltyViews.Sum sum : views.sums(terms.id(), name)) {
            owed = owed.add(sum.amount());
            agreed = sum.state() == PenaltyState.AGREED ? agreed.add(sum.amount()) : agreed;
        }
        return new PenaltyMonthView(
                terms.code(), name, assessed.lastAssessedAt(), assessed.contractVersion(), assessed.currency(),
                plain(assessed.base(), digits), assessed.cap() == null ? null : plain(assessed.cap(), digits), plain(owed, digits),
                plain(agreed, digits));
    }

    /**
     * The entries of a contract.
     *
     * @param month {@code null} for all
     * @param state {@code null} for all
     * @throws BusinessRuleViolation {@code not-found}; {@code month-malformed}, {@code limit-out-of-range}, {@code cursor-invalid}
     */
    public CursorPage<PenaltyRow> entries(String contract, String month, PenaltyState state, Integer limit, String after) {
        ContractTerms terms = months.contract(contract, currentCaller.get());
        int size = CursorPage.limit(limit);
        String name = month == null ? null : ServiceMonths.parse(month).toString();
        return CursorPage.of(
                views.list(terms.id(), name, state, size, position(after)), size, row -> Cursor.of(row.month(), row.id()));
    }

    /**
     * One entry with its steps.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public PenaltyDetails entry(long id) {
        Caller caller = currentCaller.get();
        PenaltyRow row = views.find(id, caller.isContact() ? caller.organisationId() : null)
                .orElseThrow(() -> BusinessRuleViolation.notFound("penalty", id));
        boolean fixed = caller.isContact() && customers.isFixedContact(views.contractOf(id), caller.contactId());
        return new PenaltyDetails(
                row, views.steps(id), fixed && row.state().awaitsCustomer(),
                caller.has(Role.MANAGER) && row.state() == PenaltyState.DISPUTED);
    }

    private static BigDecimal plain(BigDecimal amount, int digits) {
        return amount.setScale(digits, RoundingMode.UNNECESSARY);
    }

    private static PenaltyViews.Position position(String after) {
        if (after == null) {
            return null;
        }
        List<String> parts = Cursor.parse(after, 2);
        try {
            return new PenaltyViews.Position(parts.get(0), Long.parseLong(parts.get(1)));
        } catch (NumberFormatException malformed) {
            throw BusinessRuleViolation.invalid("after", "cursor-invalid");
        }
    }
}
