package org.countersign.customer.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.countersign.kernel.Changes;

/** What differs between two documents, place by place. */
public final class AgreementChanges {

    private AgreementChanges() {}

    /** {@code targets[0].priorities.P1.resolution: PT4H → PT2H}, one line per place that differs. */
    public static List<String> between(Map<String, ?> before, Map<String, ?> after) {
        Map<String, String> old = new LinkedHashMap<>();
        Map<String, String> now = new LinkedHashMap<>();
        flatten("", before, old);
        flatten("", after, now);
        TreeSet<String> places = new TreeSet<>(old.keySet());
        places.addAll(now.keySet());
        Changes changes = new Changes();
        places.forEach(place -> changes.note(place, old.get(place), now.get(place)));
        return changes.lines();
    }

    private static void flatten(String place, Object value, Map<String, String> into) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((member, inner) -> flatten(place.isEmpty() ? String.valueOf(member) : place + "." + member, inner, into));
        } else if (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)) {
            for (int i = 0; i < list.size(); i++) {
                flatten(place + "[" + i + "]", list.get(i), into);
            }
        } else {
            into.put(place, String.valueOf(value));
        }
    }
}
