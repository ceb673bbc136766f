package org.countersign.customer.persistence;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.util.Map;
import org.countersign.serviceclock.model.ServiceCalendar;

/** The JSON text of a service calendar, in the form of the API. */
public final class CalendarJson {

    private static final Jsonb JSON = JsonbBuilder.create();

    private CalendarJson() {}

    @SuppressWarnings("unchecked")
    public static ServiceCalendar parse(String text) {
        return ServiceCalendar.of(JSON.fromJson(text, Map.class));
    }

    public static String print(ServiceCalendar calendar) {
        return JSON.toJson(calendar.toMap());
    }
}
