package org.countersign.web.desk.contract.form;

import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.countersign.customer.model.PenaltyClause;
import org.countersign.customer.model.PenaltyTerms;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.ScreenTexts;
import org.countersign.web.support.TypedNumber;

/** What is agreed on service credits, in the form; nothing where neither a fee nor a clause is entered. */
public final class CreditsForm {

    /** Tiers that there is room for in each clause. */
    private static final int TIERS = 5;

    private static final Map<String, String> INPUTS = Map.of(
            "penalties.currency", "currency",
            "penalties.base", "fee",
            "penalties.cap", "cap",
            "penalties.cap.percent", "cap",
            "penalties.cap.amount", "cap",
            "penalties.clauses", "fee");

    private final Locale locale;
    private final boolean said;
    private final Credit cap;
    private final FormRows<ClauseForm> clauses;
    private String currency;
    private String fee;
    private RoundingMode rounding = RoundingMode.HALF_UP;

    /**
     * @param terms {@code null} where nothing is owed
     * @param shown how many clauses the form had that was sent; {@code null} when it is opened
     */
    CreditsForm(PenaltyTerms terms, Long shown, Locale locale) {
        this.locale = locale;
        said = terms != null;
        List<PenaltyClause> agreed = terms == null ? List.of() : terms.clauses();
        // The same room in all, since a clause can move to another's place.
        int tiers = agreed.stream().mapToInt(clause -> clause.tiers().size()).reduce(TIERS, Math::max);
        clauses = new FormRows<>("penalties.clauses", agreed, shown, (place, clause) -> new ClauseForm(place, clause, tiers, locale));
        cap = new Credit(terms == null ? null : terms.cap(), locale);
        if (terms != null) {
            currency = terms.currency().getCurrencyCode();
            fee = TypedNumber.written(terms.base(), locale);
            rounding = terms.rounding();
        }
    }

    /** As the document has it, or nothing. */
    Optional<Map<String, Object>> toMap() {
        boolean currencyIsNew = !said && Parameters.text(currency) != null;
        if (Parameters.text(fee) == null && cap.isEmpty() && clauses.getSize() == 0 && !currencyIsNew) {
            return Optional.empty();
        }
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("currency", Parameters.text(currency) == null ? null : currency.strip().toUpperCase(Locale.ROOT));
        map.put("base", TypedNumber.plain(fee, locale));
        map.put("rounding", rounding.name());
        if (!cap.isEmpty()) {
            map.put("cap", cap.toMap());
        }
        map.put("clauses", clauses.toList());
        return Optional.of(map);
    }

    Optional<FormInput> at(String place) {
        return clauses.at(place)
                .or(() -> Optional.ofNullable(INPUTS.get(place))
                        .map(id -> new FormInput("terms:" + id, ScreenTexts.of(locale, "contract.terms.credits." + id))));
    }

    public FormRows<ClauseForm> getClauses() {
        return clauses;
    }

    /** What a month comes to at most. */
    public Credit getCap() {
        return cap;
    }

    public List<RoundingMode> getRoundings() {
        return List.of(RoundingMode.HALF_UP, RoundingMode.HALF_EVEN, RoundingMode.DOWN);
    }

    public String getCurrency() {
        return currency;
    }

    public void setCurrency(String currency) {
        this.currency = currency;
    }

    /** The fee of a month, to which percentages refer. */
    public String getFee() {
        return fee;
    }

    public void setFee(String fee) {
        this.fee = fee;
    }

    public RoundingMode getRounding() {
        return rounding;
    }

    public void setRounding(RoundingMode rounding) {
        this.rounding = rounding;
    }
}
