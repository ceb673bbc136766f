package org.countersign.customer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.AgreementChanges;
import org.countersign.customer.model.AgreementText;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.ContractVersion;
import org.countersign.customer.model.CustomerEvent.AgreementRecorded;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.EscalationRule;
import org.countersign.customer.model.RecordedHours;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceCalendarDefinition;
import org.countersign.customer.model.SkillDemands;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.identity.service.SkillDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.CallContext;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;
import org.countersign.serviceclock.model.ServiceCalendar;

/** The versions of what contracts say: shown, written as text, and followed by new ones. */
@Stateless
@RolesAllowed({Role.ADMIN_ROLE, Role.MANAGER_ROLE, Role.SYSTEM})
public class ContractAgreements {

    private static final int LONGEST_LIST_OF_CHANGES = 4000;

    @Inject
    Customers customers;

    @Inject
    AgreementText text;

    @Inject
    SkillDirectory skills;

    @Inject
    AccountDirectory accounts;

    @Inject
    Clock clock;

    @Inject
    Event<DomainEvent> events;

    /**
     * All versions of a contract, oldest first.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public List<AgreedVersion> versions(String contract) {
        return customers.versionsOf(terms(contract).id());
    }

    /**
     * One version.
     *
     * @param number {@code null} for the latest, whether in force yet or not
     * @throws BusinessRuleViolation {@code not-found}
     */
    public AgreedVersion version(String contract, Integer number) {
        List<AgreedVersion> versions = versions(contract);
        return versions.stream()
                .filter(version -> version.number() == (number == null ? versions.size() : number))
                .findFirst()
                .orElseThrow(() -> BusinessRuleViolation.notFound("contract-version", contract + "/" + number));
    }

    /** The text of an agreement, as {@link #record} reads it. */
    public String print(ServiceAgreement agreement) {
        return text.write(agreement.toMap());
    }

    /** What a version changed against the one before it, one line per place in the document; nothing for the first. */
    public List<String> changes(String contract, int number) {
        List<AgreedVersion> versions = versions(contract);
        if (number < 2 || number > versions.size()) {
            return List.of();
        }
        return changes(versions.get(number - 2).agreement(), versions.get(number - 1).agreement());
    }

    /**
     * Records a new version of what a contract says.
     *
     * @param agreement its text
     * @param inForceFrom {@code null} for now
     * @param agreedBy name of the person who agreed for the customer
     * @param agreedAt {@code null} for now
     * @param expectedVersion number of the latest version that the caller saw, or {@code null} for whatever it is
     * @return the new version's number; that of the latest one when nothing differs
     * @throws BusinessRuleViolation {@code not-found}, {@code changed-meanwhile}, {@code version-before-predecessor}, {@code agreed-later},
     *     {@code calendar-unknown}, {@code skill-unknown}, {@code target-out-of-reach}, {@code escalation-person-unknown}, and those of
     *     {@link ServiceAgreement#of} and {@link AgreementText#read}
     */
    public int record(
            String contract, String agreement, Instant inForceFrom, String agreedBy, Instant agreedAt, Long expectedVersion) {
        ContractTerms terms = terms(contract);
        List<AgreedVersion> versions = customers.versionsOf(terms.id());
        AgreedVersion latest = versions.get(versions.size() - 1);
        if (expectedVersion != null && expectedVersion != latest.number()) {
            throw BusinessRuleViolation.stale(contract);
        }
        ServiceAgreement next = ServiceAgreement.of(text.read(agreement));
        Instant now = clock.instant();
        Instant from = inForceFrom == null ? now : inForceFrom;
        if (from.isBefore(latest.inForceFrom())) {
            throw BusinessRuleViolation.invalid("inForceFrom", "version-before-predecessor", latest.number(), latest.inForceFrom());
        }
        List<String> changes = changes(latest.agreement(), next);
        if (changes.isEmpty() && from.equals(latest.inForceFrom())) {
            return latest.number();
        }
        return add(terms.id(), terms.code(), latest.number() + 1, from, agreedBy, agreedAt == null ? now : agreedAt, next, changes);
    }

    /** The first version of a new contract, in force from the first moment of a day in the zone of its calendar. */
    @RolesAllowed({Role.ADMIN_ROLE, Role.SYSTEM})
    public void recordFirst(long contractId, String code, LocalDate validFrom, String agreedBy, String agreement) {
        ServiceAgreement first = ServiceAgreement.of(text.read(agreement));
        Instant from = validFrom.atStartOfDay(hours(calendar(first)).zone()).toInstant();
        Instant now = clock.instant();
        add(contractId, code, 1, from, agreedBy, from.isBefore(now) ? from : now, first, changes(Map.of(), first.toMap()));
    }

    private int add(
            long contractId, String code, int number, Instant from, String agreedBy, Instant agreedAt, ServiceAgreement agreement,
            List<String> changes) {
        Instant now = clock.instant();
        if (agreedAt.isAfter(now)) {
            throw BusinessRuleViolation.invalid("agreedAt", "agreed-later", agreedAt);
        }
        ServiceCalendarDefinition calendar = calendar(agreement);
        requireKnown(agreement.skills());
        AgreedTime.requireReachable(agreement, hours(calendar), from.isBefore(now) ? now : from);
        requireStaff(agreement.escalation());
        String who = Input.line("agreedBy", agreedBy, 200);
        customers.add(new ContractVersion(
                contractId, number, from, calendar.id(), who, agreedAt, customers.print(agreement), CallContext.actor(), now));
        events.fire(new AgreementRecorded(contractId, code, number, from, who, agreedAt, shortened(String.join("\n", changes))));
        return number;
    }

    private ContractTerms terms(String contract) {
        return customers.termsByCode(contract == null ? "" : contract.strip(), clock.instant())
                .orElseThrow(() -> BusinessRuleViolation.notFound("contract", contract));
    }

    private ServiceCalendarDefinition calendar(ServiceAgreement agreement) {
        return customers.calendarByCode(agreement.calendar())
                .orElseThrow(() -> BusinessRuleViolation.invalid("calendar", "calendar-unknown", agreement.calendar()));
    }

    private ServiceCalendar hours(ServiceCalendarDefinition calendar) {
        return RecordedHours.together(customers.hoursOf(calendar.id()));
    }

    /** A skill that is not in the catalogue would be one that nobody can have. */
    private void requireKnown(SkillDemands demands) {
        if (demands.isEmpty()) {
            return;
        }
        Set<String> known = skills.names(demands.skills().keySet()).keySet();
        for (int i = 0; i < demands.demands().size(); i++) {
            String skill = demands.demands().get(i).skill();
            if (skill != null && !known.contains(skill)) {
                throw BusinessRuleViolation.invalid("skills[" + i + "].skill", "skill-unknown", skill);
            }
        }
    }

    /** Who is named is of the staff. */
    private void requireStaff(List<EscalationRule> escalation) {
        for (int i = 0; i < escalation.size(); i++) {
            String manager = escalation.get(i).then().manager();
            if (manager != null && accounts.activeStaff(manager).isEmpty()) {
                throw BusinessRuleViolation.invalid("escalation[" + i + "].then.manager", "escalation-person-unknown", manager);
            }
        }
    }

    private static List<String> changes(ServiceAgreement before, ServiceAgreement after) {
        return changes(before.toMap(), after.toMap());
    }

    private static List<String> changes(Map<String, ?> before, Map<String, ?> after) {
        return AgreementChanges.between(before, after);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST_LIST_OF_CHANGES ? text : text.substring(0, LONGEST_LIST_OF_CHANGES) + " …";
    }
}
