package org.countersign.customer.model;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * The time after go-live in which support belongs to the project (M117).
 *
 * @param until the last day
 */
public record MaintenancePeriod(LocalDate goLive, LocalDate until) {

    static final String[] MEMBERS = {"goLive", "until"};

    static MaintenancePeriod of(AgreementForm form) {
        MaintenancePeriod period = new MaintenancePeriod(form.date("goLive"), form.date("until"));
        if (period.until.isBefore(period.goLive)) {
            throw BusinessRuleViolation.invalid(form.at("until"), "maintenance-ends-before-start", period.goLive, period.until);
        }
        return period;
    }

    public boolean covers(LocalDate date) {
        return !date.isBefore(goLive) && !date.isAfter(until);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("goLive", goLive.toString());
        map.put("until", until.toString());
        return map;
    }
}
