package org.countersign.intake.mail;

import jakarta.mail.internet.MailDateFormat;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.text.ParsePosition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.countersign.intake.model.DedupeKey;
import org.countersign.intake.model.Ground.Kind;
import org.countersign.intake.model.Ground;
import org.countersign.intake.model.IncomingMail;
import org.countersign.intake.model.MailAddress;
import org.countersign.intake.model.MailReader;
import org.countersign.intake.model.MailReading;
import org.countersign.intake.model.ReplyText;
import org.countersign.intake.model.ScreeningHeaders;
import org.countersign.intake.model.UnreadableMail.Reason;
import org.countersign.intake.model.UnreadableMail;

/**
 * Reads raw messages (RFC 5322, MIME) as they come from the world: mends what is broken, refuses what is beyond the limits,
 * and never throws. It keeps no state, so one instance serves all threads.
 */
public final class MimeMessageReader implements MailReader {

    private static final int MOST_REFERENCES = 200;
    private static final int LONGEST_MESSAGE_ID = 998;
    private static final Instant EARLIEST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");
    private static final List<String> AUTO_REPLY_MARKERS =
            List.of("X-Autoreply", "X-Autorespond", "X-Auto-Reply-From", "X-Mail-Autoreply", "X-AutoReply-From");

    private final MailLimits limits;
    private final Charsets charsets;
    private final EncodedWords words;

    /** Reads with {@link MailLimits#DEFAULT} and takes undeclared bytes that are not UTF-8 as windows-1252. */
    public MimeMessageReader() {
        this(MailLimits.DEFAULT, Charset.forName("windows-1252"));
    }

    /**
     * @param limits what a message may be at most
     * @param fallback the character set of bytes that nothing declares and that are not UTF-8, e.g. windows-1250 for a desk
     *     whose customers write from Central Europe
     */
    public MimeMessageReader(MailLimits limits, Charset fallback) {
        this.limits = Objects.requireNonNull(limits);
        this.charsets = new Charsets(Objects.requireNonNull(fallback));
        this.words = new EncodedWords(charsets);
    }

    @Override
    public MailReading read(byte[] raw) {
        try {
            if (raw.length == 0) {
                throw new MailRefused(Reason.EMPTY, Ground.of(Kind.NO_BYTES));
            }
            if (raw.length > limits.bytes()) {
                throw new MailRefused(Reason.TOO_LARGE, Ground.of(Kind.BYTES_BEYOND, raw.length, limits.bytes()));
            }
            return mail(raw, new MimeStructure(raw, limits, words, charsets).read());
        } catch (MailRefused refused) {
            return new UnreadableMail(refused.reason(), refused.ground(), DedupeKey.ofBytes(raw));
        } catch (RuntimeException | StackOverflowError e) {
            return new UnreadableMail(Reason.UNFORESEEN, Ground.of(Kind.FAULT, e.getClass().getName()), DedupeKey.ofBytes(raw));
        }
    }

    @Override
    public int maximumBytes() {
        return limits.bytes();
    }

    private IncomingMail mail(byte[] raw, MimePart message) {
        HeaderFields header = message.header();
        MailBody body = new MailBody(message, words, charsets, limits);
        String text = body.text();
        Optional<String> messageId =
                header.first("Message-ID").flatMap(value -> messageIds(value).stream().findFirst());
        List<MailAddress> authors = addresses(header, "From");
        return new IncomingMail(
                DedupeKey.of(messageId, raw),
                messageId,
                header.first("Date").flatMap(MimeMessageReader::date),
                authors.stream().findFirst(),
                authors.size() > 1 || header.all("From").size() > 1,
                addresses(header, "Reply-To"),
                addresses(header, "To"),
                addresses(header, "Cc"),
                deliveredTo(header),
                header.first("Subject").map(words::decode).orElse(""),
                text,
                ReplyText.of(text),
                body.html(),
                body.attachments(),
                references(header),
                header.all("Authentication-Results").stream().map(this::undecoded).toList(),
                screening(message));
    }

    private List<MailAddress> addresses(HeaderFields header, String name) {
        return header.all(name).stream()
                .flatMap(value -> AddressList.parse(value, words).stream())
                .distinct()
                .limit(AddressList.MOST)
                .toList();
    }

    private List<MailAddress> deliveredTo(HeaderFields header) {
        List<MailAddress> found = new ArrayList<>();
        for (String name : List.of("Delivered-To", "X-Original-To", "Envelope-To")) {
            found.addAll(addresses(header, name));
        }
        return found.stream().distinct().toList();
    }

    private List<String> references(HeaderFields header) {
        Set<String> found = new LinkedHashSet<>();
        header.all("References").forEach(value -> found.addAll(messageIds(value)));
        header.all("In-Reply-To").forEach(value -> found.addAll(messageIds(value)));
        List<String> all = List.copyOf(found);
        return all.subList(Math.max(0, all.size() - MOST_REFERENCES), all.size());
    }

    /** Ids in angle brackets; where there are none, the first word that could be one. */
    private List<String> messageIds(String raw) {
        String value = undecoded(raw);
        List<String> found = new ArrayList<>();
        int start = value.indexOf('<');
        while (start >= 0) {
            int end = value.indexOf('>', start);
            if (end < 0) {
                break;
            }
            addId(found, value.substring(start + 1, end));
            start = value.indexOf('<', end);
        }
        if (found.isEmpty()) {
            for (String word : value.split(" ", 3)) {
                if (found.isEmpty() && word.indexOf('@') > 0) {
                    addId(found, word.replace("<", "").replace(">", ""));
                }
            }
        }
        return found;
    }

    /** Fields of the mail system hold no encoded words; decoding any would let a sender write syntax into them. */
    private String undecoded(String raw) {
        return CleanText.line(charsets.detect(raw.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static void addId(List<String> found, String id) {
        String bare = id.replace(" ", "");
        if (!bare.isEmpty() && bare.length() <= LONGEST_MESSAGE_ID) {
            found.add("<" + bare + ">");
        }
    }

    private static Optional<Instant> date(String raw) {
        ParsePosition start = new ParsePosition(0);
        Date parsed = new MailDateFormat().parse(raw, start);
        return Optional.ofNullable(parsed)
                .map(Date::toInstant)
                .filter(instant -> !instant.isBefore(EARLIEST) && instant.isBefore(LATEST));
    }

    private ScreeningHeaders screening(MimePart message) {
        HeaderFields header = message.header();
        return new ScreeningHeaders(
                keyword(header, "Auto-Submitted"),
                keyword(header, "Precedence"),
                header.first("X-Auto-Response-Suppress").map(words::decode).map(EncodedWords::lower),
                header.first("Return-Path").map(this::undecoded).map(MimeMessageReader::path),
                header.first("List-Id").map(words::decode),
                AUTO_REPLY_MARKERS.stream().anyMatch(name -> header.first(name).isPresent()),
                header.all(ScreeningHeaders.LOOP_FIELD).stream().map(words::decode).toList(),
                header.all("X-Loop").stream().map(words::decode).toList(),
                message.type().value().equals("multipart/report")
                        ? message.type().get("report-type").map(EncodedWords::lower)
                        : Optional.empty(),
                header.all("Received").size());
    }

    private static String path(String value) {
        int start = value.indexOf('<');
        int end = value.indexOf('>', start + 1);
        return start >= 0 && end > start ? value.substring(start + 1, end).strip() : value;
    }

    private Optional<String> keyword(HeaderFields header, String name) {
        return header.first(name)
                .map(value -> Parameters.parse(value, words, charsets).value())
                .map(CleanText::line)
                .filter(value -> !value.isEmpty());
    }
}
