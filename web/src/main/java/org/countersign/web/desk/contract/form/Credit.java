package org.countersign.web.desk.contract.form;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.model.PenaltyAmount;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.TypedNumber;

/** What is owed, in the form: a number, and whether it is a share of the month's fee or an amount. */
public final class Credit {

    /** What the number counts. */
    public enum Unit {
        PERCENT,
        AMOUNT
    }

    private final Locale locale;
    private String number;
    private Unit unit = Unit.PERCENT;

    /** @param said {@code null} where nothing is owed */
    Credit(PenaltyAmount said, Locale locale) {
        this.locale = locale;
        if (said != null) {
            unit = said.amount() == null ? Unit.PERCENT : Unit.AMOUNT;
            number = TypedNumber.written(said.amount() == null ? said.percent() : said.amount(), locale);
        }
    }

    boolean isEmpty() {
        return Parameters.text(number) == null;
    }

    /** Members of the document; none where nothing was typed. */
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (!isEmpty()) {
            map.put(unit == Unit.PERCENT ? "percent" : "amount", TypedNumber.plain(number, locale));
        }
        return map;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public Unit getUnit() {
        return unit;
    }

    public void setUnit(Unit unit) {
        this.unit = unit;
    }
}
