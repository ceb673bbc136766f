package org.countersign.customer.model;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * An amount of money, or a percentage of the month's fee: exactly one of the two is there.
 *
 * @param amount in the currency of the penalties, or {@code null}
 * @param percent of the base, or {@code null}
 */
public record PenaltyAmount(BigDecimal amount, BigDecimal percent) {

    /** @param form a level with one of the members {@code amount} and {@code percent} */
    static PenaltyAmount of(AgreementForm form, int digits) {
        if (form.has("amount") == form.has("percent")) {
            throw BusinessRuleViolation.invalid(form.place(), "penalty-amount-or-percent");
        }
        if (form.has("amount")) {
            return new PenaltyAmount(form.money("amount", digits), null);
        }
        BigDecimal percent = form.number("percent");
        if (percent.signum() == 0 || percent.compareTo(PenaltyTier.WHOLE) > 0) {
            throw BusinessRuleViolation.invalid(form.at("percent"), "penalty-percent-out-of-range", percent.toPlainString());
        }
        return new PenaltyAmount(null, percent);
    }

    /** The money that it comes to. */
    public BigDecimal of(BigDecimal base, int digits, RoundingMode rounding) {
        return amount != null ? amount : base.multiply(percent).divide(PenaltyTier.WHOLE, digits, rounding);
    }

    void writeInto(Map<String, Object> map) {
        if (amount != null) {
            map.put("amount", amount.toPlainString());
        } else {
            map.put("percent", percent.toPlainString());
        }
    }
}
