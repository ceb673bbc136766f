package org.countersign.rest.support;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.json.stream.JsonParser;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Reads a JSON body into a record, strictly: a property that the record does not have, a wrong type or an unknown constant is refused and
 * named; all of them at once. JSON-B would drop unknown properties without a word.
 */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class StrictRecordReader implements MessageBodyReader<Record> {

    /** Largest body, in bytes. */
    static final int MAXIMUM = 1024 * 1024;

    /** Found once: the static methods of {@code Json} search for it anew at every call. */
    private static final JsonProvider JSON = JsonProvider.provider();

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Record readFrom(
            Class<Record> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        byte[] bytes = body.readNBytes(MAXIMUM + 1);
        if (bytes.length > MAXIMUM) {
            throw new MalformedBody(413, "body-too-large", MAXIMUM);
        }
        return read(type, new String(bytes, StandardCharsets.UTF_8));
    }

    /** @throws MalformedBody telling everything that is wrong */
    static <T extends Record> T read(Class<T> type, String text) {
        JsonValue value;
        if (text.isBlank()) {
            value = JsonValue.EMPTY_JSON_OBJECT;
        } else {
            try (JsonParser parser = JSON.createParser(new StringReader(text))) {
                parser.next();
                value = parser.getValue();
                // Asked for its own sake: it throws where more follows than the one value.
                parser.hasNext();
            } catch (JsonException e) {
                throw new MalformedBody(400, "json-malformed");
            }
        }
        if (!(value instanceof JsonObject object)) {
            throw new MalformedBody(400, "json-object-expected");
        }
        List<MalformedBody.Fault> faults = new ArrayList<>();
        T record = record(type, object, "", faults);
        if (!faults.isEmpty()) {
            throw new MalformedBody(faults);
        }
        return record;
    }

    private static <T> T record(Class<T> type, JsonObject object, String path, List<MalformedBody.Fault> faults) {
        RecordComponent[] components = type.getRecordComponents();
        Map<String, RecordComponent> byName =
                Arrays.stream(components).collect(Collectors.toMap(RecordComponent::getName, component -> component));
        for (String name : object.keySet()) {
            if (!byName.containsKey(name)) {
                faults.add(new MalformedBody.Fault(path + name, "unknown-property", path + name));
            }
        }
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            RecordComponent component = components[i];
            JsonValue value = object.get(component.getName());
            values[i] = value == null || value == JsonValue.NULL
                    ? null
                    : convert(component.getGenericType(), value, path + component.getName(), faults);
        }
        try {
            Class<?>[] types = Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " is no record of nullable components", e);
        }
    }

    private static Object convert(Type type, JsonValue value, String path, List<MalformedBody.Fault> faults) {
        try {
            return converted(type, value, path, faults);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | ClassCastException e) {
            faults.add(new MalformedBody.Fault(path, "wrong-type", describe(type)));
            return null;
        }
    }

    private static Object converted(Type type, JsonValue value, String path, List<MalformedBody.Fault> faults) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            if (generic.getRawType() == List.class) {
                List<Object> list = new ArrayList<>();
                JsonArray array = (JsonArray) value;
                for (int i = 0; i < array.size(); i++) {
                    list.add(convert(arguments[0], array.get(i), path + "[" + i + "]", faults));
                }
                return list;
            }
            Map<String, Object> map = new LinkedHashMap<>();
            ((JsonObject) value)
                    .forEach((name, member) -> map.put(printable(name, path, faults), convert(arguments[1], member, path + "." + name, faults)));
            return map;
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted == Object.class) {
            return plain(value, path, faults);
        }
        if (wanted.isRecord()) {
            return record(wanted, (JsonObject) value, path + ".", faults);
        }
        if (wanted == Boolean.class) {
            if (value.getValueType() != JsonValue.ValueType.TRUE && value.getValueType() != JsonValue.ValueType.FALSE) {
                throw new IllegalArgumentException();
            }
            return value.getValueType() == JsonValue.ValueType.TRUE;
        }
        if (wanted == Integer.class) {
            return ((JsonNumber) value).bigDecimalValue().intValueExact();
        }
        if (wanted == Long.class) {
            return ((JsonNumber) value).bigDecimalValue().longValueExact();
        }
        if (wanted == BigDecimal.class) {
            return ((JsonNumber) value).bigDecimalValue();
        }
        String text = ((JsonString) value).getString();
        if (wanted == String.class) {
            return printable(text, path, faults);
        }
        if (wanted == Instant.class) {
            return OffsetDateTime.parse(text).toInstant();
        }
        if (wanted.isEnum()) {
            return constant(wanted, text, path, faults);
        }
        throw new IllegalStateException("A body's record has a component of type " + wanted);
    }

    private static Object constant(Class<?> type, String text, String path, List<MalformedBody.Fault> faults) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(text)) {
                return constant;
            }
        }
        faults.add(new MalformedBody.Fault(path, "unknown-value", text, describe(type)));
        return null;
    }

    /** NUL, which PostgreSQL cannot store in any text, is named here rather than found out there. */
    private static String printable(String text, String path, List<MalformedBody.Fault> faults) {
        if (text.indexOf('\0') >= 0) {
            faults.add(new MalformedBody.Fault(path, "control-character"));
        }
        return text;
    }

    /** A JSON value as plain maps, lists, strings, numbers and booleans. */
    private static Object plain(JsonValue value, String path, List<MalformedBody.Fault> faults) {
        return switch (value.getValueType()) {
            case NULL -> null;
            case TRUE -> true;
            case FALSE -> false;
            case STRING -> printable(((JsonString) value).getString(), path, faults);
            case NUMBER -> ((JsonNumber) value).bigDecimalValue();
            case ARRAY -> ((JsonArray) value).stream().map(member -> plain(member, path, faults)).toList();
            case OBJECT -> {
                Map<String, Object> map = new LinkedHashMap<>();
                ((JsonObject) value)
                        .forEach((name, member) -> map.put(printable(name, path, faults), plain(member, path + "." + name, faults)));
                yield map;
            }
        };
    }

    private static String describe(Type type) {
        if (type instanceof Class<?> wanted && wanted.isEnum()) {
            return Arrays.stream(wanted.getEnumConstants()).map(c -> ((Enum<?>) c).name()).collect(Collectors.joining(", "));
        }
        if (type instanceof ParameterizedType generic) {
            return generic.getRawType() == List.class ? "array" : "object";
        }
        Class<?> wanted = (Class<?>) type;
        if (wanted == Instant.class) {
            return "RFC 3339 instant";
        }
        if (wanted == Integer.class || wanted == Long.class) {
            return "whole number";
        }
        return wanted.isRecord() ? "object" : wanted.getSimpleName().toLowerCase(java.util.Locale.ROOT);
    }
}
