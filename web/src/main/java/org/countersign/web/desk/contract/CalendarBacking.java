package org.countersign.web.desk.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.customer.model.CalendarDay;
import org.countersign.customer.model.CalendarDayKind;
import org.countersign.customer.model.RecordedHours;
import org.countersign.customer.model.WithdrawnHours;
import org.countersign.customer.service.ServiceCalendars;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.serviceclock.model.ServiceHours;
import org.countersign.web.desk.contract.form.HoursForm;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;
import org.countersign.web.support.ScreenTexts;

/** A year of a service calendar, its versions, and the form that makes the next one. */
@Named
@RequestScoped
public class CalendarBacking {

    @EJB
    private ServiceCalendars calendars;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Clock clock;

    private List<RecordedHours> versions;
    private Optional<RecordedHours> planned;
    private List<CalendarDay> days;
    private boolean answered;
    private HoursForm hours;
    private LocalDate validFrom;

    /** A month as a sheet; a day outside it is {@code null}. */
    public record MonthSheet(String name, List<List<DayCell>> weeks) {}

    /** A day in a sheet: its number, what it looks like, and that in words. */
    public record DayCell(int number, CalendarDayKind kind, String words) {}

    /** A line of a list: a day, or a day of the week, and its hours. */
    public record HoursRow(String day, String kind, String hours) {}

    /**
     * A version in the list, latest first.
     *
     * @param planned whether it is still to begin
     * @param withdrawal what took it back before it began, or {@code null}
     */
    public record VersionRow(
            int number, String validFrom, String region, List<HoursRow> week, boolean planned, WithdrawnHours withdrawal) {}

    /** Called before the page is shown, so that a calendar that is not there is answered as such. */
    public void load() {
        days();
    }

    public String getCode() {
        return String.valueOf(Parameters.text(request, "code"));
    }

    private List<RecordedHours> versions() {
        if (versions == null) {
            versions = calendars.versions(getCode());
        }
        return versions;
    }

    private List<CalendarDay> days() {
        if (days == null) {
            days = calendars.year(getCode(), getYear());
        }
        return days;
    }

    /** The year of the address, or the one that runs. */
    public int getYear() {
        String year = Parameters.text(request, "year");
        if (year != null && year.matches("[0-9]{1,4}")) {
            return Integer.parseInt(year);
        }
        return Year.now(clock.withZone(ZoneId.of(getZone()))).getValue();
    }

    public String getZone() {
        return latest().hours().written().zone().getId();
    }

    private RecordedHours latest() {
        return versions().get(versions().size() - 1);
    }

    /** Number of the latest version, which the next one follows. */
    public int getLatest() {
        return latest().number();
    }

    /** The version that can be withdrawn because it has not begun, or {@code null}. */
    public RecordedHours getPlanned() {
        if (planned == null) {
            planned = calendars.planned(getCode());
        }
        return planned.orElse(null);
    }

    /** The version that goes on when the planned one is withdrawn, or {@code null} where none is planned. */
    public RecordedHours getStays() {
        return getPlanned() == null ? null : RecordedHours.on(versions().subList(0, versions().size() - 1), latest().validFrom());
    }

    /** The versions that begin after all when the planned one is withdrawn. */
    public List<RecordedHours> getRevived() {
        return calendars.revived(getCode());
    }

    /** Whether a version can be withdrawn, or somebody asks for it: a second click is answered too. */
    public boolean isWithdrawing() {
        return getPlanned() != null || !answered && Parameters.text(request, "number") != null;
    }

    /** Withdraws the version that the form names. */
    public String withdraw() {
        int number = Parameters.number(request, "number").orElseThrow(() -> BusinessRuleViolation.stale("version")).intValue();
        if (!messages.attempt(() -> calendars.withdraw(getCode(), number))) {
            answered = true;
            versions = null;
            planned = null;
            days = null;
            return null;
        }
        messages.success("contract.withdraw.done", number);
        return "/desk/contract/calendar.xhtml?faces-redirect=true&code=" + getCode() + "&year=" + getYear();
    }

    /** The initials of the days of the week, Monday first, with their names. */
    public List<HoursRow> getWeekdays() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new HoursRow(
                        day.getDisplayName(TextStyle.FULL_STANDALONE, reader.getLocale()),
                        null,
                        day.getDisplayName(TextStyle.NARROW_STANDALONE, reader.getLocale())))
                .toList();
    }

    public List<MonthSheet> getMonths() {
        return Arrays.stream(Month.values()).map(this::sheet).toList();
    }

    private MonthSheet sheet(Month month) {
        List<DayCell> cells = new ArrayList<>();
        days().stream().filter(day -> day.date().getMonth() == month).forEach(day -> {
            if (cells.isEmpty()) {
                cells.addAll(Collections.nCopies(day.dayOfWeek().getValue() - 1, null));
            }
            cells.add(new DayCell(day.date().getDayOfMonth(), day.kind(), Texts.of(reader.getLocale(), day.kind())));
        });
        while (cells.size() % 7 != 0) {
            cells.add(null);
        }
        List<List<DayCell>> weeks = new ArrayList<>();
        for (int start = 0; start < cells.size(); start += 7) {
            weeks.add(cells.subList(start, start + 7));
        }
        return new MonthSheet(month.getDisplayName(TextStyle.FULL_STANDALONE, reader.getLocale()), weeks);
    }

    public List<CalendarDayKind> getKinds() {
        return List.of(CalendarDayKind.values());
    }

    /** The days of the year for which something else than the week decides. */
    public List<HoursRow> getDiffering() {
        DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL).withLocale(reader.getLocale());
        return days().stream()
                .filter(CalendarDay::differs)
                .map(day -> new HoursRow(date.format(day.date()), Texts.of(reader.getLocale(), day.kind()), hours(day.windows())))
                .toList();
    }

    public List<VersionRow> getRows() {
        DateTimeFormatter date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(reader.getLocale());
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of(getZone())));
        return Stream.concat(
                        versions().stream()
                                .map(version -> row(version, date, version.validFrom().isAfter(today) && version.begins(versions()), null)),
                        calendars.withdrawn(getCode()).stream().map(withdrawn -> row(withdrawn.version(), date, false, withdrawn)))
                .sorted(Comparator.comparingInt(VersionRow::number).reversed())
                .toList();
    }

    private VersionRow row(RecordedHours version, DateTimeFormatter date, boolean planned, WithdrawnHours withdrawal) {
        return new VersionRow(
                version.number(),
                date.format(version.validFrom()),
                version.hours().region() == null ? "–" : version.hours().region(),
                week(version),
                planned,
                withdrawal);
    }

    private List<HoursRow> week(RecordedHours version) {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> new HoursRow(
                        day.getDisplayName(TextStyle.SHORT_STANDALONE, reader.getLocale()),
                        null,
                        hours(version.hours().written().hours().getOrDefault(day, List.of()))))
                .toList();
    }

    private String hours(List<ServiceHours> windows) {
        Locale locale = reader.getLocale();
        return windows.isEmpty()
                ? ScreenTexts.of(locale, "calendar.none")
                : HoursForm.words(windows);
    }

    /** Records what the form says as the next version; a refusal is shown where it was entered. */
    public String record() {
        int[] number = new int[1];
        boolean done = messages.attempt(
                () -> number[0] = calendars.record(getCode(), getHours().toMap(), validFrom, RefusedText.seen(request)),
                refused -> getHours().show(refused, messages));
        if (!done) {
            return null;
        }
        boolean asBefore = Long.valueOf(number[0]).equals(RefusedText.seen(request));
        messages.success(asBefore ? "calendar.unchanged" : "calendar.recorded", number[0]);
        return "/desk/contract/calendar.xhtml?faces-redirect=true&code=" + getCode() + "&year=" + getYear();
    }

    /** The form, which starts from the latest version. */
    public HoursForm getHours() {
        if (hours == null) {
            hours = HoursForm.of(latest().hours(), reader.getLocale());
        }
        return hours;
    }

    /** The latest version as text, for a replay under other hours, or for another system. */
    public String getText() {
        return calendars.print(latest());
    }

    /** What is planned stays planned, unless another day is said. */
    public LocalDate getValidFrom() {
        return validFrom == null && !FacesContext.getCurrentInstance().isPostback() && getPlanned() != null ? getPlanned().validFrom() : validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }
}
