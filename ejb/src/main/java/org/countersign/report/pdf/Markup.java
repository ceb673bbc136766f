package org.countersign.report.pdf;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * One XHTML element under construction. Text and attribute values go in as they are and are escaped when written; there
 * is no way to put raw markup in, so no text of a customer can become markup.
 *
 * <pre>{@code
 * Markup.element("p").attribute("class", "note").text(anything)
 * }</pre>
 *
 * <p>Characters that XML cannot carry, and the invisible marks that turn the direction of writing around (a text must
 * read as it was stored), are written as the replacement character U+FFFD.
 */
public final class Markup {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final String name;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    /** Strings (text) and Markup (elements), in order. */
    private final List<Object> children = new ArrayList<>();

    private Markup(String name) {
        this.name = checked(name);
    }

    /** @throws IllegalArgumentException if the name is not a lower-case element name */
    public static Markup element(String name) {
        return new Markup(name);
    }

    /** An element that holds a text. */
    public static Markup element(String name, String text) {
        return new Markup(name).text(text);
    }

    /** @throws IllegalArgumentException if the name is not a lower-case attribute name */
    public Markup attribute(String attributeName, String value) {
        attributes.put(checked(attributeName), value);
        return this;
    }

    public Markup text(String text) {
        children.add(text);
        return this;
    }

    public Markup add(Markup... elements) {
        children.addAll(List.of(elements));
        return this;
    }

    public Markup add(Collection<Markup> elements) {
        children.addAll(List.copyOf(elements));
        return this;
    }

    /** The element as well-formed XHTML. */
    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        writeTo(out);
        return out.toString();
    }

    private void writeTo(StringBuilder out) {
        out.append('<').append(name);
        attributes.forEach((key, value) -> {
            out.append(' ').append(key).append("=\"");
            escape(value, out);
            out.append('"');
        });
        out.append('>');
        for (Object child : children) {
            if (child instanceof Markup element) {
                element.writeTo(out);
            } else {
                escape((String) child, out);
            }
        }
        out.append("</").append(name).append('>');
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("not a markup name: " + name);
        }
        return name;
    }

    private static void escape(String text, StringBuilder out) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                case '\'' -> out.append("&#39;");
                case 0xFEFF -> { } // a byte order mark inside text is nothing to print, and a PDF may not carry it
                case '\t', '\n', '\r' -> out.append("&#").append(c).append(';');
                default -> out.appendCodePoint(isCarried(c) ? c : 0xFFFD);
            }
        });
    }

    /** The Char production of XML 1.0, less noncharacters and the direction marks. */
    private static boolean isCarried(int c) {
        boolean xml = c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
        boolean control = c >= 0x7F && c <= 0x9F;
        boolean nonCharacter = (c & 0xFFFE) == 0xFFFE || c >= 0xFDD0 && c <= 0xFDEF;
        boolean turnsDirection = c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069;
        return xml && !control && !nonCharacter && !turnsDirection;
    }
}
