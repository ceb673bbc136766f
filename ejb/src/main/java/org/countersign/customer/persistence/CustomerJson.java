package org.countersign.customer.persistence;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.Map;
import org.countersign.customer.model.CalendarHours;
import org.countersign.customer.model.ServiceAgreement;

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

    public static ServiceAgreement agreement(String text) {
        return ServiceAgreement.of(JSON.fromJson(text, Map.class));
    }

    public static String print(ServiceAgreement agreement) {
        return JSON.toJson(agreement.toMap());
    }
}
