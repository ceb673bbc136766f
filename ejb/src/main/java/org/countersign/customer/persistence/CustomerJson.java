package org.countersign.customer.persistence;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.Map;
import org.countersign.customer.model.CalendarHours;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.kernel.BusinessRuleViolation;

/** The JSON in which calendars and agreements are kept. */
public final class CustomerJson {

    private static final Jsonb JSON = JsonbBuilder.create();

    private CustomerJson() {}

    @SuppressWarnings("unchecked")
    public static CalendarHours hours(String text) {
        return CalendarHours.ofStored(JSON.fromJson(text, Map.class));
    }

    public static String print(CalendarHours hours) {
        return JSON.toJson(hours.toStored());
    }

    /** @throws IllegalStateException when what is kept is no agreement: that is our fault, and nobody's who asks */
    public static ServiceAgreement agreement(String text) {
        try {
            return ServiceAgreement.of(JSON.fromJson(text, Map.class));
        } catch (BusinessRuleViolation unreadable) {
            throw new IllegalStateException(
                    "A kept agreement cannot be read at " + unreadable.field() + ": " + unreadable.getMessage(), unreadable);
        }
    }

    public static String print(ServiceAgreement agreement) {
        return JSON.toJson(agreement.toMap());
    }
}
