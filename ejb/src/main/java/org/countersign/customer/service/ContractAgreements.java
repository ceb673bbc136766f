package org.countersign.customer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.AgreementChanges;
import org.countersign.customer.model.AgreementText;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.ContractVersion;
import org.countersign.customer.model.CustomerEvent.AgreementRecorded;
import org.countersign.customer.model.CustomerEvent.AgreementWithdrawn;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.EscalationRule;
import org.countersign.customer.model.RecordedHours;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceCalendarDefinition;
import org.countersign.customer.model.SkillDemands;
import org.countersign.customer.model.WithdrawnVersion;
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
     * The versions of a contract that stand, oldest first.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public List<AgreedVersion> versions(String contract) {
        return customers.versionsOf(terms(contract).id());
    }

    /**
     * One version; what a withdrawn one said can still be read by its number.
     *
     * @param number {@code null} for the latest that stands, whether in force yet or not
     * @throws BusinessRuleViolation {@code not-found}
     */
    public AgreedVersion version(String contract, Integer number) {
        long id = terms(contract).id();
        List<AgreedVersion> versions = customers.versionsOf(id);
        if (number == null) {
            return last(versions);
        }
        return versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .or(() -> withdrawn(id, number).map(WithdrawnVersion::version))
                .orElseThrow(() -> BusinessRuleViolation.notFound("contract-version", contract + "/" + number));
    }

    /**
     * What a text says, with nothing recorded.
     *
     * @throws BusinessRuleViolation naming the place in the text
     */
    public ServiceAgreement read(String agreement) {
        return ServiceAgreement.of(text.read(agreement));
    }

    /** The text of an agreement, as {@link #record} reads it. */
    public String print(ServiceAgreement agreement) {
        return text.write(agreement.toMap());
    }

    /** What a version changed against the one that it followed, one line per place in the document; nothing for the first. */
    public List<String> changes(String contract, int number) {
        return history(contract).stream()
                .filter(recorded -> recorded.version().number() == number)
                .findFirst()
                .map(RecordedVersion::changes)
                .orElse(List.of());
    }

    /**
     * All versions of a contract that were ever recorded, by number, those that were withdrawn among them.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public List<RecordedVersion> history(String contract) {
        long id = terms(contract).id();
        List<RecordedVersion> all = Stream.concat(
                        customers.versionsOf(id).stream().map(version -> new RecordedVersion(version, List.of(), null, null)),
                        customers.withdrawnOf(id).stream().map(withdrawn -> new RecordedVersion(
                                withdrawn.version(), List.of(), withdrawn.withdrawnAt(), withdrawn.withdrawnBy())))
                .sorted(Comparator.comparingInt(recorded -> recorded.version().number()))
                .toList();
        List<RecordedVersion> history = new ArrayList<>();
        for (RecordedVersion recorded : all) {
            AgreedVersion version = recorded.version();
            List<String> changes = history.stream()
                    .filter(earlier -> earlier.stoodAt(version.recordedAt()))
                    .reduce((first, later) -> later)
                    .map(followed -> changes(followed.version().agreement(), version.agreement()))
                    .orElse(List.of());
            history.add(new RecordedVersion(version, changes, recorded.withdrawnAt(), recorded.withdrawnBy()));
        }
        return history;
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
        customers.lock(terms.id());
        AgreedVersion latest = last(customers.versionsOf(terms.id()));
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
        int number = 1 + customers.withdrawnOf(terms.id()).stream()
                .map(withdrawn -> withdrawn.version().number())
                .reduce(latest.number(), Math::max);
        return add(terms.id(), terms.code(), number, from, agreedBy, agreedAt == null ? now : agreedAt, next, changes);
    }

    /**
     * Withdraws the latest version before it begins: it is as if it had not been agreed, and the one before it goes on. Its number is not
     * given again, and what it said stays on record.
     *
     * @throws BusinessRuleViolation {@code not-found}, {@code version-withdrawn}, {@code version-first}, {@code version-begun},
     *     {@code version-followed}
     */
    public void withdraw(String contract, int number) {
        ContractTerms terms = terms(contract);
        customers.lock(terms.id());
        List<AgreedVersion> versions = customers.versionsOf(terms.id());
        AgreedVersion planned = versions.stream()
                .filter(version -> version.number() == number)
                .findFirst()
                .orElseThrow(() -> withdrawn(terms.id(), number)
                        .map(done -> BusinessRuleViolation.conflict("version-withdrawn", number, done.withdrawnAt(), done.withdrawnBy()))
                        .orElseGet(() -> BusinessRuleViolation.notFound("contract-version", contract + "/" + number)));
        Instant now = clock.instant();
        if (number == 1) {
            throw BusinessRuleViolation.conflict("version-first");
        }
        if (!planned.inForceFrom().isAfter(now)) {
            throw BusinessRuleViolation.conflict("version-begun", number, planned.inForceFrom());
        }
        if (last(versions).number() != number) {
            throw BusinessRuleViolation.conflict("version-followed", number, last(versions).number());
        }
        AgreedVersion before = versions.get(versions.size() - 2);
        customers.withdraw(terms.id(), number, now, CallContext.actor());
        events.fire(new AgreementWithdrawn(
                terms.id(), terms.code(), number, planned.inForceFrom(), planned.agreedBy(), planned.agreedAt(), planned.recordedBy(),
                planned.recordedAt(), before.number(), shortened(String.join("\n", changes(before.agreement(), planned.agreement())))));
    }

    private Optional<WithdrawnVersion> withdrawn(long contractId, int number) {
        return customers.withdrawnOf(contractId).stream().filter(withdrawn -> withdrawn.version().number() == number).findFirst();
    }

    private static AgreedVersion last(List<AgreedVersion> versions) {
        return versions.get(versions.size() - 1);
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
