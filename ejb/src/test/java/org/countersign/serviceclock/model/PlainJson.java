package org.countersign.serviceclock.model;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.InputStream;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.Map;

/** JSON as the plain maps, lists and values that {@link ServiceCalendar#of} reads. */
final class PlainJson {

    private PlainJson() {
    }

    static Map<String, Object> object(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return plain(reader.readObject());
        }
    }

    static Map<String, Object> object(InputStream in) {
        try (JsonReader reader = Json.createReader(in)) {
            return plain(reader.readObject());
        }
    }

    private static Map<String, Object> plain(JsonObject object) {
        Map<String, Object> map = new LinkedHashMap<>();
        object.forEach((key, value) -> map.put(key, plain(value)));
        return map;
    }

    private static Object plain(JsonValue value) {
        return switch (value.getValueType()) {
            case OBJECT -> plain(value.asJsonObject());
            case ARRAY -> ((JsonArray) value).stream().map(item -> plain(item)).toList();
            case STRING -> ((JsonString) value).getString();
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case NULL -> null;
            case TRUE, FALSE -> value == JsonValue.TRUE;
        };
    }
}
