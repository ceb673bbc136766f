package org.countersign.intake.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The lines by which mail programs introduce what they quote, and sign what they send. */
final class ReplyHeadings {

    /** How a heading says "wrote", in lower case; Gmail, Outlook, Thunderbird, Apple Mail as their translations print it. */
    private static final List<String> WROTE = List.of(
            " wrote", " writes",
            " írta", " ezt írta", " a következőt írta",
            " schreef", " het volgende geschreven", " geschreven",
            " escreveu", " escribió",
            " schrieb", " a écrit", " ha scritto", " skrev", " napisał", " написал", " пише", " пишет");

    /** How a heading begins that has its date first. */
    private static final List<String> STARTS = List.of(
            "on ", "op ", "am ", "le ", "em ", "no dia ", "a ", "à ", "às ", "el ", "il ", "den ", "dnia ", "at ", "de ");

    /** A separator line without its dashes. */
    private static final Set<String> ORIGINAL_MESSAGE = Set.of(
            "original message", "reply message", "original appointment",
            "eredeti üzenet", "eredeti levél",
            "oorspronkelijk bericht", "oorspronkelijk e-mailbericht", "origineel bericht",
            "mensagem original", "mensagem de origem",
            "ursprüngliche nachricht", "original-nachricht", "originalnachricht",
            "message d'origine", "message d’origine", "message original",
            "mensaje original", "messaggio originale");

    private enum Field { FROM, SENT, TO, SUBJECT }

    private static final Map<String, Field> FIELDS = Map.ofEntries(
            Map.entry("from", Field.FROM), Map.entry("feladó", Field.FROM), Map.entry("van", Field.FROM),
            Map.entry("de", Field.FROM), Map.entry("von", Field.FROM), Map.entry("da", Field.FROM),
            Map.entry("sent", Field.SENT), Map.entry("date", Field.SENT), Map.entry("elküldve", Field.SENT),
            Map.entry("küldve", Field.SENT), Map.entry("dátum", Field.SENT), Map.entry("küldés ideje", Field.SENT),
            Map.entry("verzonden", Field.SENT), Map.entry("datum", Field.SENT), Map.entry("enviado", Field.SENT),
            Map.entry("enviada", Field.SENT), Map.entry("enviada em", Field.SENT), Map.entry("enviado em", Field.SENT),
            Map.entry("data", Field.SENT), Map.entry("gesendet", Field.SENT), Map.entry("envoyé", Field.SENT),
            Map.entry("date de", Field.SENT),
            Map.entry("to", Field.TO), Map.entry("címzett", Field.TO), Map.entry("aan", Field.TO),
            Map.entry("para", Field.TO), Map.entry("an", Field.TO), Map.entry("à", Field.TO),
            Map.entry("subject", Field.SUBJECT), Map.entry("tárgy", Field.SUBJECT), Map.entry("onderwerp", Field.SUBJECT),
            Map.entry("assunto", Field.SUBJECT), Map.entry("betreff", Field.SUBJECT), Map.entry("objet", Field.SUBJECT),
            Map.entry("от", Field.FROM), Map.entry("отправлено", Field.SENT), Map.entry("кому", Field.TO),
            Map.entry("тема", Field.SUBJECT));

    private static final List<String> DEVICE_SIGNATURES = List.of(
            "sent from my ", "sent from mail for ", "sent from outlook", "sent from yahoo", "get outlook for ",
            "elküldve az iphone", "iphone-omról küldve", "ipad-emről küldve", "küldve az iphone", "a(z) outlook for ",
            "outlook for android beszerzése", "outlook for ios beszerzése", "az iphone-omról küldve",
            "verstuurd vanaf mijn ", "verzonden vanaf mijn ", "verzonden met outlook", "outlook voor ios", "outlook voor android",
            "enviado do meu ", "enviado a partir do ", "enviado de meu ", "obter o outlook para ", "baixe o outlook para ",
            "von meinem iphone", "von meinem ipad", "von meinem samsung", "von meinem android", "gesendet von meinem ",
            "gesendet mit der ", "outlook für ios", "outlook für android", "envoyé de mon ", "envoyé depuis mon ", "obtenez outlook pour ");

    private static final int LONGEST_LABEL = 30;
    private static final int HEADER_BLOCK_LINES = 10;

    private ReplyHeadings() {}

    /**
     * Whether a heading of a quotation starts here.
     *
     * @return the number of lines it takes, 0 when there is none
     */
    static int attributionAt(List<String> lines, int index, int mostLines, int longest) {
        if (!mayStart(lines.get(index), longest)) {
            return 0;
        }
        StringBuilder heading = new StringBuilder();
        for (int n = 0; n < mostLines && index + n < lines.size(); n++) {
            String line = lines.get(index + n);
            if (line.length() + heading.length() > longest || line.isBlank() || n > 0 && line.startsWith(">")) {
                return 0;
            }
            heading.append(n == 0 ? "" : " ").append(line.strip());
            if (line.stripTrailing().endsWith(":")) {
                boolean quoted = nextIsQuoted(lines, index + n + 1);
                return isAttribution(heading.toString().toLowerCase(Locale.ROOT), quoted) ? n + 1 : 0;
            }
        }
        return 0;
    }

    private static boolean mayStart(String line, int longest) {
        if (line.isBlank() || line.length() > longest) {
            return false;
        }
        String start = line.strip().toLowerCase(Locale.ROOT);
        return STARTS.stream().anyMatch(start::startsWith)
                || Character.isDigit(start.charAt(0))
                || start.indexOf('@') > 0
                || start.endsWith(":");
    }

    private static boolean nextIsQuoted(List<String> lines, int index) {
        int next = index;
        while (next < lines.size() && next < index + 2 && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size() && lines.get(next).startsWith(">");
    }

    private static boolean isAttribution(String heading, boolean quoted) {
        boolean wrote = WROTE.stream().anyMatch(heading::contains);
        boolean addressed = heading.indexOf('@') >= 0;
        if (quoted) {
            return wrote || addressed && namesTimeOrAddress(heading);
        }
        return wrote && (addressed || namesYear(heading));
    }

    private static boolean namesYear(String line) {
        int digits = 0;
        for (int i = 0; i < line.length() && digits < 4; i++) {
            digits = line.charAt(i) >= '0' && line.charAt(i) <= '9' ? digits + 1 : 0;
        }
        return digits == 4;
    }

    /** Whether a line holds a time of day, a year or a mail address. */
    static boolean namesTimeOrAddress(String line) {
        int digits = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '@' && i > 0 && i < line.length() - 1) {
                return true;
            }
            digits = c >= '0' && c <= '9' ? digits + 1 : 0;
            boolean hour = digits > 0 && i + 1 < line.length() && (line.charAt(i + 1) == ':' || line.charAt(i + 1) == 'h');
            if (digits == 4 || hour && i + 2 < line.length() && Character.isDigit(line.charAt(i + 2))) {
                return true;
            }
        }
        return false;
    }

    /** Whether everything from this line on is quoted without signs: a separator line, or a block of header lines. */
    static boolean endsReply(List<String> lines, int index) {
        return isSeparator(lines.get(index)) || isHeaderBlock(lines, index);
    }

    private static boolean isSeparator(String line) {
        if (line.length() > 100) {
            return false;
        }
        String words = trim(line, "-_ \u00a0*");
        return words.length() < line.strip().length() && ORIGINAL_MESSAGE.contains(words.toLowerCase(Locale.ROOT));
    }

    /** From, Sent, To, Subject in the first lines, at least three of them, From or Sent first (Outlook, Exchange, Zimbra). */
    private static boolean isHeaderBlock(List<String> lines, int index) {
        int start = index;
        if (isRule(lines.get(index))) {
            start = index + 1;
            while (start < lines.size() && start <= index + 2 && lines.get(start).isBlank()) {
                start++;
            }
        }
        if (start >= lines.size()) {
            return false;
        }
        Field first = field(lines.get(start));
        if (first != Field.FROM && first != Field.SENT) {
            return false;
        }
        Set<Field> seen = EnumSet.noneOf(Field.class);
        int blanks = 0;
        for (int i = start; i < lines.size() && i < start + HEADER_BLOCK_LINES && blanks < 2; i++) {
            Field field = field(lines.get(i));
            if (field != null) {
                seen.add(field);
            }
            blanks = lines.get(i).isBlank() ? blanks + 1 : 0;
        }
        return seen.size() >= 3 && seen.contains(Field.FROM);
    }

    private static boolean isRule(String line) {
        if (line.length() < 5 || line.length() > 200) {
            return false;
        }
        return trim(line, "_- ").isEmpty();
    }

    private static Field field(String line) {
        int colon = line.indexOf(':');
        if (colon < 1 || colon > LONGEST_LABEL) {
            return null;
        }
        return FIELDS.get(trim(line.substring(0, colon), "* \u00a0\t").toLowerCase(Locale.ROOT));
    }

    /** Whether a line is what a telephone or a mail program signs by itself. */
    static boolean isDeviceSignature(String line) {
        if (line.length() > 120) {
            return false;
        }
        String start = line.strip().toLowerCase(Locale.ROOT);
        return DEVICE_SIGNATURES.stream().anyMatch(start::startsWith);
    }

    private static String trim(String text, String characters) {
        int start = 0;
        int end = text.length();
        while (start < end && characters.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && characters.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }
}
