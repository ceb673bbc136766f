package org.countersign.rest.support;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.countersign.kernel.IsoWeek;

/**
 * The JSON of an answer: records by their components, maps, collections, and values by their text (instants RFC 3339, durations ISO 8601,
 * constants by name). Absent values are {@code null}, so that every representation has all its properties.
 */
public final class JsonTree {

    /** Found once: the static methods of {@code Json} search for it anew at every call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    private JsonTree() {}

    public static JsonValue of(Object value) {
        if (value == null) {
            return JsonValue.NULL;
        }
        if (value instanceof JsonValue json) {
            return json;
        }
        if (value instanceof Optional<?> optional) {
            return of(optional.orElse(null));
        }
        if (value instanceof Boolean flag) {
            return flag ? JsonValue.TRUE : JsonValue.FALSE;
        }
        if (value instanceof Integer || value instanceof Long || value instanceof Short) {
            return JSON.createValue(((Number) value).longValue());
        }
        if (value instanceof BigInteger number) {
            return JSON.createValue(number);
        }
        if (value instanceof Number number) {
            return JSON.createValue(new BigDecimal(number.toString()));
        }
        if (value instanceof Map<?, ?> map) {
            JsonObjectBuilder object = JSON.createObjectBuilder();
            map.forEach((name, member) -> object.add(String.valueOf(name), of(member)));
            return object.build();
        }
        if (value instanceof Collection<?> collection) {
            JsonArrayBuilder array = JSON.createArrayBuilder();
            collection.forEach(member -> array.add(of(member)));
            return array.build();
        }
        // A week is a value with a written form of its own, not its parts.
        if (value instanceof Record && !(value instanceof IsoWeek)) {
            return ofRecord(value);
        }
        return JSON.createValue(value.toString());
    }

    private static JsonValue ofRecord(Object value) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                var accessor = component.getAccessor();
                accessor.setAccessible(true);
                object.add(component.getName(), of(accessor.invoke(value)));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(component + " cannot be read", e);
            }
        }
        return object.build();
    }
}
