package org.countersign.addon.demo.mail;

import java.text.MessageFormat;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML in the making. Whatever goes in as a value is escaped; only the methods of this class write markup. */
final class Page {

    private static final List<String> LANGUAGES = List.of("en", "hu", "nl", "pt");
    private static final Pattern LINK = Pattern.compile("https?://(?:localhost|127\\.0\\.0\\.1)(?::[0-9]+)?/[^\\s<>\"']*");

    private final StringBuilder html = new StringBuilder();
    private final ResourceBundle texts;
    private final String language;

    /** @param wanted the reader's languages, best first */
    Page(Enumeration<Locale> wanted) {
        String best = "en";
        while (wanted.hasMoreElements()) {
            String candidate = wanted.nextElement().getLanguage();
            if (LANGUAGES.contains(candidate)) {
                best = candidate;
                break;
            }
        }
        language = best;
        texts = texts(best);
    }

    static ResourceBundle texts(String language) {
        return ResourceBundle.getBundle(
                "org.countersign.addon.demo.mail.texts",
                Locale.forLanguageTag(language.equals("en") ? "" : language),
                Page.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    Locale locale() {
        return Locale.forLanguageTag(language);
    }

    String text(String key, Object... arguments) {
        return new MessageFormat(texts.getString(key), locale()).format(arguments);
    }

    /**
     * Markup with values: each {@code {}} is replaced by the escaped value.
     *
     * @param markup a constant of the calling class
     */
    Page add(String markup, Object... values) {
        int next = 0;
        int from = 0;
        for (int at = markup.indexOf("{}"); at >= 0; at = markup.indexOf("{}", from)) {
            html.append(markup, from, at).append(escape(String.valueOf(values[next++])));
            from = at + 2;
        }
        html.append(markup, from, markup.length());
        return this;
    }

    /** Text of a mail, in which addresses of this installation can be clicked. */
    Page mailText(String text) {
        Matcher link = LINK.matcher(text);
        int from = 0;
        html.append("<pre class=\"text\">");
        while (link.find()) {
            html.append(escape(text.substring(from, link.start())));
            add("<a href=\"{}\">{}</a>", link.group(), link.group());
            from = link.end();
        }
        html.append(escape(text.substring(from))).append("</pre>");
        return this;
    }

    String document(String title) {
        Page frame = new Page(java.util.Collections.enumeration(List.of(locale())));
        frame.add("<!DOCTYPE html><html lang=\"{}\"><head><meta charset=\"utf-8\"><title>{}</title>", language, title);
        frame.add("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><link rel=\"stylesheet\" href=\"mail.css\">");
        frame.add("</head><body><header><p class=\"banner\">{}</p><p class=\"name\"><a href=\".\">{}</a></p></header><main>",
                text("banner"), text("name"));
        return frame.html.append(html).append("</main></body></html>").toString();
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;").replace("'", "&#39;");
    }
}
