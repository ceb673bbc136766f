package org.countersign.customer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.countersign.customer.model.AgreementChanges;
import org.countersign.customer.model.AgreementDraft;
import org.countersign.customer.model.AgreementText;
import org.countersign.customer.model.CalendarHours;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.PublicHolidays;
import org.countersign.customer.model.RecordedHours;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceCalendarDefinition;
import org.countersign.identity.model.Role;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * Agreements that somebody thinks of: read and checked like those that are agreed, but for the skills and people that they name, and never a
 * version of a contract.
 */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.SYSTEM})
public class AgreementDrafts {

    private static final String CALENDAR = "calendar";

    /** Holidays before and after the time that is looked at. */
    private static final int YEARS_BEFORE = 2;

    private static final int YEARS_AHEAD = 12;

    @Inject
    private Customers customers;

    @Inject
    private AgreementText text;

    @Inject
    private PublicHolidays holidays;

    /**
     * Reads a draft.
     *
     * @param agreement its text
     * @param hours text of a calendar in the form of the API, to take the place of the one that the agreement names; or {@code null}
     * @param from since when it is thought to have been in force
     * @throws BusinessRuleViolation {@code calendar-unknown}, {@code calendar-never-opens}, {@code target-out-of-reach}, and those of
     *     {@link ServiceAgreement#of}, {@link CalendarHours#read} and {@link AgreementText#read}, naming the place
     */
    public AgreementDraft read(String agreement, String hours, Instant from) {
        ServiceAgreement thought = ServiceAgreement.of(text.read(agreement));
        AgreementDraft draft = hours == null || hours.isBlank() ? named(thought) : given(thought, hours, from);
        if (draft.calendar().nextOpening(from).isEmpty()) {
            throw BusinessRuleViolation.invalid(CALENDAR, "calendar-never-opens", from);
        }
        AgreedTime.requireReachable(thought, draft.calendar(), from);
        return draft;
    }

    private AgreementDraft named(ServiceAgreement thought) {
        List<RecordedHours> versions = hoursOf(thought.calendar());
        return new AgreementDraft(thought, RecordedHours.together(versions), text.write(thought.toMap()), null, versions.size());
    }

    private AgreementDraft given(ServiceAgreement thought, String hours, Instant from) {
        int year = LocalDate.ofInstant(from, ZoneOffset.UTC).getYear();
        CalendarHours read = CalendarHours.read(text.readCalendar("hours", hours), holidays, year - YEARS_BEFORE, year + YEARS_AHEAD);
        return new AgreementDraft(thought, read.effective(), text.write(thought.toMap()), text.write(read.toStored()), null);
    }

    /** The draft that {@link #read} gave, from its parts. */
    public AgreementDraft restore(String document, String hours, Integer calendarRevision) {
        ServiceAgreement thought = ServiceAgreement.of(text.read(document));
        if (hours != null) {
            return new AgreementDraft(thought, CalendarHours.ofStored(text.readCalendar("hours", hours)).effective(), document, hours, null);
        }
        List<RecordedHours> known =
                hoursOf(thought.calendar()).stream().filter(version -> version.number() <= calendarRevision).toList();
        return new AgreementDraft(thought, RecordedHours.together(known), document, null, calendarRevision);
    }

    /** What differs from an agreement, one line per place. */
    public List<String> changes(ServiceAgreement from, AgreementDraft draft) {
        return AgreementChanges.between(from.toMap(), draft.agreement().toMap());
    }

    private List<RecordedHours> hoursOf(String code) {
        ServiceCalendarDefinition calendar = customers.calendarByCode(code)
                .orElseThrow(() -> BusinessRuleViolation.invalid(CALENDAR, "calendar-unknown", code));
        return customers.hoursOf(calendar.id());
    }
}
