package org.countersign.customer.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What the provider owes when a target is missed (M126): money back, as a service credit against the month's fee.
 *
 * <pre>{@code
 * penalties:
 *   currency: EUR                # ISO 4217
 *   base: 1234.50                # the month's fee, to which percentages refer
 *   rounding: HALF_UP            # of each amount to the currency's smallest unit; or HALF_EVEN, DOWN
 *   cap: {percent: 30}           # left out: none. What a month comes to at most, or {amount: …}
 *   clauses: […]
 * }</pre>
 *
 * @param base the fee of a month
 * @param cap what all of a month comes to at most, or {@code null}
 * @param clauses in the order of the document, which is the order in which they use the cap up
 */
public record PenaltyTerms(Currency currency, BigDecimal base, RoundingMode rounding, PenaltyAmount cap, List<PenaltyClause> clauses) {

    static final String[] MEMBERS = {"currency", "base", "rounding", "cap", "clauses"};

    private static final List<String> ROUNDINGS = List.of("HALF_UP", "HALF_EVEN", "DOWN");

    public PenaltyTerms {
        clauses = List.copyOf(clauses);
    }

    static PenaltyTerms of(AgreementForm form, List<AvailabilityTarget> availability, List<TargetSet> targets) {
        Currency currency = currency(form);
        int digits = digits(currency);
        BigDecimal base = form.money("base", digits);
        PenaltyTerms terms = new PenaltyTerms(
                currency,
                base,
                form.has("rounding") ? RoundingMode.valueOf(form.word("rounding", ROUNDINGS)) : RoundingMode.HALF_UP,
                form.optionalForm("cap", "amount", "percent").map(cap -> PenaltyAmount.of(cap, digits)).orElse(null),
                clauses(form, availability, base, digits));
        for (int i = 0; i < terms.clauses.size(); i++) {
            terms.clauses.get(i).requirePromised(form.at("clauses[" + i + "].measure"), targets);
        }
        return terms;
    }

    private static List<PenaltyClause> clauses(AgreementForm form, List<AvailabilityTarget> availability, BigDecimal base, int digits) {
        List<PenaltyClause> clauses = new ArrayList<>();
        Set<String> codes = new HashSet<>();
        for (AgreementForm one : form.forms("clauses", PenaltyClause.MEMBERS)) {
            PenaltyClause clause = PenaltyClause.of(one, availability, base, digits);
            if (!codes.add(clause.code())) {
                throw BusinessRuleViolation.invalid(one.at("code"), "penalty-clause-twice", clause.code());
            }
            clauses.add(clause);
        }
        if (clauses.isEmpty()) {
            throw BusinessRuleViolation.invalid(form.at("clauses"), "required");
        }
        return clauses;
    }

    private static Currency currency(AgreementForm form) {
        String code = form.line("currency", 20);
        try {
            Currency currency = Currency.getInstance(code.toUpperCase(Locale.ROOT).equals(code) ? code : "");
            if (currency.getDefaultFractionDigits() >= 0) {
                return currency;
            }
        } catch (IllegalArgumentException unknown) {
            // Refused below.
        }
        throw BusinessRuleViolation.invalid(form.at("currency"), "penalty-currency-unknown", code);
    }

    private static int digits(Currency currency) {
        return currency.getDefaultFractionDigits();
    }

    /** Decimals of an amount in the currency. */
    public int digits() {
        return digits(currency);
    }

    /** The money that an amount or percentage comes to. */
    public BigDecimal money(PenaltyAmount amount) {
        return amount.of(base, digits(), rounding).setScale(digits(), rounding);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("currency", currency.getCurrencyCode());
        map.put("base", base.toPlainString());
        map.put("rounding", rounding.name());
        if (cap != null) {
            Map<String, Object> most = new LinkedHashMap<>();
            cap.writeInto(most);
            map.put("cap", most);
        }
        map.put("clauses", clauses.stream().map(PenaltyClause::toMap).toList());
        return map;
    }
}
