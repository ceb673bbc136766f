package org.countersign.web.support;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.countersign.kernel.Texts;

/** What forms about people offer. */
@Named
@ApplicationScoped
public class Choices {

    private final List<String> zones = ZoneId.getAvailableZoneIds().stream()
            .filter(id -> id.equals("UTC") || id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
            .sorted()
            .toList();

    /** Tags of the languages on offer. */
    public List<String> getLanguages() {
        return Texts.LANGUAGES.stream().map(Locale::getLanguage).toList();
    }

    /** A language by its own name. */
    public String languageName(String tag) {
        Locale language = Locale.forLanguageTag(tag);
        String name = language.getDisplayLanguage(language);
        return name.substring(0, 1).toUpperCase(language) + name.substring(1);
    }

    /** IANA names that know summer time, in their order. */
    public List<String> getZones() {
        return zones;
    }
}
