package org.countersign.notification.model;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.countersign.kernel.Texts;

/**
 * Writes mails in the recipient's language. Facts are inserted in one pass and never looked at again, so that a fact which looks like a
 * placeholder or an expression is printed as it is.
 *
 * @param subject one line
 * @param body plain text, lines end in {@code \n}
 * @param language of the text: en, hu, nl or pt
 */
public record MailText(String subject, String body, String language) {

    /** Longest subject, in characters. */
    public static final int LONGEST_SUBJECT = 200;

    private static final String BUNDLE = "org.countersign.notification.mails";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][A-Za-z]*)}");

    /**
     * Writes the mail.
     *
     * @param sender how the sender signs
     * @param answerable whether to say that an answer goes onto the ticket
     */
    public static MailText of(MailRequest request, String sender, boolean answerable) {
        MailRequest.Recipient recipient = request.recipient();
        Locale language = Texts.supported(Locale.forLanguageTag(recipient.language()));
        ResourceBundle texts = texts(language);
        Writer writer = new Writer(texts, language, ZoneId.of(recipient.zone()));
        Function<String, String> facts = name -> switch (name) {
            case "name" -> recipient.name();
            case "sender" -> sender;
            case "ticket" -> request.ticket() == null ? "" : request.ticket().number();
            default -> writer.write(fact(request.facts(), name));
        };
        String key = request.template().key();
        StringJoiner body = new StringJoiner("\n\n");
        body.add(fill(texts.getString(recipient.name().isEmpty() ? "greeting.nameless" : "greeting"), facts));
        body.add(fill(texts.getString(key + ".body"), facts));
        if (answerable) {
            body.add(texts.getString("answer"));
        }
        body.add(fill(texts.getString("signature"), facts));
        String subject = CleanText.line(insert(texts.getString(key + ".subject"), facts), LONGEST_SUBJECT);
        return new MailText(subject, body + "\n", language.getLanguage());
    }

    /** What a held report waits for, by its code; a general answer for a code without a text. */
    public static String holdReason(String code, String language) {
        ResourceBundle texts = texts(Texts.supported(Locale.forLanguageTag(language)));
        String key = "hold." + code;
        return texts.getString(texts.containsKey(key) ? key : "hold.other");
    }

    private static ResourceBundle texts(Locale language) {
        return ResourceBundle.getBundle(
                BUNDLE,
                language,
                MailText.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static Object fact(Map<String, Object> facts, String name) {
        if (!facts.containsKey(name)) {
            throw new IllegalStateException("The text of a mail speaks of " + name + ", which its template does not have");
        }
        return facts.get(name);
    }

    /** Line by line, without the lines all of whose facts are missing. */
    private static String fill(String template, Function<String, String> facts) {
        StringJoiner lines = new StringJoiner("\n");
        for (String line : template.split("\n", -1)) {
            List<String> inserted = new ArrayList<>();
            String filled = insert(line, name -> {
                String fact = facts.apply(name);
                inserted.add(fact);
                return fact;
            });
            if (inserted.isEmpty() || !inserted.stream().allMatch(String::isBlank)) {
                lines.add(filled);
            }
        }
        return lines.toString();
    }

    private static String insert(String template, Function<String, String> facts) {
        return PLACEHOLDER.matcher(template).replaceAll(found -> Matcher.quoteReplacement(facts.apply(found.group(1))));
    }

    /** Writes values as people who read the language write them. */
    private record Writer(ResourceBundle texts, Locale locale, ZoneId zone) {

        String write(Object value) {
            if (value == null) {
                return "";
            }
            if (value instanceof Instant instant) {
                return format("format.instant").withZone(zone).format(instant) + " (" + zone.getId() + ")";
            }
            if (value instanceof LocalDate date) {
                return format("format.date").format(date);
            }
            if (value instanceof Enum<?> constant) {
                String key = constant.getDeclaringClass().getSimpleName() + "." + constant.name();
                return texts.containsKey(key) ? texts.getString(key) : Texts.of(locale, constant);
            }
            return CleanText.lines(value.toString());
        }

        private DateTimeFormatter format(String key) {
            return DateTimeFormatter.ofPattern(texts.getString(key), locale);
        }
    }
}
