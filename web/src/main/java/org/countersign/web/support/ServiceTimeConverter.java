package org.countersign.web.support;

import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.UIComponent;
import jakarta.faces.context.FacesContext;
import jakarta.faces.convert.Converter;
import jakarta.faces.convert.ConverterException;
import jakarta.faces.convert.FacesConverter;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Service time as hours and minutes, {@code 4:30} or {@code 4}. What is no whole number of minutes keeps the form of ISO 8601,
 * {@code PT1M30S}, which may be entered too; nothing is nothing.
 */
@FacesConverter("countersign.serviceTime")
public class ServiceTimeConverter implements Converter<Duration> {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,4})(?::([0-5][0-9]))?");

    @Override
    public Duration getAsObject(FacesContext context, UIComponent component, String text) {
        try {
            return read(text);
        } catch (DateTimeParseException malformed) {
            Object label = component.getAttributes().get("label");
            String sentence = ScreenTexts.of(context.getViewRoot().getLocale(), "service-time-malformed");
            String message = label == null ? sentence : label + ": " + sentence;
            throw new ConverterException(new FacesMessage(FacesMessage.SEVERITY_ERROR, message, message), malformed);
        }
    }

    @Override
    public String getAsString(FacesContext context, UIComponent component, Duration time) {
        return written(time);
    }

    /**
     * What was entered; {@code null} when nothing was.
     *
     * @throws DateTimeParseException when it is no time
     */
    public static Duration read(String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Matcher time = TIME.matcher(text.strip());
        if (time.matches()) {
            return Duration.ofHours(Long.parseLong(time.group(1))).plusMinutes(time.group(2) == null ? 0 : Long.parseLong(time.group(2)));
        }
        return Duration.parse(text.strip());
    }

    /** As it is entered; empty for nothing. */
    public static String written(Duration time) {
        if (time == null) {
            return "";
        }
        return time.toSeconds() % 60 == 0 ? String.format(Locale.ROOT, "%d:%02d", time.toHours(), time.toMinutesPart()) : time.toString();
    }
}
