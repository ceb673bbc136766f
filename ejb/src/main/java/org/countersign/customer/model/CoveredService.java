package org.countersign.customer.model;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A service that the contract covers.
 *
 * @param name as reports name it
 */
public record CoveredService(String name, Criticality criticality) {

    static CoveredService of(AgreementForm form) {
        return new CoveredService(form.line("name", 100), form.constant("criticality", Criticality.class));
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("name", name);
        map.put("criticality", criticality.name());
        return map;
    }
}
