package org.countersign.intake.mail;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.intake.model.MailAttachment;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/** Sorts the parts of a message into what is its body, as text and as HTML, and what came with it as files. */
final class MailBody {

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("text/plain", ".txt"), Map.entry("text/html", ".html"), Map.entry("text/calendar", ".ics"),
            Map.entry("text/csv", ".csv"), Map.entry("text/vcard", ".vcf"), Map.entry("text/x-vcard", ".vcf"),
            Map.entry("message/rfc822", ".eml"), Map.entry("image/png", ".png"), Map.entry("image/jpeg", ".jpg"),
            Map.entry("image/gif", ".gif"), Map.entry("application/pdf", ".pdf"), Map.entry("application/pgp-signature", ".asc"),
            Map.entry("application/pkcs7-mime", ".p7m"), Map.entry("application/ms-tnef", ".dat"));

    /** A stretch of the body: plain text, or HTML, or the same in both. */
    private record Segment(Optional<String> plain, Optional<String> html) {}

    private final EncodedWords words;
    private final Charsets charsets;
    private int textLeft;
    private int htmlLeft;
    private final List<MailAttachment> attachments = new ArrayList<>();
    private final List<Segment> segments;

    MailBody(MimePart message, EncodedWords words, Charsets charsets, MailLimits limits) {
        this.words = words;
        this.charsets = charsets;
        this.textLeft = limits.textChars();
        this.htmlLeft = limits.htmlChars();
        this.segments = collect(message, true);
    }

    List<MailAttachment> attachments() {
        return attachments;
    }

    /** The whole body as text. */
    String text() {
        return segments.stream()
                .map(segment -> segment.plain()
                        .filter(plain -> !plain.isBlank())
                        .or(() -> segment.html().map(html -> CleanText.lines(HtmlText.of(html))))
                        .orElse("")
                        .strip())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }

    /** The whole body as HTML, when any stretch of it has HTML. */
    Optional<String> html() {
        if (segments.stream().allMatch(segment -> segment.html().isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(segments.stream()
                .map(segment -> segment.html().orElseGet(() -> preformatted(segment.plain().orElse(""))))
                .collect(Collectors.joining("\n")));
    }

    private static String preformatted(String text) {
        return text.isBlank() ? "" : "<pre>" + text.replace("&", "&amp;").replace("<", "&lt;") + "</pre>";
    }

    private List<Segment> collect(MimePart part, boolean body) {
        if (part.isMultipart()) {
            return part.type().value().equals("multipart/alternative") ? alternative(part) : sequence(part);
        }
        String type = part.type().value();
        boolean text = type.equals("text/plain") || type.equals("text/html") || type.startsWith("multipart/");
        if (!text || !body && isFile(part) || part.disposition().value().equals("attachment")) {
            attach(part);
            return List.of();
        }
        return List.of(type.equals("text/html") ? html(part) : plain(part));
    }

    private List<Segment> sequence(MimePart part) {
        List<Segment> found = new ArrayList<>();
        for (MimePart child : part.children()) {
            found.addAll(collect(child, false));
        }
        return found;
    }

    /** The plain form is the first alternative of plain text alone, the HTML form the last that has HTML (RFC 2046, 5.1.4). */
    private List<Segment> alternative(MimePart part) {
        Optional<String> plain = Optional.empty();
        Optional<String> html = Optional.empty();
        for (MimePart child : part.children()) {
            List<Segment> form = collect(child, false);
            if (form.stream().anyMatch(segment -> segment.html().isPresent())) {
                html = Optional.of(form.stream()
                        .map(segment -> segment.html().orElseGet(() -> preformatted(segment.plain().orElse(""))))
                        .collect(Collectors.joining("\n")));
            } else if (!form.isEmpty() && plain.isEmpty()) {
                plain = Optional.of(form.stream().map(segment -> segment.plain().orElse("")).collect(Collectors.joining("\n\n")));
            }
        }
        return plain.isEmpty() && html.isEmpty() ? List.of() : List.of(new Segment(plain, html));
    }

    private Segment plain(MimePart part) {
        String text = decoded(part);
        if (text.length() > textLeft) {
            attach(part);
            text = text.substring(0, textLeft);
        }
        textLeft -= text.length();
        return new Segment(Optional.of(CleanText.lines(text)), Optional.empty());
    }

    /** HTML that is cut has no closing tags to trust, so its text alone is kept. */
    private Segment html(MimePart part) {
        String html = decoded(part);
        boolean whole = html.length() <= htmlLeft;
        String taken = whole ? html : html.substring(0, htmlLeft);
        htmlLeft -= taken.length();
        if (whole) {
            return new Segment(Optional.empty(), Optional.of(CleanText.lines(taken)));
        }
        attach(part);
        return new Segment(Optional.of(CleanText.lines(HtmlText.of(taken))), Optional.empty());
    }

    private String decoded(MimePart part) {
        byte[] content = part.content();
        String charset = part.charset();
        if (part.type().value().equals("text/html") && Charsets.known(charset).isEmpty() && !Charsets.isUtf8(content)) {
            charset = HtmlCharset.declared(content);
        }
        return charsets.decode(content, charset);
    }

    private static boolean isFile(MimePart part) {
        return part.disposition().get("filename").isPresent() || part.type().get("name").isPresent();
    }

    private void attach(MimePart part) {
        String type = part.type().value();
        Optional<String> contentId = part.header()
                .first("Content-ID")
                .map(words::decode)
                .map(id -> id.startsWith("<") && id.endsWith(">") ? id.substring(1, id.length() - 1) : id)
                .filter(id -> !id.isBlank());
        boolean inline = part.disposition().value().equals("inline")
                || part.disposition().value().isEmpty() && contentId.isPresent();
        attachments.add(new MailAttachment(name(part), CleanText.line(type), inline, contentId, part.content()));
    }

    private String name(MimePart part) {
        return part.disposition()
                .get("filename")
                .or(() -> part.type().get("name"))
                .or(() -> attachedSubject(part))
                .map(CleanText::fileName)
                .filter(name -> !name.isEmpty())
                .orElseGet(() -> "attachment-" + (attachments.size() + 1)
                        + EXTENSIONS.getOrDefault(part.type().value(), ".bin"));
    }

    /** An attached message is known by its subject. */
    private Optional<String> attachedSubject(MimePart part) {
        return part.children().stream()
                .findFirst()
                .filter(message -> part.type().value().equals("message/rfc822"))
                .flatMap(message -> message.header().first("Subject"))
                .map(words::decode)
                .map(subject -> subject.replace('/', '-').replace('\\', '-'))
                .filter(subject -> !subject.isBlank())
                .map(subject -> (subject.length() > 200 ? subject.substring(0, 200) : subject) + ".eml");
    }

    /** The character set that HTML names for itself near its beginning. */
    private static final class HtmlCharset {

        private static final int NEAR = 2048;

        static String declared(byte[] content) {
            String start = new String(content, 0, Math.min(content.length, NEAR), StandardCharsets.ISO_8859_1);
            Document document = Parser.htmlParser().parseInput(start, "");
            String named = document.select("meta[charset]").attr("charset");
            if (!named.isEmpty()) {
                return named;
            }
            String typed = EncodedWords.lower(
                    document.select("meta[http-equiv=content-type]").attr("content"));
            int at = typed.indexOf("charset=");
            return at < 0 ? "" : typed.substring(at + "charset=".length()).strip();
        }
    }
}
