package org.countersign.penalty.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What was not there of the services of a contract, service by service. */
public final class Downtimes {

    private final Map<String, List<Downtime>> byService = new HashMap<>();

    /** @param service however it is capitalised */
    public void add(String service, Downtime one) {
        byService.computeIfAbsent(key(service), name -> new ArrayList<>()).add(one);
    }

    /** Those of one service, in the order in which they were added. */
    public List<Downtime> of(String service) {
        return List.copyOf(byService.getOrDefault(key(service), List.of()));
    }

    private static String key(String service) {
        return service.strip().toLowerCase(Locale.ROOT);
    }
}
