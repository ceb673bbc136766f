package org.countersign.web.desk.contract;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.Criticality;
import org.countersign.customer.model.EscalationActions;
import org.countersign.customer.model.EscalationTrigger.When;
import org.countersign.customer.model.MeasuredHours;
import org.countersign.customer.model.PenaltyMeasure;
import org.countersign.customer.model.QueueOrder;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.SkillDemand;
import org.countersign.customer.model.Supplier;
import org.countersign.customer.model.TargetStart;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.SkillLevel;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.identity.service.SkillQueries;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.desk.contract.form.Credit;
import org.countersign.web.desk.contract.form.FormInput;
import org.countersign.web.desk.contract.form.TermsForm;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** The next version of a contract by form. */
@Named
@RequestScoped
public class TermsBacking {

    /** Inputs by the place that a refusal names, as far as they are not in a list. */
    private static final Map<String, String> INPUTS = Map.of(
            "calendar", "calendar",
            "language", "language",
            "firstResponse.by", "publicMessage",
            "maintenance.goLive", "goLive",
            "maintenance.until", "until",
            "levels", "order",
            "agreedBy", "agreedBy",
            "inForceFrom", "inForceFrom");

    /** What the form calls otherwise than the document: its members' names are not shown. */
    private static final Map<String, String> SENTENCES = Map.of(
            "escalation-no-action", "contract.terms.rule.nothing",
            "penalty-per-breach-or-tiers", "contract.terms.clause.owed",
            "penalty-amount-or-percent", "contract.terms.clause.how-much",
            "penalty-member-of-other-measure", "contract.terms.clause.about");

    @EJB
    private ContractAgreements agreements;

    @EJB
    private CustomerDirectory customers;

    @EJB
    private AccountDirectory accounts;

    @EJB
    private SkillQueries catalogue;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private ContractTerms terms;
    private AgreedVersion latest;
    private TermsForm form;
    private Map<String, String> staff;
    private Map<String, String> skills;
    private String agreedBy;
    private LocalDate inForceFrom;

    @PostConstruct
    void begin() {
        terms = customers.contract(String.valueOf(Parameters.text(request, "code")));
        boolean sent = FacesContext.getCurrentInstance().isPostback();
        Long seen = sent ? RefusedText.seen(request) : null;
        latest = agreements.version(terms.code(), seen == null ? null : seen.intValue());
        form = new TermsForm(
                latest.agreement(), list -> sent ? Parameters.number(request, list).orElse(null) : null, reader.getLocale());
    }

    /** Called before the page is shown, so that a contract that is not there is answered as such. */
    public void load() {
        getTerms();
    }

    public String record() {
        List<FormInput> malformed = form.malformed();
        if (!malformed.isEmpty()) {
            malformed.forEach(input -> messages.refuseAt(input.id(), input.label(), BusinessRuleViolation.invalid(input.id(), "service-time-malformed")));
            return null;
        }
        int[] number = new int[1];
        boolean done = messages.attempt(
                () -> number[0] = agreements.record(
                        terms.code(),
                        agreements.print(ServiceAgreement.of(form.toMap())),
                        inForceFrom == null ? null : inForceFrom.atStartOfDay(terms.calendar().zone()).toInstant(),
                        agreedBy,
                        null,
                        RefusedText.seen(request)),
                this::refuse);
        if (!done) {
            return null;
        }
        messages.success("contract.recorded", number[0]);
        return Address.of("/desk/contract/contract.xhtml")
                .with("faces-redirect", "true")
                .with("code", terms.code())
                .with("version", number[0])
                .toString();
    }

    /** Shows a refusal where the place that it names was entered. */
    private void refuse(BusinessRuleViolation refused) {
        String place = refused.field();
        Optional<FormInput> input = place == null ? Optional.empty() : form.at(place);
        if (input.isPresent()) {
            messages.refuseAt(input.get().id(), input.get().label(), inWordsOfTheForm(refused));
            return;
        }
        if (place == null || INPUTS.containsKey(place)) {
            messages.refuse(place == null ? refused : BusinessRuleViolation.invalid(INPUTS.get(place), refused.code(), refused.arguments().toArray()));
            return;
        }
        messages.error("contract.place", place, messages.sentence(refused));
    }

    /** The form counts its sets from one. */
    private static BusinessRuleViolation inWordsOfTheForm(BusinessRuleViolation refused) {
        if (refused.code().equals("targets-overlap") && refused.arguments().get(0) instanceof Integer earlier) {
            return BusinessRuleViolation.invalid(refused.field(), "contract.terms.overlap", earlier + 1);
        }
        String sentence = SENTENCES.get(refused.code());
        return sentence == null ? refused : BusinessRuleViolation.invalid(refused.field(), sentence);
    }

    public ContractTerms getTerms() {
        return terms;
    }

    /** Number of the version that was the latest when the form was opened, which the next one follows. */
    public int getLatest() {
        return latest.number();
    }

    public TermsForm getForm() {
        return form;
    }

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

    /** Who may answer for tickets, by name as shown; whoever a rule names already too. */
    public Map<String, String> getStaff() {
        if (staff == null) {
            staff = new LinkedHashMap<>();
            accounts.staff().forEach(person -> staff.put(person.displayName() + " (" + person.name() + ")", person.name()));
            latest.agreement().escalation().stream()
                    .map(rule -> rule.then().manager())
                    .filter(named -> named != null && !staff.containsValue(named))
                    .forEach(named -> staff.put(named, named));
        }
        return staff;
    }

    /** Codes of the catalogue's skills, by name as shown; whatever is demanded already too. */
    public Map<String, String> getSkills() {
        if (skills == null) {
            skills = new LinkedHashMap<>();
            catalogue.catalogue().forEach(skill -> skills.put(skill.name() + " (" + skill.code() + ")", skill.code()));
            latest.agreement().skills().demands().stream()
                    .map(SkillDemand::skill)
                    .filter(named -> named != null && !skills.containsValue(named))
                    .forEach(named -> skills.put(named, named));
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

    public String getAgreedBy() {
        return agreedBy;
    }

    public void setAgreedBy(String agreedBy) {
        this.agreedBy = agreedBy;
    }

    public LocalDate getInForceFrom() {
        return inForceFrom;
    }

    public void setInForceFrom(LocalDate inForceFrom) {
        this.inForceFrom = inForceFrom;
    }
}
