package org.countersign.customer.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.customer.model.AccountTeams;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.CustomerEvent.TeamMemberNamed;
import org.countersign.customer.model.CustomerEvent.TeamPlanWithdrawn;
import org.countersign.customer.model.Customers;
import org.countersign.customer.model.TeamMembership;
import org.countersign.customer.model.TeamRole;
import org.countersign.identity.model.Caller;
import org.countersign.identity.model.Role;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.identity.service.CurrentCaller;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.DomainEvent;
import org.countersign.kernel.Input;

/** Who speaks for the provider under a contract (M120, M133), now and on any day before. A contact sees the own organisation's contracts only. */
@Stateless
@RolesAllowed({Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.SYSTEM})
public class ContractTeam {

    @Inject
    private Customers customers;

    @Inject
    private AccountTeams teams;

    @Inject
    private TeamViews views;

    @Inject
    private AccountDirectory accounts;

    @Inject
    private CurrentCaller currentCaller;

    @Inject
    private Clock clock;

    @Inject
    private Event<DomainEvent> events;

    /**
     * The team of a contract.
     *
     * @param day {@code null} for today in the contract's zone
     * @throws BusinessRuleViolation {@code not-found}, also for a contract of another organisation
     */
    @RolesAllowed({Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.ADMIN_ROLE, Role.QUALITY_ROLE, Role.CONTACT_ROLE, Role.SYSTEM})
    public TeamView team(String contract, LocalDate day) {
        ContractTerms terms = terms(contract);
        currentCaller.find()
                .filter(Caller::isContact)
                .filter(caller -> caller.organisationId() != terms.organisationId())
                .ifPresent(stranger -> {
                    throw BusinessRuleViolation.notFound("contract", contract);
                });
        return view(terms, day == null ? today(terms) : day);
    }

    /** The teams of the caller's organisation today, by contract. */
    @RolesAllowed(Role.CONTACT_ROLE)
    public List<TeamView> ownTeams() {
        long organisation = currentCaller.get().organisationId();
        List<ContractTerms> own = customers.allTerms(clock.instant()).stream().filter(t -> t.organisationId() == organisation).toList();
        if (own.isEmpty()) {
            return List.of();
        }
        Map<Long, List<TeamMemberView>> memberships = views.memberships(own.stream().map(ContractTerms::id).toList()).stream()
                .collect(Collectors.groupingBy(TeamMemberView::contractId));
        return own.stream()
                .map(terms -> new TeamView(terms.code(), terms.name(), today(terms), memberships.getOrDefault(terms.id(), List.of())))
                .toList();
    }

    /**
     * Says who the team is from a day on. A role that is not named is nobody's from then on; who had it before stays on record.
     *
     * @param from {@code null} for today in the contract's zone
     * @param expectedVersion the {@link TeamView#version()} that the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code not-found}, {@code changed-meanwhile}, {@code team-role-twice}, {@code team-person-unknown},
     *     {@code team-later-known} when something later is known of a role already, {@code required}
     */
    public void name(String contract, LocalDate from, List<NamedMember> members, Long expectedVersion) {
        ContractTerms terms = terms(contract);
        LocalDate day = from == null ? today(terms) : from;
        Map<TeamRole, NamedMember> wanted = wanted(members);
        Map<TeamRole, Long> people = new EnumMap<>(TeamRole.class);
        wanted.forEach((role, member) -> people.put(role, person(members.indexOf(member), member.account())));
        customers.lock(terms.id());
        TeamView before = view(terms, day);
        if (expectedVersion != null && expectedVersion != before.version()) {
            throw BusinessRuleViolation.stale(terms.code());
        }
        Map<TeamRole, TeamMembership> latest = byRole(teams.latest(terms.id()));
        Map<TeamRole, TeamMembership> withdrawn = byRole(teams.withdrawn(terms.id(), day));
        for (TeamRole role : TeamRole.values()) {
            String phone = wanted.containsKey(role) ? wanted.get(role).phone() : null;
            name(terms.id(), role, day, latest.get(role), withdrawn.get(role), people.get(role), phone);
        }
        teams.flush();
        tell(terms, before, view(terms, day));
    }

    /**
     * The day on which the latest of what is planned for the team begins, if anything is.
     *
     * @throws BusinessRuleViolation {@code not-found}
     */
    public Optional<LocalDate> planned(String contract) {
        ContractTerms terms = terms(contract);
        LocalDate today = today(terms);
        return latestDay(teams.latest(terms.id())).filter(day -> day.isAfter(today));
    }

    /**
     * Withdraws what is planned for the team from a day on, before the day comes: who has which role before it goes on.
     *
     * @param expectedVersion the {@link TeamView#version()} that the caller saw, or {@code null} for whatever it is
     * @throws BusinessRuleViolation {@code not-found}, {@code changed-meanwhile}, {@code team-not-planned} when nothing begins on the day,
     *     perhaps because it was withdrawn already, {@code team-begun}, {@code team-later-planned}
     */
    public void withdraw(String contract, LocalDate from, Long expectedVersion) {
        ContractTerms terms = terms(contract);
        customers.lock(terms.id());
        if (!from.isAfter(today(terms))) {
            throw BusinessRuleViolation.conflict("team-begun", from);
        }
        List<TeamMembership> latest = teams.latest(terms.id());
        latestDay(latest).filter(later -> later.isAfter(from)).ifPresent(later -> {
            throw BusinessRuleViolation.conflict("team-later-planned", from, later);
        });
        List<TeamMembership> planned = latest.stream().filter(membership -> membership.from().equals(from)).toList();
        if (planned.isEmpty()) {
            throw BusinessRuleViolation.conflict("team-not-planned", from);
        }
        TeamView before = view(terms, from);
        if (expectedVersion != null && expectedVersion != before.version()) {
            throw BusinessRuleViolation.stale(terms.code());
        }
        Instant now = clock.instant();
        planned.forEach(membership -> membership.withdraw(now));
        teams.flush();
        TeamView after = view(terms, from);
        for (TeamMembership membership : planned) {
            events.fire(new TeamPlanWithdrawn(
                    terms.id(), terms.code(), membership.role(), from, inOneLine(before, membership.role()), inOneLine(after, membership.role())));
        }
    }

    private static Map<TeamRole, TeamMembership> byRole(List<TeamMembership> memberships) {
        return memberships.stream().collect(Collectors.toMap(TeamMembership::role, membership -> membership));
    }

    private static Optional<LocalDate> latestDay(List<TeamMembership> memberships) {
        return memberships.stream().map(TeamMembership::from).max(LocalDate::compareTo);
    }

    private void name(
            long contract, TeamRole role, LocalDate day, TeamMembership latest, TeamMembership withdrawn, Long person, String phone) {
        if (latest != null && day.isBefore(latest.from())) {
            throw BusinessRuleViolation.invalid("from", "team-later-known", latest.from());
        }
        if (latest == null ? person == null : latest.names(person, phone)) {
            return;
        }
        if (latest != null && day.equals(latest.from())) {
            latest.name(person, phone);
        } else if (withdrawn != null) {
            withdrawn.name(person, phone);
        } else {
            teams.add(new TeamMembership(contract, role, day, person, phone));
        }
    }

    private void tell(ContractTerms terms, TeamView before, TeamView after) {
        for (TeamRole role : TeamRole.values()) {
            String was = inOneLine(before, role);
            String is = inOneLine(after, role);
            if (was == null ? is != null : !was.equals(is)) {
                events.fire(new TeamMemberNamed(terms.id(), terms.code(), role, after.day(), was, is));
            }
        }
    }

    private static String inOneLine(TeamView team, TeamRole role) {
        return team.member(role).map(member -> member.account() + (member.phone() == null ? "" : " " + member.phone())).orElse(null);
    }

    private static Map<TeamRole, NamedMember> wanted(List<NamedMember> members) {
        if (members == null || members.stream().anyMatch(Objects::isNull)) {
            throw BusinessRuleViolation.invalid("members", "required");
        }
        Map<TeamRole, NamedMember> wanted = new EnumMap<>(TeamRole.class);
        for (int i = 0; i < members.size(); i++) {
            String place = "members[" + i + "].";
            if (members.get(i).role() == null) {
                throw BusinessRuleViolation.invalid(place + "role", "required");
            }
            if (wanted.put(members.get(i).role(), members.get(i)) != null) {
                throw BusinessRuleViolation.invalid(place + "role", "team-role-twice", members.get(i).role());
            }
            Input.optionalLine(place + "phone", members.get(i).phone(), 50);
        }
        return wanted;
    }

    private long person(int index, String account) {
        String place = "members[" + index + "].account";
        String name = Input.line(place, account, 1000).toLowerCase(Locale.ROOT);
        return accounts.activeStaff(name)
                .map(Caller::accountId)
                .orElseThrow(() -> BusinessRuleViolation.invalid(place, "team-person-unknown", name));
    }

    private TeamView view(ContractTerms terms, LocalDate day) {
        return new TeamView(terms.code(), terms.name(), day, views.memberships(List.of(terms.id())));
    }

    private ContractTerms terms(String contract) {
        return customers.termsByCode(contract == null ? "" : contract.strip(), clock.instant())
                .orElseThrow(() -> BusinessRuleViolation.notFound("contract", contract));
    }

    private LocalDate today(ContractTerms terms) {
        return LocalDate.ofInstant(clock.instant(), terms.calendar().zone());
    }
}
