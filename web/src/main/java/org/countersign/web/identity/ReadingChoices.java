package org.countersign.web.identity;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.kernel.Texts;

/** In which languages and zones people may read the screens. */
public final class ReadingChoices {

    private ReadingChoices() {}

    /** The languages on offer, each by its own name, which leads to its tag. */
    public static Map<String, String> languages() {
        Map<String, String> languages = new LinkedHashMap<>();
        for (Locale offered : Texts.LANGUAGES) {
            String name = offered.getDisplayLanguage(offered);
            languages.put(name.substring(0, 1).toUpperCase(offered) + name.substring(1), offered.getLanguage());
        }
        return languages;
    }

    /** IANA names, without those of machines. */
    public static List<String> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equals("UTC") || id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted()
                .toList();
    }
}
