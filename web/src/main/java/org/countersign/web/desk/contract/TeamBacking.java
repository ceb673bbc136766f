package org.countersign.web.desk.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.countersign.customer.model.TeamRole;
import org.countersign.customer.service.ContractTeam;
import org.countersign.customer.service.NamedMember;
import org.countersign.customer.service.TeamMemberView;
import org.countersign.customer.service.TeamView;
import org.countersign.identity.model.Caller;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;
import org.countersign.web.support.ScreenTexts;

/** The account team of a contract: who has which role, since when, who had it before, and the form that names the next. */
@Named("contractTeam")
@RequestScoped
public class TeamBacking {

    @EJB
    private ContractTeam teams;

    @EJB
    private AccountDirectory accounts;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private TeamView team;
    private List<Place> places;
    private List<Caller> staff;
    private LocalDate from;
    private Optional<LocalDate> planned;
    private boolean answered;

    /** A role with who has it and who is to have it. */
    public static final class Place {

        private final TeamRole role;
        private final TeamMemberView member;
        private String account;
        private String phone;

        Place(TeamRole role, TeamMemberView member) {
            this.role = role;
            this.member = member;
            this.account = member == null ? null : member.account();
            this.phone = member == null ? null : member.phone();
        }

        public TeamRole getRole() {
            return role;
        }

        /** Who has the role today, or {@code null}. */
        public TeamMemberView getMember() {
            return member;
        }

        public String getAccount() {
            return account;
        }

        public void setAccount(String account) {
            this.account = account;
        }

        public String getPhone() {
            return phone;
        }

        public void setPhone(String phone) {
            this.phone = phone;
        }
    }

    public TeamView getTeam() {
        if (team == null) {
            team = teams.team(String.valueOf(Parameters.text(request, "code")), null);
        }
        return team;
    }

    /** The roles in their order. */
    public List<Place> getPlaces() {
        if (places == null) {
            places = Arrays.stream(TeamRole.values()).map(role -> new Place(role, getTeam().member(role).orElse(null))).toList();
        }
        return places;
    }

    /** Who may be chosen. */
    public List<Caller> getStaff() {
        if (staff == null) {
            staff = accounts.staff();
        }
        return staff;
    }

    public String name() {
        long seen = Parameters.number(request, "team").orElseThrow(() -> BusinessRuleViolation.stale("team"));
        List<NamedMember> members = getPlaces().stream()
                .filter(place -> Parameters.text(place.getAccount()) != null)
                .map(place -> new NamedMember(place.getRole(), place.getAccount(), place.getPhone()))
                .toList();
        if (!messages.attempt(() -> teams.name(getTeam().contract(), from, members, seen))) {
            return null;
        }
        if (teams.team(getTeam().contract(), null).version() == seen) {
            messages.warning("team.unchanged", getTeam().contract());
        } else {
            messages.success("team.done", getTeam().contract());
        }
        return "/desk/contract/contract.xhtml?faces-redirect=true&code=" + getTeam().contract();
    }

    /** The day from which on something else is planned, or {@code null}. */
    public LocalDate getPlanned() {
        if (planned == null) {
            planned = teams.planned(getTeam().contract());
        }
        return planned.orElse(null);
    }

    /** What the plan changes, role by role. */
    public List<String> getPlannedChanges() {
        List<String> changes = new ArrayList<>();
        for (TeamRole role : TeamRole.values()) {
            String was = who(role, getPlanned().minusDays(1));
            String is = who(role, getPlanned());
            if (!was.equals(is)) {
                changes.add(ScreenTexts.of(reader.getLocale(), "team.planned.change", Texts.of(reader.getLocale(), role), is, was));
            }
        }
        return changes;
    }

    private String who(TeamRole role, LocalDate day) {
        return getTeam().memberships().stream()
                .filter(member -> member.role() == role && member.isOn(day))
                .findFirst()
                .map(member -> member.phone() == null ? member.name() : member.name() + ", " + member.phone())
                .orElseGet(() -> ScreenTexts.of(reader.getLocale(), "team.vacant"));
    }

    /** Whether something can be withdrawn, or somebody asks for it: a second click is answered too. */
    public boolean isWithdrawing() {
        return getPlanned() != null || !answered && Parameters.text(request, "planned") != null;
    }

    /** Withdraws what the form says is planned. */
    public String withdraw() {
        long seen = Parameters.number(request, "team").orElseThrow(() -> BusinessRuleViolation.stale("team"));
        LocalDate day = Parameters.number(request, "planned").map(LocalDate::ofEpochDay).orElseThrow(() -> BusinessRuleViolation.stale("team"));
        if (!messages.attempt(() -> teams.withdraw(getTeam().contract(), day, seen))) {
            answered = true;
            planned = null;
            team = null;
            places = null;
            return null;
        }
        messages.success("team.withdraw.done", getTeam().contract());
        return "/desk/contract/contract.xhtml?faces-redirect=true&code=" + getTeam().contract();
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }
}
