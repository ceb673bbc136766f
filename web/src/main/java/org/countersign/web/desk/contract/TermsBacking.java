package org.countersign.web.desk.contract;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.EscalationActions;
import org.countersign.customer.model.EscalationTrigger.When;
import org.countersign.customer.model.QueueOrder;
import org.countersign.customer.model.ResponseAct;
import org.countersign.customer.model.ServiceAgreement;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.TargetStart;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.identity.model.SupportLevel;
import org.countersign.identity.service.AccountDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.web.support.Address;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.Reader;

/** The next version of a contract by form: its basics, the matrix of priorities, targets and escalation. What the form does not show stays as the latest version has it. */
@Named
@RequestScoped
public class TermsBacking {

    /** Inputs by the place that a refusal names. */
    private static final Map<String, String> INPUTS = Map.of(
            "calendar", "calendar",
            "language", "language",
            "firstResponse.by", "publicMessage",
            "maintenance.goLive", "goLive",
            "maintenance.until", "until",
            "agreedBy", "agreedBy",
            "inForceFrom", "inForceFrom");

    @EJB
    private ContractAgreements agreements;

    @EJB
    private CustomerDirectory customers;

    @EJB
    private AccountDirectory accounts;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private HttpServletRequest request;

    private ContractTerms terms;
    private AgreedVersion latest;
    private TargetsForm targets;
    private MatrixForm matrix;
    private RulesForm rules;
    private Map<String, String> staff;
    private boolean changed;
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
    private String agreedBy;
    private LocalDate inForceFrom;

    @PostConstruct
    void begin() {
        terms = customers.contract(String.valueOf(Parameters.text(request, "code")));
        boolean sent = FacesContext.getCurrentInstance().isPostback();
        Long seen = sent ? RefusedText.seen(request) : null;
        latest = agreements.version(terms.code(), seen == null ? null : seen.intValue());
        ServiceAgreement said = latest.agreement();
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
        targets = new TargetsForm(said.targets(), sent ? Parameters.number(request, "sets").orElse(null) : null, reader.getLocale());
        matrix = new MatrixForm(said.priority().matrix(), reader.getLocale());
        rules = new RulesForm(said.escalation(), sent ? Parameters.number(request, "rules").orElse(null) : null, reader.getLocale());
    }

    /** Called before the page is shown, so that a contract that is not there is answered as such. */
    public void load() {
        getTerms();
    }

    /** Another set of targets at the end; what is entered stays. */
    public void addSet() {
        targets.add();
        changed = true;
    }

    /** Takes a set of targets away; what is entered in the others stays. */
    public void removeSet(TargetForm set) {
        targets.remove(set);
        changed = true;
    }

    /** Puts the priorities in that a contract has which says none. */
    public void takeUsualMatrix() {
        matrix.usual();
        changed = true;
    }

    /** Another rule of escalation at the end; what is entered stays. */
    public void addRule() {
        rules.add();
        changed = true;
    }

    /** Takes a rule of escalation away; what is entered in the others stays. */
    public void removeRule(RuleForm rule) {
        rules.remove(rule);
        changed = true;
    }

    public String record() {
        List<FormInput> malformed = Stream.concat(targets.malformed().stream(), rules.malformed().stream()).toList();
        if (!malformed.isEmpty()) {
            malformed.forEach(input -> messages.refuseAt(input.id(), input.label(), BusinessRuleViolation.invalid(input.id(), "service-time-malformed")));
            return null;
        }
        int[] number = new int[1];
        boolean done = messages.attempt(
                () -> number[0] = agreements.record(
                        terms.code(),
                        agreements.print(ServiceAgreement.of(document())),
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

    /** The latest version with what was entered in its place. */
    private Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>(latest.agreement().toMap());
        document.put("calendar", calendar);
        document.put("language", language);
        document.put("queue", Map.of("order", order.name()));
        document.put("priority", Map.of("matrix", matrix.toMap(), "wishMoves", wishMoves, "deskAssesses", deskAssesses));
        List<String> acts = new ArrayList<>();
        if (acknowledgement) {
            acts.add(ResponseAct.ACKNOWLEDGEMENT.name());
        }
        if (publicMessage) {
            acts.add(ResponseAct.PUBLIC_MESSAGE.name());
        }
        document.put("firstResponse", Map.of("by", acts, "automaticMail", automaticMail));
        document.remove("maintenance");
        if (goLive != null || until != null) {
            Map<String, Object> period = new LinkedHashMap<>();
            if (goLive != null) {
                period.put("goLive", goLive.toString());
            }
            if (until != null) {
                period.put("until", until.toString());
            }
            document.put("maintenance", period);
        }
        document.put("targets", targets.toList());
        document.put("escalation", rules.toList());
        return document;
    }

    /** Shows a refusal where the place that it names was entered; what the form does not show is named by its place. */
    private void refuse(BusinessRuleViolation refused) {
        String place = refused.field();
        Optional<FormInput> input = place == null ? Optional.empty() : targets.at(place).or(() -> rules.at(place));
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

    /** The form counts its sets from one, and does not show the names of members. */
    private static BusinessRuleViolation inWordsOfTheForm(BusinessRuleViolation refused) {
        if (refused.code().equals("targets-overlap") && refused.arguments().get(0) instanceof Integer earlier) {
            return BusinessRuleViolation.invalid(refused.field(), "contract.terms.overlap", earlier + 1);
        }
        return refused.code().equals("escalation-no-action")
                ? BusinessRuleViolation.invalid(refused.field(), "contract.terms.rule.nothing")
                : refused;
    }

    /** Whether rows were added, taken away or filled: what the browser kept of the form is of rows that may be others now. */
    public boolean isChanged() {
        return changed;
    }

    /** Whether the version is to be recorded now, and not only its form changed. */
    public boolean isRecording() {
        return request.getParameter("terms:do") != null || request.getParameter("terms:enter") != null;
    }

    public ContractTerms getTerms() {
        return terms;
    }

    /** Number of the version that was the latest when the form was opened, which the next one follows. */
    public int getLatest() {
        return latest.number();
    }

    public List<TargetForm> getSets() {
        return targets.sets();
    }

    /** Whether no further set can be added. */
    public boolean isFull() {
        return targets.isFull();
    }

    public MatrixForm getMatrix() {
        return matrix;
    }

    public List<RuleForm> getRules() {
        return rules.rules();
    }

    /** Whether no further rule can be added. */
    public boolean isRulesFull() {
        return rules.isFull();
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
