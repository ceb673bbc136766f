package org.countersign.web.desk.contract.form;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.countersign.customer.model.CalendarHours;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceHours;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;

/**
 * The hours of a calendar in the form, as people write them: {@code 08:00–12:00, 13:00–17:00} for a day of the week, and a line with a date and
 * hours for a day that differs; no hours close it.
 */
public final class HoursForm {

    private static final Pattern TIME = Pattern.compile("([0-9]{1,2})(?:[:.]([0-9]{2}))?");
    private static final Pattern WINDOW = Pattern.compile("([0-9:.]+)\\h*[-–—]\\h*([0-9:.]+)");
    private static final Pattern LINE = Pattern.compile("([0-9]{4}-[0-9]{2}-[0-9]{2})(?:\\h*:?\\h+(.+))?");
    private static final Pattern PLACE = Pattern.compile("calendar\\.(hours|exceptions)(?:\\.([A-Z]+|[0-9-]+)(?:\\[.+)?)?");

    /** What the form says otherwise: the places in its sentences are those of the document. */
    private static final Map<String, String> SENTENCES = Map.of(
            "service-hours-time-malformed", "calendar.form.time",
            "service-hours-end-before-start", "calendar.form.end-before-start",
            "service-hours-overlap", "calendar.form.overlap");

    private final boolean fresh;
    private final List<Day> days;
    private String zone;
    private String region;
    private String exceptions;

    /** The hours of a day of the week, as they were typed; empty where there is no service. */
    public static final class Day {

        private final DayOfWeek day;
        private final String label;
        private String windows;

        private Day(DayOfWeek day, String label, String windows) {
            this.day = day;
            this.label = label;
            this.windows = windows;
        }

        public String getLabel() {
            return label;
        }

        public String getWindows() {
            return windows;
        }

        public void setWindows(String windows) {
            this.windows = windows;
        }
    }

    private HoursForm(ServiceCalendar written, String region, boolean fresh, Locale locale) {
        this.region = region;
        this.fresh = fresh;
        zone = written.zone().getId();
        days = Arrays.stream(DayOfWeek.values())
                .map(day -> new Day(
                        day, day.getDisplayName(TextStyle.FULL_STANDALONE, locale), words(written.hours().getOrDefault(day, List.of()))))
                .toList();
        exceptions = written.exceptions().entrySet().stream()
                .map(entry -> (entry.getKey() + " " + words(entry.getValue())).strip())
                .collect(Collectors.joining("\n"));
    }

    /** The hours of a version, from which the next one starts. */
    public static HoursForm of(CalendarHours said, Locale locale) {
        return new HoursForm(said.written(), said.region(), false, locale);
    }

    /** What a new calendar starts from: working days from eight to five. */
    public static HoursForm fresh(ZoneId zone, Locale locale) {
        return new HoursForm(
                ServiceCalendar.weekly(
                        zone,
                        List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                        ServiceHours.of("08:00", "17:00")),
                null,
                true,
                locale);
    }

    /** Hours in one line, {@code 08:00–12:00, 13:00–17:00}; empty for none. */
    public static String words(List<ServiceHours> windows) {
        return windows.stream().map(window -> String.join("–", window.toList())).collect(Collectors.joining(", "));
    }

    /**
     * The form of the API.
     *
     * @throws BusinessRuleViolation {@code calendar.form.windows}, {@code calendar.form.day}, {@code calendar.form.twice}, naming the input
     */
    public Map<String, Object> toMap() {
        Map<String, Object> hours = new LinkedHashMap<>();
        for (int i = 0; i < days.size(); i++) {
            List<List<String>> windows = windows(input(i), days.get(i).windows);
            if (!windows.isEmpty()) {
                hours.put(days.get(i).day.name(), windows);
            }
        }
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("zone", Parameters.text(zone));
        form.put("hours", hours);
        form.put("exceptions", exceptions());
        if (Parameters.text(region) != null) {
            form.put("holidays", region.strip().toUpperCase(Locale.ROOT));
        }
        return form;
    }

    private Map<String, Object> exceptions() {
        Map<String, Object> dates = new TreeMap<>();
        for (String line : exceptions == null ? List.<String>of() : exceptions.lines().map(String::strip).toList()) {
            if (line.isEmpty()) {
                continue;
            }
            Matcher day = LINE.matcher(line);
            if (!day.matches()) {
                throw BusinessRuleViolation.invalid("exceptions", "calendar.form.day", line);
            }
            if (dates.put(day.group(1), windows("exceptions", day.group(2))) != null) {
                throw BusinessRuleViolation.invalid("exceptions", "calendar.form.twice", day.group(1));
            }
        }
        return dates;
    }

    private static List<List<String>> windows(String input, String text) {
        List<List<String>> windows = new ArrayList<>();
        if (Parameters.text(text) == null) {
            return windows;
        }
        for (String part : text.strip().split("\\h*[,;]\\h*")) {
            Matcher window = WINDOW.matcher(part);
            if (!window.matches()) {
                throw BusinessRuleViolation.invalid(input, "calendar.form.windows", part);
            }
            windows.add(List.of(time(window.group(1)), time(window.group(2))));
        }
        return windows;
    }

    /** In two digits each; what is no time stays as it was typed, for the calendar to refuse. */
    private static String time(String typed) {
        Matcher time = TIME.matcher(typed);
        return !time.matches()
                ? typed
                : "%2s:%2s".formatted(time.group(1), time.group(2) == null ? "" : time.group(2)).replace(' ', '0');
    }

    /** Shows a refusal at the input in which its place was entered. */
    public void show(BusinessRuleViolation refused, Messages messages) {
        BusinessRuleViolation shown = atInput(refused);
        Optional<FormInput> day = days.stream()
                .filter(one -> input(one.day.getValue() - 1).equals(shown.field()))
                .findFirst()
                .map(one -> new FormInput("hours:" + shown.field(), one.label));
        if (day.isPresent()) {
            messages.refuseAt(day.get().id(), day.get().label(), shown);
        } else {
            messages.refuse(shown);
        }
    }

    /** The refusal as one of the input in which its place was entered, in words of the form. */
    BusinessRuleViolation atInput(BusinessRuleViolation refused) {
        Matcher place = PLACE.matcher(String.valueOf(refused.field()));
        String field = refused.field();
        if (place.matches()) {
            field = place.group(1).equals("exceptions") ? "exceptions" : place.group(2) == null ? null : input(place.group(2));
        } else if ("calendar.zone".equals(field)) {
            field = fresh ? "zone" : "region";
        } else if ("calendar.holidays".equals(field)) {
            field = "region";
        }
        String sentence = SENTENCES.get(refused.code());
        return sentence == null
                ? BusinessRuleViolation.invalid(field, refused.code(), refused.arguments().toArray())
                : BusinessRuleViolation.invalid(field, sentence, refused.arguments().get(0));
    }

    private static String input(String day) {
        return input(DayOfWeek.valueOf(day).getValue() - 1);
    }

    private static String input(int day) {
        return "day:" + day + ":windows";
    }

    /** Whether the calendar is new: it keeps the zone of its first version. */
    public boolean isFresh() {
        return fresh;
    }

    public List<Day> getDays() {
        return days;
    }

    /** The zones to choose from, by name. */
    public List<String> getZones() {
        return ZoneId.getAvailableZoneIds().stream().filter(id -> id.matches("[A-Z][a-z]+/.+") && !id.startsWith("Etc/")).sorted().toList();
    }

    public String getZone() {
        return zone;
    }

    public void setZone(String zone) {
        this.zone = zone;
    }

    /** Whose public holidays close the calendar; empty for none. */
    public String getRegion() {
        return region;
    }

    public void setRegion(String region) {
        this.region = region;
    }

    /** The days that differ, one on a line. */
    public String getExceptions() {
        return exceptions;
    }

    public void setExceptions(String exceptions) {
        this.exceptions = exceptions;
    }
}
