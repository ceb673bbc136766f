package org.countersign.intake.mail;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.countersign.intake.model.MailHtml;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.safety.Cleaner;
import org.jsoup.safety.Safelist;

/**
 * Makes HTML of a stranger fit to show. Only text structure, links and images pass, by an allow-list; scripts, styles, event
 * handlers, forms, frames, SVG and MathML do not. Images from elsewhere are blocked until somebody asks for them, since
 * loading one tells the sender who reads when (F24).
 *
 * <p>Sanitise whenever it is shown, not when it is stored: the stored mail is evidence and the rules get better.
 */
public final class SafeHtml implements MailHtml {

    /** Class of the element that stands where an image was blocked. */
    public static final String BLOCKED_CLASS = "mail-image-blocked";

    private static final Safelist ALLOWED = new Safelist()
            .addTags(
                    "a", "abbr", "b", "blockquote", "br", "caption", "cite", "code", "col", "colgroup", "dd", "del", "div", "dl",
                    "dt", "em", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "li", "ol", "p", "pre", "q", "s",
                    "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u",
                    "ul")
            .addAttributes("a", "href", "title")
            .addAttributes("img", "src", "alt", "width", "height")
            .addAttributes("ol", "start")
            .addAttributes("td", "colspan", "rowspan")
            .addAttributes("th", "colspan", "rowspan", "scope")
            .addProtocols("a", "href", "http", "https", "mailto", "tel")
            .addProtocols("img", "src", "http", "https", "cid");

    private final Function<String, Optional<String>> attachmentUrl;

    /** @param attachmentUrl gives our own address of the attachment with that Content-ID (without angle brackets), if any */
    public SafeHtml(Function<String, Optional<String>> attachmentUrl) {
        this.attachmentUrl = Objects.requireNonNull(attachmentUrl);
    }

    /**
     * Sanitises.
     *
     * @param html the HTML of a mail
     * @param remoteImages whether the reader has asked for images from other servers
     */
    @Override
    public Shown clean(String html, boolean remoteImages) {
        Document dirty = HtmlText.parse(html);
        Document clean = new Cleaner(ALLOWED).clean(dirty);
        clean.outputSettings().prettyPrint(false);
        int blocked = 0;
        for (Element image : clean.select("img")) {
            blocked += image(image, remoteImages) ? 1 : 0;
        }
        for (Element link : clean.select("a[href]")) {
            link.attr("rel", "noopener noreferrer nofollow").attr("target", "_blank");
        }
        return new Shown(clean.body().html(), blocked);
    }

    /** @return whether the image is one of another server and was blocked */
    private boolean image(Element image, boolean remoteImages) {
        String source = image.attr("src").strip();
        image.attr("alt", image.attr("alt"));
        if (source.toLowerCase(Locale.ROOT).startsWith("cid:")) {
            Optional<String> url = attachmentUrl.apply(source.substring("cid:".length()));
            url.ifPresentOrElse(own -> image.attr("src", own), () -> replace(image, image.attr("alt")));
            return false;
        }
        if (source.isEmpty()) {
            replace(image, image.attr("alt"));
            return false;
        }
        if (!remoteImages) {
            replace(image, image.attr("alt").isBlank() ? host(source) : image.attr("alt"));
        }
        return !remoteImages;
    }

    private static void replace(Element image, String text) {
        image.replaceWith(new Element("span").addClass(BLOCKED_CLASS).text(text));
    }

    private static String host(String source) {
        try {
            return Objects.requireNonNullElse(URI.create(source).getHost(), "");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
