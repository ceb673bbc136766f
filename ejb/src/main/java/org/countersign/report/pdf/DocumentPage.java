package org.countersign.report.pdf;

import static org.countersign.report.pdf.Markup.element;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The common look of all documents: A4 pages with a running header and footer, the title's metadata, and a bookmark per
 * section. Sections are added in reading order; {@link #toXhtml()} is what {@link PdfEngine} renders.
 */
public final class DocumentPage {

    private static final String STYLE = new String(PdfEngine.resource("document.css"), StandardCharsets.UTF_8);

    private static final int RUNNING_LENGTH = 60;

    private final String languageTag;
    private final String title;
    private final String subject;
    private final String author;
    private String headerLeft = "";
    private String headerRight = "";
    private String footer = "";
    private String pageOf = "{0} / {1}";
    private final List<Markup> bookmarks = new ArrayList<>();
    private final List<Markup> content = new ArrayList<>();

    /**
     * @param languageTag language of the whole document, e.g. {@code hu}
     * @param title       the document's title, shown by viewers in the window's title
     * @param subject     one sentence on what the document is
     * @param author      who answers for it
     */
    public DocumentPage(String languageTag, String title, String subject, String author) {
        this.languageTag = languageTag;
        this.title = title;
        this.subject = subject;
        this.author = author;
    }

    /** What every page says at its top. */
    public DocumentPage header(String left, String right) {
        this.headerLeft = shortened(left);
        this.headerRight = shortened(right);
        return this;
    }

    /**
     * What every page says at its bottom.
     *
     * @param text   at the left
     * @param pageOf at the right, with {@code {0}} for the page's number and {@code {1}} for the number of pages
     */
    public DocumentPage footer(String text, String pageOf) {
        this.footer = text;
        this.pageOf = pageOf;
        return this;
    }

    /** Content without a heading of its own, such as the title block. */
    public DocumentPage add(Markup... elements) {
        content.addAll(List.of(elements));
        return this;
    }

    /** A section under a second-level heading, with a bookmark; it may run over several pages. */
    public DocumentPage section(String heading, List<Markup> elements) {
        content.add(sectionOf(heading, elements).attribute("class", "flowing"));
        return this;
    }

    /** A section that starts on the next page rather than break; for those that fit on one. */
    public DocumentPage keptSection(String heading, List<Markup> elements) {
        content.add(sectionOf(heading, elements).attribute("class", "kept"));
        return this;
    }

    private Markup sectionOf(String heading, List<Markup> elements) {
        String id = "section-" + (bookmarks.size() + 1);
        bookmarks.add(element("bookmark").attribute("name", heading).attribute("href", "#" + id));
        return element("div").add(element("h2", heading).attribute("id", id)).add(elements);
    }

    /** The document as well-formed XHTML. */
    public String toXhtml() {
        Markup head = element("head").add(
                element("title", title),
                meta("subject", subject), meta("description", subject), meta("author", author),
                element("style", STYLE));
        if (!bookmarks.isEmpty()) {
            head.add(element("bookmarks").add(bookmarks));
        }
        Markup body = element("body").add(
                element("div").attribute("id", "page-header").add(
                        element("div", headerRight).attribute("class", "right"),
                        element("div", headerLeft)),
                element("div").attribute("id", "page-footer").add(
                        element("div", footer).attribute("class", "left"),
                        pageNumber().attribute("class", "number")));
        body.add(content);
        return element("html").attribute("lang", languageTag).add(head, body).toString();
    }

    /** A running line is a reminder; what it shortens stands in full on the first page. */
    private static String shortened(String text) {
        int length = text.codePointCount(0, text.length());
        return length <= RUNNING_LENGTH ? text
                : text.substring(0, text.offsetByCodePoints(0, RUNNING_LENGTH - 1)).strip() + '…';
    }

    private static Markup meta(String name, String value) {
        return element("meta").attribute("name", name).attribute("content", value);
    }

    /** The numbers are counters of the page, so they are elements that the style sheet fills. */
    private Markup pageNumber() {
        Markup line = element("div");
        int from = 0;
        for (int at = pageOf.indexOf('{'); at >= 0; at = pageOf.indexOf('{', from)) {
            line.text(pageOf.substring(from, at));
            if (pageOf.startsWith("{0}", at)) {
                line.add(element("span").attribute("class", "page"));
                from = at + 3;
            } else if (pageOf.startsWith("{1}", at)) {
                line.add(element("span").attribute("class", "pages"));
                from = at + 3;
            } else {
                line.text("{");
                from = at + 1;
            }
        }
        return line.text(pageOf.substring(from));
    }
}
