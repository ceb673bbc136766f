package org.countersign.report.pdf;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.temporal.IsoFields;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * The language of a document: its texts, and numbers, dates and times as people who read that language write them.
 *
 * <p>English, Hungarian, Dutch and Portuguese are written; any other language is answered in English. A locale with a
 * country keeps that country's formats; one without is read as the European variant.
 */
public final class DocumentLanguage {

    private static final List<Locale> WRITTEN = List.of(
            Locale.UK, new Locale("hu", "HU"), new Locale("nl", "NL"), new Locale("pt", "PT"));
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle texts;

    /**
     * @param bundle base name of the texts; the base file is English
     * @param wanted the language wanted
     * @param zone   the zone in which instants are shown
     */
    public DocumentLanguage(String bundle, Locale wanted, ZoneId zone) {
        this.locale = written(wanted);
        this.zone = zone;
        this.texts = ResourceBundle.getBundle(bundle, Locale.forLanguageTag(locale.getLanguage()),
                DocumentLanguage.class.getClassLoader(), NO_FALLBACK);
    }

    private static Locale written(Locale wanted) {
        for (Locale each : WRITTEN) {
            if (each.getLanguage().equals(wanted.getLanguage())) {
                return wanted.getCountry().isEmpty() ? each : wanted;
            }
        }
        return Locale.UK;
    }

    /** The language tag of the texts: {@code en}, {@code hu}, {@code nl} or {@code pt}. */
    public String tag() {
        return locale.getLanguage();
    }

    /**
     * A text of the bundle.
     *
     * @param arguments already written values for {@code {0}}, {@code {1}} …; they are printed literally
     * @throws java.util.MissingResourceException if the bundle has no such key
     */
    public String text(String key, String... arguments) {
        return new MessageFormat(texts.getString(key), locale).format(arguments);
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(locale).format(number);
    }

    /** A share of 0 to 1 in per cent, with one decimal. */
    public String percent(double share) {
        NumberFormat format = NumberFormat.getPercentInstance(locale);
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }

    /** Minutes as hours and minutes. */
    public String duration(long minutes) {
        return text("format.duration", number(minutes / 60), number(minutes % 60));
    }

    public String instant(Instant instant) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale).format(instant.atZone(zone));
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date);
    }

    /** The time of day in the document's zone, to the minute. */
    public String time(Instant instant) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale).format(instant.atZone(zone));
    }

    /** The day of an instant in the document's zone. */
    public LocalDate day(Instant instant) {
        return instant.atZone(zone).toLocalDate();
    }

    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern(texts.getString("format.month"), locale).format(month);
    }

    /** An ISO week by its first day, e.g. {@code 2026-W05}. */
    public String week(LocalDate weekStart) {
        return String.format(Locale.ROOT, "%d-W%02d", weekStart.get(IsoFields.WEEK_BASED_YEAR),
                weekStart.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }
}
