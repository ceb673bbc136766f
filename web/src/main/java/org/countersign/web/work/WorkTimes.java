package org.countersign.web.work;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.countersign.kernel.IsoWeek;
import org.countersign.web.support.Reader;
import org.countersign.web.support.ScreenTexts;
import org.countersign.web.support.Times;

/** Days, weeks, months and minutes in the reader's language. */
@Named
@RequestScoped
public class WorkTimes {

    @Inject
    private Reader reader;

    /** Hours and minutes. */
    public String span(long minutes) {
        return Times.span(Duration.ofMinutes(minutes), reader.getLocale());
    }

    public String date(LocalDate date) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(reader.getLocale()).format(date);
    }

    /** The first and the last day of a week. */
    public String days(IsoWeek week) {
        return date(week.monday()) + " – " + date(week.sunday());
    }

    public String month(YearMonth month) {
        return month(month, reader.getLocale());
    }

    static String month(YearMonth month, Locale locale) {
        String text = Times.month(month, locale);
        return text.substring(0, 1).toUpperCase(locale) + text.substring(1);
    }
}
