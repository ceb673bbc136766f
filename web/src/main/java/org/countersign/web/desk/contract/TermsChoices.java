package org.countersign.web.desk.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.Criticality;
import org.countersign.customer.model.EscalationActions;
import org.countersign.customer.model.EscalationTrigger.When;
import org.countersign.customer.model.MeasuredHours;
import org.countersign.customer.model.PenaltyMeasure;
import org.countersign.customer.model.QueueOrder;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.Supplier;
import org.countersign.customer.model.TargetStart;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.SkillLevel;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.identity.service.SkillQueries;
import org.countersign.web.desk.contract.form.Credit;
import org.countersign.web.desk.contract.form.TermsForm;

/** What the menus of an agreement's form offer. */
@Named
@RequestScoped
public class TermsChoices {

    @EJB
    private CustomerDirectory customers;

    @EJB
    private AccountDirectory accounts;

    @EJB
    private SkillQueries catalogue;

    private Map<String, String> staff;
    private Map<String, String> skills;

    public List<When> getTriggers() {
        return Arrays.asList(When.values());
    }

    public List<ServiceTarget> getTargets() {
        return Arrays.asList(ServiceTarget.values());
    }

    /** To which a rule may hand a ticket. */
    public List<SupportLevel> getLevels() {
        return EscalationActions.LEVELS.stream().map(SupportLevel::valueOf).toList();
    }

    /** Those that work on a kind of work. */
    public List<SupportLevel> getDeskLevels() {
        return List.of(SupportLevel.L1, SupportLevel.L2, SupportLevel.L3);
    }

    /** Who may answer for tickets, by name as shown; whoever a rule of the form names already too. */
    public Map<String, String> staff(TermsForm form) {
        if (staff == null) {
            staff = new LinkedHashMap<>();
            accounts.staff().forEach(person -> staff.put(person.displayName() + " (" + person.name() + ")", person.name()));
            form.managersNamed().stream().filter(named -> !staff.containsValue(named)).forEach(named -> staff.put(named, named));
        }
        return staff;
    }

    /** Codes of the catalogue's skills, by name as shown; whatever the form demands already too. */
    public Map<String, String> skills(TermsForm form) {
        if (skills == null) {
            skills = new LinkedHashMap<>();
            catalogue.catalogue().forEach(skill -> skills.put(skill.name() + " (" + skill.code() + ")", skill.code()));
            form.skillsNamed().stream().filter(named -> !skills.containsValue(named)).forEach(named -> skills.put(named, named));
        }
        return skills;
    }

    public List<String> getPriorities() {
        return AgreementVocabulary.PRIORITIES;
    }

    public List<TargetStart> getStarts() {
        return Arrays.asList(TargetStart.values());
    }

    public List<String> getCalendars() {
        return customers.calendars();
    }

    public List<QueueOrder> getOrders() {
        return Arrays.asList(QueueOrder.values());
    }

    public List<Criticality> getCriticalities() {
        return Arrays.asList(Criticality.values());
    }

    public List<MeasuredHours> getHours() {
        return Arrays.asList(MeasuredHours.values());
    }

    public List<PenaltyMeasure> getMeasures() {
        return Arrays.asList(PenaltyMeasure.values());
    }

    public List<Credit.Unit> getUnits() {
        return Arrays.asList(Credit.Unit.values());
    }

    public List<SkillLevel> getSkillLevels() {
        return Arrays.asList(SkillLevel.values());
    }

    public List<Supplier> getSuppliers() {
        return Arrays.asList(Supplier.values());
    }
}
