package org.countersign.kernel;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;

/** The plain facts of an event that is a record: numbers, booleans, and the text of everything that is a value. */
final class RecordFacts {

    private RecordFacts() {}

    static Map<String, Object> of(Object event) {
        RecordComponent[] components = event.getClass().getRecordComponents();
        if (components == null) {
            throw new IllegalStateException(event.getClass().getName() + " is no record and must tell its facts itself");
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        for (RecordComponent component : components) {
            Object value = valueOf(component, event);
            if (value == null || value instanceof Number || value instanceof Boolean) {
                facts.put(component.getName(), value);
            } else if (value instanceof CharSequence || value instanceof Enum || value instanceof Comparable) {
                facts.put(component.getName(), value.toString());
            }
        }
        return facts;
    }

    private static Object valueOf(RecordComponent component, Object event) {
        try {
            var accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(event);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
