package org.countersign.web.desk.contract.form;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.countersign.customer.model.SkillDemand;
import org.countersign.identity.model.SkillLevel;
import org.countersign.kernel.Texts;
import org.countersign.web.support.Parameters;

/** What is demanded of the people who work on a service, in the form. */
public final class DemandForm extends FormRow {

    private String service;
    private String skill;
    private SkillLevel level = SkillLevel.BASIC;
    private String certification;

    /** @param demand {@code null} for one that is added */
    DemandForm(int place, SkillDemand demand, Locale locale) {
        super("demand", "contract.terms.demand", place, locale);
        if (demand != null) {
            service = demand.service();
            skill = demand.skill();
            level = demand.level() == null ? level : demand.level();
            certification = demand.certification();
        }
    }

    @Override
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("service", Parameters.text(service));
        map.put("skill", Parameters.text(skill));
        map.put("level", map.get("skill") == null ? null : level.name());
        map.put("certification", Parameters.text(certification));
        return map;
    }

    @Override
    FormInput at(String inside) {
        return switch (inside) {
            case "service" -> labelled("service", "ticket.service");
            case "certification" -> labelled("certification", "contract.terms.demand.certification");
            default -> labelled("skill", "contract.terms.demand.skill");
        };
    }

    @Override
    public String getTitle() {
        return inOneLine(service, skill, skill == null ? null : Texts.of(locale(), level), certification);
    }

    /** Empty for every service. */
    public String getService() {
        return service;
    }

    public void setService(String service) {
        this.service = service;
    }

    public String getSkill() {
        return skill;
    }

    public void setSkill(String skill) {
        this.skill = skill;
    }

    /** The least that is enough. */
    public SkillLevel getLevel() {
        return level;
    }

    public void setLevel(SkillLevel level) {
        this.level = level;
    }

    public String getCertification() {
        return certification;
    }

    public void setCertification(String certification) {
        this.certification = certification;
    }
}
