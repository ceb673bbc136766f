package org.countersign.web.support;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.countersign.kernel.Texts;

/** Functions of the tag library for texts. */
public final class TextFunctions {

    private TextFunctions() {}

    public static String text1(String key, Object argument) {
        return ScreenTexts.of(locale(), key, argument);
    }

    public static String text2(String key, Object first, Object second) {
        return ScreenTexts.of(locale(), key, first, second);
    }

    public static String name(Enum<?> constant) {
        return constant == null ? "" : Texts.of(locale(), constant);
    }

    /** Date and time in the reader's zone. */
    public static String time(Instant instant) {
        return instant == null ? "" : Times.dateTime(instant, zone(), locale());
    }

    /** The same with the zone's name and offset. */
    public static String timeWithZone(Instant instant) {
        return instant == null ? "" : Times.withZone(instant, zone(), locale());
    }

    /** A date as the reader writes it. */
    public static String day(LocalDate day) {
        return day == null ? "" : Times.day(day, locale());
    }

    /** Hours and minutes. */
    public static String span(Duration span) {
        return span == null ? "" : Times.span(span, locale());
    }

    /** Bytes as people read them. */
    public static String size(long bytes) {
        NumberFormat number = NumberFormat.getNumberInstance(locale());
        number.setMaximumFractionDigits(1);
        if (bytes < 1024) {
            return number.format(bytes) + " B";
        }
        return bytes < 1024 * 1024 ? number.format(bytes / 1024.0) + " KiB" : number.format(bytes / 1048576.0) + " MiB";
    }

    /** Looked up once for a page, which may show hundreds of times. */
    private static ZoneId zone() {
        return (ZoneId) FacesContext.getCurrentInstance()
                .getAttributes()
                .computeIfAbsent(TextFunctions.class, once -> CDI.current().select(Reader.class).get().getZone());
    }

    private static Locale locale() {
        return FacesContext.getCurrentInstance().getViewRoot().getLocale();
    }
}
