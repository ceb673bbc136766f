package org.countersign.customer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.countersign.customer.model.AgreementChanges;
import org.countersign.customer.model.AgreementText;
import org.countersign.customer.model.CalendarDay;
import org.countersign.customer.model.CalendarHours;
import org.countersign.customer.model.CalendarUse;
import org.countersign.customer.model.CustomerEvent.CalendarRecorded;
import org.countersign.customer.model.CustomerEvent.CalendarWithdrawn;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.PublicHolidays;
import org.countersign.customer.model.RecordedHours;
import org.countersign.customer.model.ServiceCalendarDefinition;
import org.countersign.customer.model.WithdrawnHours;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.Changes;
import org.countersign.kernel.CursorPage;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;
import org.countersign.kernel.Wording;
import org.countersign.serviceclock.model.ServiceCalendar;

/** The service calendars and their versions. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.SYSTEM})
public class ServiceCalendars {

    /** Holidays are written down for this many years ahead; a target reaches ten. */
    private static final int YEARS_AHEAD = 12;

    /** With fewer they are written down anew. */
    private static final int ENOUGH_YEARS = 10;

    private static final int FIRST_YEAR = 1970;
    private static final int LAST_YEAR = 2100;

    private static final int LONGEST_LIST_OF_CHANGES = 4000;

    /** So many contracts are named that new hours would break. */
    private static final int MOST_BROKEN = 10;

    @Inject
    Customers customers;

    @Inject
    CustomerViews views;

    @Inject
    PublicHolidays holidays;

    @Inject
    AgreementText text;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> events;

    /**
     * The codes of calendars, in order.
     *
     * @param text part of the code, or {@code null} for all
     * @throws BusinessRuleViolation {@code limit-out-of-range}
     */
    public CursorPage<String> list(String text, Integer limit, String after) {
        int rows = CursorPage.limit(limit);
        return CursorPage.of(views.calendars(text, after, rows + 1), rows, Function.identity());
    }

    /**
     * The latest version of a calendar.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public RecordedHours latest(String code) {
        List<RecordedHours> versions = versions(code);
        return versions.get(versions.size() - 1);
    }

    /**
     * The versions of a calendar that stand, oldest first.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public List<RecordedHours> versions(String code) {
        return RecordedHours.standing(customers.hoursOf(calendar(code).id()));
    }

    /**
     * The versions of a calendar that were withdrawn before they began, by number.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public List<WithdrawnHours> withdrawn(String code) {
        return customers.withdrawnHoursOf(calendar(code).id());
    }

    /**
     * The latest version where it can be withdrawn, because it has not begun.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public Optional<RecordedHours> planned(String code) {
        RecordedHours latest = latest(code);
        return latest.number() > 1 && latest.validFrom().isAfter(today(latest)) ? Optional.of(latest) : Optional.empty();
    }

    /**
     * The versions that begin after all where the planned one is withdrawn, by number.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public List<RecordedHours> revived(String code) {
        List<RecordedHours> versions = versions(code);
        return planned(code).map(planned -> planned.passesOver(versions)).orElse(List.of());
    }

    private LocalDate today(RecordedHours version) {
        return LocalDate.ofInstant(clock.instant(), version.hours().written().zone());
    }

    private ServiceCalendarDefinition calendar(String code) {
        return customers.calendarByCode(code == null ? "" : code.strip())
                .orElseThrow(() -> BusinessRuleViolation.notFound("calendar", code));
    }

    /**
     * Every day of a year, as all versions together have it.
     *
     * @throws BusinessRuleViolation {@code not-found}; {@code year-out-of-reach} outside 1970 … 2100
     */
    public List<CalendarDay> year(String code, int year) {
        requireYear("year", year);
        return CalendarDay.ofYear(versions(code), year);
    }

    private static void requireYear(String field, int year) {
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw BusinessRuleViolation.invalid(field, "year-out-of-reach", String.valueOf(FIRST_YEAR), String.valueOf(LAST_YEAR));
        }
    }

    /** The text of a version, as {@link AgreementText#readCalendar} reads it. */
    public String print(RecordedHours version) {
        return text.write(version.hours().toForm());
    }

    /**
     * Records the hours of a calendar: a new calendar, or a new version of one.
     *
     * @param form the members {@code zone}, {@code hours}, {@code exceptions} and, for public holidays, {@code holidays}
     * @param validFrom first day, {@code null} for today; of a new calendar it says nothing, for there are no hours before
     * @param expectedVersion number of the latest version that the caller saw, 0 for none, or {@code null} for whatever it is
     * @return the number of the version that is the latest now; nothing new is recorded when nothing differs
     * @throws BusinessRuleViolation {@code changed-meanwhile}, {@code code-malformed}, {@code holidays-unknown},
     *     {@code calendar-zone-changed}, {@code calendar-never-opens}, {@code calendar-breaks-agreement}, {@code year-out-of-reach}, and those
     *     of the service clock, naming the place in the form
     */
    public int record(String code, Map<String, ?> form, LocalDate validFrom, Long expectedVersion) {
        String clean = Input.code("code", code);
        Instant now = clock.instant();
        ServiceCalendarDefinition calendar = customers.calendarByCode(clean).orElse(null);
        List<RecordedHours> recordings = calendar == null ? List.of() : customers.hoursOf(calendar.id());
        RecordedHours latest = last(RecordedHours.standing(recordings));
        if (expectedVersion != null && expectedVersion != (latest == null ? 0 : latest.number())) {
            throw BusinessRuleViolation.stale(clean);
        }
        int year = LocalDate.ofInstant(now, java.time.ZoneOffset.UTC).getYear();
        if (validFrom != null) {
            requireYear("validFrom", validFrom.getYear());
        }
        int firstYear = Math.max(FIRST_YEAR, Math.min(year, validFrom == null ? year : validFrom.getYear()) - 2);
        CalendarHours hours = CalendarHours.read(form, holidays, firstYear, year + YEARS_AHEAD);
        LocalDate from = validFrom == null ? LocalDate.ofInstant(now, hours.written().zone()) : validFrom;
        Instant beginning = from.atStartOfDay(hours.written().zone()).toInstant();
        if (hours.effective().nextOpening(beginning).isEmpty()) {
            throw BusinessRuleViolation.invalid("calendar.hours", "calendar-never-opens", from);
        }
        Map<String, Object> before = Map.of();
        if (latest != null) {
            before = latest.hours().toStored();
            if (!latest.hours().written().zone().equals(hours.written().zone())) {
                throw BusinessRuleViolation.invalid("calendar.zone", "calendar-zone-changed", hours.written().zone().getId());
            }
            if (latest.hours().equals(hours) && !from.isBefore(latest.validFrom())) {
                return latest.number();
            }
        }
        RecordedHours next = new RecordedHours(recordings.size() + 1, from, hours);
        if (calendar == null) {
            calendar = new ServiceCalendarDefinition(clean);
            customers.add(calendar);
        } else {
            List<Wording> broken = broken(calendar, recordings, next, now);
            if (!broken.isEmpty()) {
                throw BusinessRuleViolation.invalid("calendar.hours", "calendar-breaks-agreement", Wording.list(broken, MOST_BROKEN));
            }
        }
        customers.addHours(calendar.id(), next, CallContext.actor(), now);
        events.fire(new CalendarRecorded(clean, next.number(), from, changes(before, hours)));
        return next.number();
    }

    /**
     * Withdraws the latest version before it begins: it is as if it had not been recorded: what counted before goes on, and what it would
     * have passed over begins on its day. Its number is not given again, and what it said stays on record.
     *
     * @throws BusinessRuleViolation {@code not-found}, {@code version-withdrawn}, {@code calendar-version-first}, {@code version-begun},
     *     {@code version-followed}; {@code calendar-breaks-agreement} where what is agreed needs the version
     */
    public void withdraw(String code, int number) {
        ServiceCalendarDefinition calendar = calendar(code);
        List<RecordedHours> recordings = customers.hoursOf(calendar.id());
        List<RecordedHours> versions = RecordedHours.standing(recordings);
        RecordedHours planned = versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> notStanding(calendar, number));
        if (number == 1) {
            throw BusinessRuleViolation.conflict("calendar-version-first");
        }
        if (!planned.validFrom().isAfter(today(planned))) {
            throw BusinessRuleViolation.conflict("version-begun", number, planned.validFrom());
        }
        if (last(versions).number() != number) {
            throw BusinessRuleViolation.conflict("version-followed", number, last(versions).number());
        }
        Instant now = clock.instant();
        RecordedHours withdrawal = planned.withdrawnBy(recordings.size() + 1);
        List<Wording> broken = broken(calendar, recordings, withdrawal, now);
        if (!broken.isEmpty()) {
            throw BusinessRuleViolation.conflict("calendar-breaks-agreement", Wording.list(broken, MOST_BROKEN));
        }
        customers.addHours(calendar.id(), withdrawal, CallContext.actor(), now);
        RecordedHours stays = RecordedHours.on(versions.subList(0, versions.size() - 1), planned.validFrom());
        events.fire(new CalendarWithdrawn(
                calendar.code(), number, withdrawal.number(), planned.validFrom(), stays.number(),
                beginnings(planned.passesOver(versions)) + changes(stays.hours().toStored(), planned.hours())));
    }

    private static String beginnings(List<RecordedHours> revived) {
        Changes beginnings = new Changes();
        revived.forEach(version -> beginnings.note("version " + version.number() + " begins", null, version.validFrom()));
        return beginnings.isEmpty() ? "" : beginnings + "\n";
    }

    private BusinessRuleViolation notStanding(ServiceCalendarDefinition calendar, int number) {
        return customers.withdrawnHoursOf(calendar.id()).stream()
                .filter(withdrawn -> withdrawn.version().number() == number)
                .findFirst()
                .map(done -> BusinessRuleViolation.conflict("version-withdrawn", number, done.withdrawnAt(), done.withdrawnBy()))
                .orElseGet(() -> BusinessRuleViolation.notFound("calendar-version", calendar.code() + "/" + number));
    }

    private static RecordedHours last(List<RecordedHours> versions) {
        return versions.isEmpty() ? null : versions.get(versions.size() - 1);
    }

    private static String changes(Map<String, Object> before, CalendarHours after) {
        String changes = String.join("\n", AgreementChanges.between(before, after.toStored()));
        return changes.length() <= LONGEST_LIST_OF_CHANGES ? changes : changes.substring(0, LONGEST_LIST_OF_CHANGES) + " …";
    }

    /**
     * Records a calendar anew where the table of holidays has other days by now than when it was recorded, or its dates run out in two years:
     * what counts from today on, and after it what was recorded for later. Days that are past stay as they were known.
     *
     * @return whether anything was recorded
     * @throws BusinessRuleViolation {@code not-found}, and those of {@link #record}
     */
    @RolesAllowed(Role.SYSTEM)
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean followHolidays(String code) {
        List<RecordedHours> versions = versions(code);
        LocalDate today = LocalDate.ofInstant(clock.instant(), versions.get(0).hours().written().zone());
        List<LocalDate> firstDays = Stream.concat(Stream.of(today), versions.stream().map(RecordedHours::validFrom))
                .filter(day -> !day.isBefore(today))
                .distinct()
                .sorted()
                .toList();
        if (firstDays.stream().allMatch(day -> RecordedHours.on(versions, day).hours().follows(holidays, today, today.getYear() + ENOUGH_YEARS))) {
            return false;
        }
        firstDays.forEach(day -> record(code, RecordedHours.on(versions, day).hours().toForm(), day, null));
        return true;
    }

    /**
     * What is agreed and would no longer be within reach, as it was when it was agreed: neither from now on nor from a day on which the hours
     * are other ones, be it a version's that begins later; a version of a contract that is to come counts from its own day on.
     *
     * @param next the recording that would change the calendar
     */
    private List<Wording> broken(ServiceCalendarDefinition definition, List<RecordedHours> recordings, RecordedHours next, Instant now) {
        List<RecordedHours> versions = RecordedHours.standing(Stream.concat(recordings.stream(), Stream.of(next)).toList());
        ServiceCalendar calendar = RecordedHours.together(versions);
        Stream<LocalDate> later = versions.stream()
                .filter(version -> version.validFrom().isAfter(next.validFrom()) && version.begins(versions))
                .map(RecordedHours::validFrom);
        List<Instant> from = Stream.concat(
                        Stream.of(now),
                        Stream.concat(Stream.of(next.validFrom()), later)
                                .map(day -> day.atStartOfDay(next.hours().written().zone()).toInstant())
                                .filter(beginning -> beginning.isAfter(now)))
                .toList();
        List<Wording> broken = new ArrayList<>();
        for (CalendarUse use : customers.usesOf(definition.id(), now)) {
            List<Instant> starts = from.stream().map(start -> start.isBefore(use.inForceFrom()) ? use.inForceFrom() : start).distinct().toList();
            AgreedTime.firstOutOfReach(use.agreement(), calendar, starts).ifPresent(time -> broken.add(time.in(use)));
        }
        return broken;
    }
}
