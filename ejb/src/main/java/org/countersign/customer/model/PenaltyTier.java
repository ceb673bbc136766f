package org.countersign.customer.model;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What is owed when a month stays below a percentage.
 *
 * @param below percent, itself not included
 */
public record PenaltyTier(BigDecimal below, PenaltyAmount credit) {

    static final String[] MEMBERS = {"below", "amount", "percent"};

    static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("below", below.toPlainString());
        credit.writeInto(map);
        return map;
    }
}
