package org.countersign.web.desk.contract.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.countersign.customer.model.QueueOrder;
import org.countersign.customer.model.ResponseAct;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.SkillDemand;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.web.support.Messages;
import org.countersign.web.support.ScreenTexts;

/** All that an agreement says, in the form. */
public final class TermsForm {

    /** Inputs by the place that a refusal names, as far as they are called otherwise and are not in a list. */
    private static final Map<String, String> INPUTS =
            Map.of("firstResponse.by", "publicMessage", "maintenance.goLive", "goLive", "maintenance.until", "until");

    /** What the form says otherwise than the document, whose members' names it does not show. */
    private static final Map<String, String> SENTENCES = Map.of(
            "escalation-no-action", "contract.terms.rule.nothing",
            "penalty-per-breach-or-tiers", "contract.terms.clause.owed",
            "agreement-duration-malformed", "service-time-malformed",
            "penalty-amount-or-percent", "contract.terms.clause.how-much",
            "penalty-member-of-other-measure", "contract.terms.clause.about");

    private final ServiceAgreement said;
    private final Locale locale;
    private final FormRows<TargetForm> sets;
    private final FormRows<RuleForm> rules;
    private final ServicesForm services;
    private final CreditsForm credits;
    private final FormRows<DemandForm> demands;
    private final FormRows<CategoryForm> categories;
    private final FormRows<AccessForm> accesses;
    private final ReportsForm reports;
    private final MatrixForm matrix;
    private final List<Choice> customerLevels;
    private boolean filled;
    private String calendar;
    private String language;
    private QueueOrder order;
    private boolean wishMoves;
    private boolean deskAssesses;
    private boolean acknowledgement;
    private boolean publicMessage;
    private boolean automaticMail;
    private LocalDate goLive;
    private LocalDate until;

    /**
     * @param said the version that the form starts from
     * @param shown how many rows a list had in the form that was sent, by the list's name; {@code null} when the form is opened
     */
    public TermsForm(ServiceAgreement said, Function<String, Long> shown, Locale locale) {
        this.said = said;
        this.locale = locale;
        calendar = said.calendar();
        language = said.language();
        order = said.queue().order();
        wishMoves = said.priority().wishMoves();
        deskAssesses = said.priority().deskAssesses();
        acknowledgement = said.firstResponse().by().contains(ResponseAct.ACKNOWLEDGEMENT);
        publicMessage = said.firstResponse().by().contains(ResponseAct.PUBLIC_MESSAGE);
        automaticMail = said.firstResponse().automaticMail();
        if (said.maintenance() != null) {
            goLive = said.maintenance().goLive();
            until = said.maintenance().until();
        }
        matrix = new MatrixForm(said.priority().matrix(), locale);
        sets = new FormRows<>("targets", said.targets(), shown.apply("sets"), (place, set) -> new TargetForm(place, set, locale));
        rules = new FormRows<>("escalation", said.escalation(), shown.apply("rules"), (place, rule) -> new RuleForm(place, rule, locale));
        services = new ServicesForm(said, shown.apply("services"), locale);
        credits = new CreditsForm(said.penalties(), shown.apply("clauses"), locale);
        demands = new FormRows<>("skills", said.skills().demands(), shown.apply("demands"), (place, demand) -> new DemandForm(place, demand, locale));
        categories = new FormRows<>(
                "categories", said.categories().listed(), shown.apply("categories"), (place, category) -> new CategoryForm(place, category, locale));
        accesses = new FormRows<>(
                "remoteAccess", said.remoteAccess(), shown.apply("accesses"), (place, access) -> new AccessForm(place, access, locale));
        reports = new ReportsForm(said, locale);
        customerLevels = Choice.of(
                Stream.of(SupportLevel.L1, SupportLevel.L2, SupportLevel.L3).map(Enum::name).toList(),
                said.levels().ofCustomer().stream().map(Enum::name).toList(),
                level -> Texts.of(locale, SupportLevel.valueOf(level)));
    }

    /**
     * What a new contract starts from: the usual matrix, and times by priority.
     *
     * @param calendar a code
     */
    public static ServiceAgreement first(String calendar, String language) {
        Map<String, Object> times = new LinkedHashMap<>();
        times.put("P1", Map.of("response", "PT30M", "update", "PT1H", "resolution", "PT4H"));
        times.put("P2", Map.of("response", "PT1H", "update", "PT2H", "resolution", "PT8H"));
        times.put("P3", Map.of("response", "PT4H", "update", "PT8H", "resolution", "PT24H"));
        times.put("P4", Map.of("response", "PT8H", "update", "PT16H", "resolution", "PT40H"));
        times.put("P5", Map.of("response", "PT8H", "resolution", "PT80H"));
        Map<String, Object> pauses = Map.of("response", List.of(), "update", List.of(), "resolution", List.of("AWAITING_CUSTOMER"));
        return ServiceAgreement.of(Map.of(
                "calendar", calendar, "language", language, "targets", List.of(Map.of("pausedBy", pauses, "priorities", times))));
    }

    /** The document that {@link ServiceAgreement#of} reads. */
    public Map<String, Object> toMap() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("calendar", calendar);
        document.put("language", language);
        document.put("priority", Map.of("matrix", matrix.toMap(), "wishMoves", wishMoves, "deskAssesses", deskAssesses));
        List<String> acts = new ArrayList<>();
        if (acknowledgement) {
            acts.add(ResponseAct.ACKNOWLEDGEMENT.name());
        }
        if (publicMessage) {
            acts.add(ResponseAct.PUBLIC_MESSAGE.name());
        }
        document.put("firstResponse", Map.of("by", acts, "automaticMail", automaticMail));
        document.put("targets", sets.toList());
        if (goLive != null || until != null) {
            Map<String, Object> period = new LinkedHashMap<>();
            period.put("goLive", Objects.toString(goLive, null));
            period.put("until", Objects.toString(until, null));
            document.put("maintenance", period);
        }
        document.put("services", services.toList());
        document.put("skills", demands.toList());
        document.put("availability", services.promises());
        credits.toMap().ifPresent(agreed -> document.put("penalties", agreed));
        document.put("queue", Map.of("order", order.name()));
        document.put("escalation", rules.toList());
        Map<String, String> workers = new LinkedHashMap<>();
        Choice.words(customerLevels).forEach(level -> workers.put(level, "CUSTOMER"));
        document.put("levels", workers);
        document.put("environments", reports.environments());
        document.put("remoteAccess", accesses.toList());
        document.put("categories", categories.toList());
        document.put("minimum", reports.minimum());
        return document;
    }

    /**
     * Shows the inputs in which no time stands where one must.
     *
     * @return whether there are any
     */
    public boolean showMalformed(Messages messages) {
        List<FormInput> malformed = malformed();
        malformed.forEach(input -> messages.refuseAt(input.id(), input.label(), BusinessRuleViolation.invalid(input.id(), "service-time-malformed")));
        return !malformed.isEmpty();
    }

    List<FormInput> malformed() {
        return Stream.concat(sets.malformed().stream(), rules.malformed().stream()).toList();
    }

    /** Shows a refusal where the place that it names was entered. */
    public void show(BusinessRuleViolation refused, Messages messages) {
        String place = refused.field();
        Optional<FormInput> input = place == null ? Optional.empty() : at(place);
        if (refused.code().equals("required") && "penalties.clauses".equals(place)) {
            messages.refuse(BusinessRuleViolation.invalid("fee", "contract.terms.credits.no-clause"));
        } else if (refused.code().equals("required") && "firstResponse.by".equals(place)) {
            messages.refuseAt("terms:publicMessage", Texts.of(locale, ResponseAct.PUBLIC_MESSAGE), BusinessRuleViolation.invalid(place, "contract.terms.counts.none"));
        } else if (input.isPresent()) {
            messages.refuseAt(input.get().id(), input.get().label(), inWordsOfTheForm(refused));
        } else if (place != null && INPUTS.containsKey(place)) {
            messages.refuse(BusinessRuleViolation.invalid(INPUTS.get(place), refused.code(), refused.arguments().toArray()));
        } else if (place == null || place.matches("[A-Za-z]+")) {
            messages.refuse(refused);
        } else {
            messages.error("contract.place", place, messages.sentence(refused));
        }
    }

    /** The form counts its sets from one. */
    private static BusinessRuleViolation inWordsOfTheForm(BusinessRuleViolation refused) {
        if (refused.code().equals("targets-overlap") && refused.arguments().get(0) instanceof Integer earlier) {
            return BusinessRuleViolation.invalid(refused.field(), "contract.terms.overlap", earlier + 1);
        }
        String sentence = SENTENCES.get(refused.code());
        return sentence == null ? refused : BusinessRuleViolation.invalid(refused.field(), sentence);
    }

    /** The input of a place in the document, as far as it is in a list. */
    Optional<FormInput> at(String place) {
        return sets.at(place)
                .or(() -> rules.at(place))
                .or(() -> services.at(place))
                .or(() -> credits.at(place))
                .or(() -> demands.at(place))
                .or(() -> categories.at(place))
                .or(() -> accesses.at(place))
                .or(() -> reports.at(place))
                .or(() -> place.equals("levels")
                        ? Optional.of(new FormInput("terms:customerLevel:0:chosen", ScreenTexts.of(locale, "levels.of-customer")))
                        : Optional.empty());
    }

    /** The accounts that rules of the version named which the form starts from. */
    public List<String> managersNamed() {
        return said.escalation().stream().map(rule -> rule.then().manager()).filter(Objects::nonNull).distinct().toList();
    }

    /** The skills that the version demanded which the form starts from. */
    public List<String> skillsNamed() {
        return said.skills().demands().stream().map(SkillDemand::skill).filter(Objects::nonNull).distinct().toList();
    }

    /** This form, all of which takes the place of what the browser showed. */
    public TermsForm inPlaceOfAll() {
        return changedBefore(true);
    }

    /** This form, whose rows were added, taken away or filled in the form that was sent already. */
    public TermsForm changedBefore(boolean before) {
        filled = before;
        return this;
    }

    /** Puts the priorities in that a contract has which says none. */
    public void takeUsualMatrix() {
        matrix.usual();
        filled = true;
    }

    /** Whether rows were added, taken away or filled since the form was opened: what the browser kept of it is of rows that may be others now. */
    public boolean isChanged() {
        return filled
                || Stream.of(sets, rules, services.rows(), credits.getClauses(), demands, categories, accesses).anyMatch(FormRows::isChanged);
    }

    public FormRows<TargetForm> getSets() {
        return sets;
    }

    public FormRows<RuleForm> getRules() {
        return rules;
    }

    public FormRows<ServiceForm> getServices() {
        return services.rows();
    }

    /** The services by name as entered, to choose from. */
    public List<String> getServiceNames() {
        return services.rows().getRows().stream().map(ServiceForm::getName).filter(name -> name != null && !name.isBlank()).distinct().toList();
    }

    public CreditsForm getCredits() {
        return credits;
    }

    public FormRows<DemandForm> getDemands() {
        return demands;
    }

    public FormRows<CategoryForm> getCategories() {
        return categories;
    }

    public FormRows<AccessForm> getAccesses() {
        return accesses;
    }

    public ReportsForm getReports() {
        return reports;
    }

    public MatrixForm getMatrix() {
        return matrix;
    }

    /** The levels, those ticked that the customer's own staff works. */
    public List<Choice> getCustomerLevels() {
        return customerLevels;
    }

    public String getCalendar() {
        return calendar;
    }

    public void setCalendar(String calendar) {
        this.calendar = calendar;
    }

    public String getLanguage() {
        return language;
    }

    public void setLanguage(String language) {
        this.language = language;
    }

    public QueueOrder getOrder() {
        return order;
    }

    public void setOrder(QueueOrder order) {
        this.order = order;
    }

    public boolean isWishMoves() {
        return wishMoves;
    }

    public void setWishMoves(boolean wishMoves) {
        this.wishMoves = wishMoves;
    }

    public boolean isDeskAssesses() {
        return deskAssesses;
    }

    public void setDeskAssesses(boolean deskAssesses) {
        this.deskAssesses = deskAssesses;
    }

    public boolean isAcknowledgement() {
        return acknowledgement;
    }

    public void setAcknowledgement(boolean acknowledgement) {
        this.acknowledgement = acknowledgement;
    }

    public boolean isPublicMessage() {
        return publicMessage;
    }

    public void setPublicMessage(boolean publicMessage) {
        this.publicMessage = publicMessage;
    }

    public boolean isAutomaticMail() {
        return automaticMail;
    }

    public void setAutomaticMail(boolean automaticMail) {
        this.automaticMail = automaticMail;
    }

    public LocalDate getGoLive() {
        return goLive;
    }

    public void setGoLive(LocalDate goLive) {
        this.goLive = goLive;
    }

    public LocalDate getUntil() {
        return until;
    }

    public void setUntil(LocalDate until) {
        this.until = until;
    }
}
