package org.countersign.web.support;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.AbstractMap;
import java.util.Map;
import java.util.Set;

/** {@code #{text['key']}} in a page: the text in the reader's language. */
@Named("text")
@RequestScoped
public class TextMap extends AbstractMap<String, String> {

    @Inject
    private Reader reader;

    @Override
    public String get(Object key) {
        return ScreenTexts.of(reader.getLocale(), String.valueOf(key));
    }

    @Override
    public boolean containsKey(Object key) {
        return true;
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return Set.of();
    }
}
