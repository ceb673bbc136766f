package org.countersign.web.support;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.serviceclock.model.ServiceCalendar;
import org.countersign.serviceclock.model.ServiceClock;

/** Says of a due instant how much service time of the contract is left, or by how much it is missed. */
@Named("dues")
@RequestScoped
public class DueBadges {

    /** Below this much service time a running target is shown as urgent. */
    static final Duration SOON = Duration.ofMinutes(60);

    @EJB
    private CustomerDirectory customers;

    @Inject
    private KnownContracts contracts;

    @Inject
    private Reader reader;

    @Inject
    private Clock clock;

    private final Map<String, ServiceCalendar> calendars = new HashMap<>();
    private final Map<Target, DueBadge> badges = new HashMap<>();
    private Instant now;

    /** What a badge is about, in the hours of a contract or else of a calendar. */
    private record Target(String contract, String calendar, Instant due, Instant met, boolean open, boolean waits) {}

    /**
     * The badge of a target.
     *
     * @param contract code of the contract in whose hours the target runs
     * @param due {@code null} while halted
     * @param met when it was met, or {@code null}
     * @param open whether the ticket still owes anything
     * @param waits whether it waits for something, so that not all of the time up to the due instant need count
     */
    public DueBadge badge(String contract, Instant due, Instant met, boolean open, boolean waits) {
        return once(new Target(contract, null, due, met, open, waits));
    }

    /**
     * The badge of a target that runs in the hours of a calendar.
     *
     * @param code the calendar's
     */
    public DueBadge badgeBy(String code, Instant due, Instant met, boolean open) {
        return once(new Target(null, code, due, met, open, false));
    }

    /** A page asks for each part of a badge by itself, so that the same one is wanted many times over. */
    private DueBadge once(Target target) {
        if (now == null) {
            now = clock.instant();
        }
        return badges.computeIfAbsent(
                target, one -> badge(hours(one), one.due(), one.met(), one.open(), one.waits(), now, reader.getZone(), reader.getLocale()));
    }

    private ServiceCalendar hours(Target target) {
        if (target.contract() != null) {
            return contracts.find(target.contract())
                    .orElseThrow(() -> BusinessRuleViolation.notFound("contract", target.contract()))
                    .calendar();
        }
        return calendars.computeIfAbsent(
                target.calendar(), code -> customers.findCalendar(code).orElseThrow(() -> BusinessRuleViolation.notFound("calendar", code)));
    }

    static DueBadge badge(
            ServiceCalendar calendar, Instant due, Instant met, boolean open, boolean waits, Instant now, ZoneId zone, Locale locale) {
        if (met != null) {
            boolean late = due != null && met.isAfter(due);
            return new DueBadge(
                    late ? "missed" : "met",
                    late
                            ? ScreenTexts.of(locale, "due.missed", served(calendar, due, met, locale))
                            : ScreenTexts.of(locale, "due.met"),
                    both(met, zone, calendar, locale),
                    met);
        }
        if (!open) {
            return new DueBadge("none", "–", ScreenTexts.of(locale, "due.none"), null);
        }
        if (due == null) {
            return new DueBadge("halted", ScreenTexts.of(locale, "due.halted"), ScreenTexts.of(locale, "due.halted.help"), null);
        }
        String tooltip = both(due, zone, calendar, locale);
        if (now.isAfter(due)) {
            return new DueBadge("overdue", ScreenTexts.of(locale, "due.overdue", served(calendar, due, now, locale)), tooltip, due);
        }
        if (waits) {
            return new DueBadge("running", ScreenTexts.of(locale, "due.at", Times.dateTime(due, zone, locale)), tooltip, due);
        }
        Duration left = ServiceClock.elapsed(calendar, now, due, List.of());
        return new DueBadge(
                left.compareTo(SOON) < 0 ? "soon" : "running",
                ScreenTexts.of(locale, "due.left", Times.span(left, locale)),
                tooltip,
                due);
    }

    private static String served(ServiceCalendar calendar, Instant from, Instant to, Locale locale) {
        return Times.span(ServiceClock.elapsed(calendar, from, to, List.of()), locale);
    }

    private static String both(Instant instant, ZoneId zone, ServiceCalendar calendar, Locale locale) {
        String own = Times.withZone(instant, zone, locale);
        return zone.equals(calendar.zone()) ? own : own + " · " + Times.withZone(instant, calendar.zone(), locale);
    }
}
