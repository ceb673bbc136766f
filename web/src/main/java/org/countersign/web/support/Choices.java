package org.countersign.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.kernel.Texts;

/** What forms about people offer. */
@Named
@ApplicationScoped
public class Choices {

    private final List<String> zones = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC") || id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
            .sorted()
            .toList();

    /** The languages on offer, each by its own name. */
    public Map<String, String> getLanguages() {
        Map<String, String> languages = new LinkedHashMap<>();
        for (Locale offered : Texts.LANGUAGES) {
            String name = offered.getDisplayLanguage(offered);
            languages.put(name.substring(0, 1).toUpperCase(offered) + name.substring(1), offered.getLanguage());
        }
        return languages;
    }

    /** A language by its own name. */
    public String languageName(String tag) {
        return getLanguages().entrySet().stream()
                .filter(offered -> offered.getValue().equals(tag))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(tag);
    }

    /** IANA names that know summer time, in their order. */
    public List<String> getZones() {
        return zones;
    }
}
