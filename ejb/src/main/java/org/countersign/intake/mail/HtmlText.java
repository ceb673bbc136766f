package org.countersign.intake.mail;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

/**
 * Plain text of an HTML mail: paragraphs and line breaks are kept, list items get a hyphen, links show where they lead, and
 * quoted blocks get the sign that plain text has for them ({@code > }), so that the same rules find the new text.
 */
final class HtmlText implements NodeVisitor {

    /** Deeper elements are hung up at this depth by the parser. */
    static final int DEPTH = 256;

    private static final int MOST_QUOTE_SIGNS = 5;

    private static final Set<String> SILENT = Set.of("head", "script", "style", "title", "template", "object", "svg", "math", "noscript");
    private static final Set<String> LINES = Set.of(
            "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figure", "footer",
            "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table",
            "tr", "ul");
    private static final Set<String> PARAGRAPHS = Set.of("h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "table", "ul");

    private final StringBuilder out = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private int silent;
    private int quotes;
    private int preformatted;
    private int blanks = 2;

    private HtmlText() {}

    /** Converts a document or a fragment. */
    static String of(String html) {
        HtmlText text = new HtmlText();
        parse(html).traverse(text);
        text.endLine(false);
        return text.out.toString().strip();
    }

    /** Parses without building towers of elements. */
    static Document parse(String html) {
        return Parser.htmlParser().setMaxDepth(DEPTH).parseInput(html, "");
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            text(text.getWholeText());
        } else if (node instanceof Element element) {
            open(element, element.normalName());
        }
    }

    private void open(Element element, String name) {
        silent += SILENT.contains(name) ? 1 : 0;
        if (silent > 0) {
            return;
        }
        if (LINES.contains(name)) {
            endLine(PARAGRAPHS.contains(name));
        }
        switch (name) {
            case "br" -> breakLine();
            case "hr" -> line.append("--------------------");
            case "li" -> line.append("- ");
            case "pre" -> preformatted++;
            case "blockquote" -> quotes += isQuotation(element) ? 1 : 0;
            case "img" -> line.append(element.attr("alt").isBlank() ? "" : "[" + element.attr("alt").strip() + "]");
            default -> { }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        String name = element.normalName();
        if (silent > 0) {
            silent -= SILENT.contains(name) ? 1 : 0;
            return;
        }
        if (LINES.contains(name)) {
            endLine(PARAGRAPHS.contains(name));
        }
        switch (name) {
            case "td", "th" -> line.append(' ');
            case "pre" -> preformatted--;
            case "blockquote" -> quotes -= isQuotation(element) ? 1 : 0;
            case "a" -> link(element.attr("href").strip());
            default -> { }
        }
    }

    /** Gmail and Outlook indent with a block quotation that has no border. */
    private static boolean isQuotation(Element element) {
        String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
        return !style.contains("border:none") || style.contains("border-left");
    }

    private void link(String target) {
        boolean web = target.startsWith("http://") || target.startsWith("https://");
        if (web && target.length() < 2000 && line.indexOf(target, Math.max(0, line.length() - target.length() - 2)) < 0) {
            line.append(" <").append(target).append('>');
        }
    }

    private void text(String text) {
        if (silent > 0) {
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            character(text.charAt(i));
        }
    }

    private void character(char c) {
        if (preformatted > 0 && c == '\n') {
            breakLine();
        } else if (c == '\u00a0' || preformatted > 0 && c != '\r') {
            line.append(c == '\u00a0' ? ' ' : c);
        } else if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f') {
            line.append(c);
        } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
            line.append(' ');
        }
    }

    /** Ends the line if there is something on it, and makes sure of a blank one after a paragraph. */
    private void endLine(boolean paragraph) {
        if (!line.toString().isBlank()) {
            breakLine();
        }
        line.setLength(0);
        if (paragraph && blanks == 0) {
            breakLine();
        }
    }

    private void breakLine() {
        String written = line.toString();
        boolean blank = written.isBlank();
        line.setLength(0);
        blanks = blank ? blanks + 1 : 0;
        if (blanks > 2) {
            return;
        }
        out.append("> ".repeat(Math.min(quotes, MOST_QUOTE_SIGNS)));
        out.append(written.startsWith("-- ") ? written : written.stripTrailing()).append('\n');
    }
}
