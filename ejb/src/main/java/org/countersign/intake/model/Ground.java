package org.countersign.intake.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.countersign.kernel.Texts;

/**
 * What an outcome of the intake rests on: a kind that has a text in every language, and the facts that stand in it, which stay as they are.
 *
 * <pre>
 * String kept = Ground.of(Kind.CHECK_PASSED, "dkim=pass customer.example").written(500);
 * Ground.read(kept).text(reader.getLocale());
 * </pre>
 *
 * @param kind what was found
 * @param facts names, figures and header fields, as they were measured; never content of the message
 */
public record Ground(Kind kind, List<String> facts) {

    /** What may be found; {@code Ground.<name>} is its text, but for {@link #SENTENCE}. */
    public enum Kind {
        /** No bytes at all. */
        NO_BYTES,
        /** Its bytes, and the limit. */
        BYTES_BEYOND,
        /** The limit of the header section in bytes. */
        HEADER_BEYOND,
        /** The limit of one header field in bytes. */
        FIELD_BEYOND,
        /** The bytes in which no header field was found. */
        NO_HEADER,
        /** The limit of parts within parts. */
        LEVELS_BEYOND,
        /** The limit of parts. */
        PARTS_BEYOND,
        /** The fault of ours, technically. */
        FAULT,
        /** No author, or several. */
        NO_SINGLE_AUTHOR,
        /** The server whose results are missing. */
        NO_RESULTS,
        /** The server whose results cannot be read. */
        RESULTS_UNREADABLE,
        /** No server is named whose results would count. */
        NO_SERVER_NAMED,
        /** The check that says the contrary. */
        CHECK_CONTRADICTS,
        /** The author's domain, for which nothing passed. */
        NO_CHECK_PASSED,
        /** The check that passed, and for whom. */
        CHECK_PASSED,
        /** A reply token of ours. */
        REPLY_TOKEN,
        /** The header field that decided. */
        HEADER_FIELD,
        /** How many servers it has passed. */
        HOPS,
        /** Recorded as a sentence. */
        SENTENCE
    }

    private static final String SEPARATOR = "\n";

    public Ground {
        facts = facts.stream().map(fact -> fact.replaceAll("\\s+", " ").strip()).toList();
    }

    public static Ground of(Kind kind, Object... facts) {
        return new Ground(kind, Arrays.stream(facts).map(String::valueOf).toList());
    }

    /** Reads what {@link #written} wrote; anything else is a sentence from before grounds had kinds. */
    public static Ground read(String written) {
        List<String> lines = List.of(written.split(SEPARATOR, -1));
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(lines.get(0)))
                .findFirst()
                .map(kind -> new Ground(kind, lines.subList(1, lines.size())))
                .orElseGet(() -> of(Kind.SENTENCE, written));
    }

    /** One text of at most {@code most} characters: the kind, then a fact to a line. */
    public String written(int most) {
        String all = kind.name() + facts.stream().map(fact -> SEPARATOR + fact).collect(Collectors.joining());
        return InboundMessage.cut(all, most);
    }

    /** For a person, in a language. */
    public String text(Locale language) {
        return kind == Kind.SENTENCE ? facts.get(0) : Texts.find(language, "Ground." + kind, facts.toArray()).orElseThrow();
    }
}
