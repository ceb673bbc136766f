package org.countersign.ticket.service;

import jakarta.json.JsonObjectBuilder;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.MinimumContent;
import org.countersign.customer.model.ReportPart;
import org.countersign.ticket.model.Ticket;

/** The further facts of a report as a ticket keeps them, and what of its content the contract still misses. */
final class ReportFields {

    /** Found once: the static methods of {@code Json} search for it anew at every call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private static final Jsonb BINDING = JsonbBuilder.create();

    private ReportFields() {}

    static String print(Map<String, String> fields) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        if (fields != null) {
            fields.forEach((name, value) -> {
                if (value != null) {
                    object.add(name, value);
                }
            });
        }
        return object.build().toString();
    }

    static Map<String, String> read(String json) {
        Map<String, String> fields = new LinkedHashMap<>();
        Map<?, ?> parsed = BINDING.fromJson(json, Map.class);
        parsed.forEach((name, value) -> fields.put(String.valueOf(name), String.valueOf(value)));
        return fields;
    }

    static List<String> missing(MinimumContent minimum, RegisterTicket report) {
        return minimum.isEmpty()
                ? List.of()
                : minimum.missing(
                        parts(report.service(), report.environment(), report.category(), report.description()),
                        report.fields() == null ? Map.of() : report.fields());
    }

    static List<String> missing(MinimumContent minimum, Ticket ticket) {
        return minimum.isEmpty()
                ? List.of()
                : minimum.missing(
                        parts(ticket.service(), ticket.environment(), ticket.category(), ticket.description()), read(ticket.fields()));
    }

    private static Map<ReportPart, String> parts(String service, String environment, String category, String description) {
        Map<ReportPart, String> parts = new EnumMap<>(ReportPart.class);
        parts.put(ReportPart.SERVICE, service);
        parts.put(ReportPart.ENVIRONMENT, environment);
        parts.put(ReportPart.CATEGORY, category);
        parts.put(ReportPart.DESCRIPTION, description);
        return parts;
    }
}
