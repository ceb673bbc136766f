package org.countersign.web.desk.skills;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.countersign.identity.model.Certificate;
import org.countersign.identity.model.SkillLevel;
import org.countersign.identity.service.GivenSkill;
import org.countersign.identity.service.SkillAdministration;
import org.countersign.identity.service.SkillQueries;
import org.countersign.identity.service.SkillRow;
import org.countersign.identity.service.StaffMember;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;

/** What one member of the staff can do. Each form changes the record that the reader saw, or nothing. */
@Named("staffPerson")
@RequestScoped
public class PersonBacking {

    @EJB
    private SkillQueries queries;

    @EJB
    private SkillAdministration administration;

    @Inject
    private Messages messages;

    @Inject
    private HttpServletRequest request;

    private StaffMember member;
    private String skill;
    private SkillLevel level = SkillLevel.BASIC;
    private String name;
    private String issuer;
    private String number;
    private LocalDate validFrom;
    private LocalDate expiresOn;

    /** Called before the page is shown, so that somebody who is not there is answered as such. */
    public void load() {
        getMember();
    }

    public StaffMember getMember() {
        if (member == null) {
            member = queries.member(String.valueOf(Parameters.text(request, "account")));
        }
        return member;
    }

    public List<SkillRow> getCatalogue() {
        return queries.catalogue();
    }

    public SkillLevel[] getLevels() {
        return SkillLevel.values();
    }

    public String grade() {
        List<GivenSkill> wanted = skillsWithout(skill);
        wanted.add(new GivenSkill(skill, level));
        return record(() -> administration.setSkills(getMember().account(), wanted, seen()));
    }

    public String removeSkill() {
        List<GivenSkill> wanted = skillsWithout(request.getParameter("skill"));
        return record(() -> administration.setSkills(getMember().account(), wanted, seen()));
    }

    private List<GivenSkill> skillsWithout(String code) {
        List<GivenSkill> others = new ArrayList<>();
        getMember().skills().stream()
                .filter(known -> !known.code().equals(code))
                .forEach(known -> others.add(new GivenSkill(known.code(), known.level())));
        return others;
    }

    public String certify() {
        return record(() -> {
            Certificate given = Certificate.of("", name, issuer, number, validFrom, expiresOn);
            List<Certificate> wanted = new ArrayList<>(getMember().certifications());
            wanted.removeIf(given::isSameAs);
            wanted.add(given);
            administration.setCertifications(getMember().account(), wanted, seen());
        });
    }

    public String removeCertificate() {
        long place = Parameters.number(request, "certificate").orElseThrow(() -> BusinessRuleViolation.stale("certificate"));
        return record(() -> {
            List<Certificate> wanted = new ArrayList<>(getMember().certifications());
            // The place counts in the record that was seen; another one is refused as stale.
            if (place < wanted.size()) {
                wanted.remove((int) place);
            }
            administration.setCertifications(getMember().account(), wanted, seen());
        });
    }

    private String record(Runnable useCase) {
        if (!messages.attempt(useCase)) {
            member = null;
            return null;
        }
        messages.success("skills.done.recorded");
        return Address.of("/desk/skills/person.xhtml").with("faces-redirect", "true").with("account", getMember().account()).toString();
    }

    private Long seen() {
        return Parameters.number(request, "version").orElseThrow(() -> BusinessRuleViolation.stale("version"));
    }

    public String getSkill() {
        return skill;
    }

    public void setSkill(String skill) {
        this.skill = skill;
    }

    public SkillLevel getLevel() {
        return level;
    }

    public void setLevel(SkillLevel level) {
        this.level = level;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public String getIssuer() {
        return issuer;
    }

    public void setIssuer(String issuer) {
        this.issuer = issuer;
    }

    public String getNumber() {
        return number;
    }

    public void setNumber(String number) {
        this.number = number;
    }

    public LocalDate getValidFrom() {
        return validFrom;
    }

    public void setValidFrom(LocalDate validFrom) {
        this.validFrom = validFrom;
    }

    public LocalDate getExpiresOn() {
        return expiresOn;
    }

    public void setExpiresOn(LocalDate expiresOn) {
        this.expiresOn = expiresOn;
    }
}
