package org.countersign.web.desk.contract;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.countersign.customer.model.AgreedVersion;
import org.countersign.customer.model.ContractTerms;
import org.countersign.customer.model.MinimumContent;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.customer.model.SkillDemand;
import org.countersign.customer.model.SkillDemands;
import org.countersign.customer.model.TargetSet;
import org.countersign.customer.service.ContractAgreements;
import org.countersign.customer.service.CustomerDirectory;
import org.countersign.customer.service.RecordedVersion;
import org.countersign.escalation.service.EscalationWords;
import org.countersign.identity.service.SkillDirectory;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;
import org.countersign.ticket.model.HoldReason;
import org.countersign.ticket.model.TicketKind;
import org.countersign.web.desk.contract.form.MatrixForm;
import org.countersign.web.desk.contract.form.TargetSets;
import org.countersign.web.support.Messages;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.People;
import org.countersign.web.support.Reader;
import org.countersign.web.support.ScreenTexts;
import org.countersign.web.support.Times;

/** One contract: what a version says in words, all versions with what each changed, and the text that makes the next one. */
@Named
@RequestScoped
public class ContractBacking {

    /** What a refusal names that stands on the form itself, and not in the text. */
    private static final List<String> FIELDS = List.of("agreement", "agreedBy", "inForceFrom");

    @EJB
    private ContractAgreements agreements;

    @EJB
    private CustomerDirectory customers;

    @EJB
    private SkillDirectory skills;

    @Inject
    private Messages messages;

    @Inject
    private Reader reader;

    @Inject
    private People people;

    @Inject
    private HttpServletRequest request;

    private ContractTerms terms;
    private List<RecordedVersion> history;
    private boolean answered;
    private MatrixForm matrix;
    private String agreement;
    private String agreedBy;
    private LocalDate inForceFrom;

    /** A version in the list; {@code planned} that it has not begun. */
    public record VersionRow(RecordedVersion recorded, boolean inForce, boolean planned) {}

    /** A set of targets in words. */
    public record SetOfTargets(String title, String starts, List<String> pauses, List<TargetRow> rows) {}

    /** What is promised for a priority; {@code null} where nothing is. */
    public record TargetRow(String priority, Duration response, Duration update, Duration resolution) {}

    /** A kind of work in words. */
    public record CategoryRow(String code, String title, String level, boolean direct, String kinds) {}

    /** A rule of escalation in words. */
    public record RuleRow(String rule, String when, String whom, List<String> then) {}

    /** Called before the page is shown, so that a contract that is not there is answered as such. */
    public void load() {
        getShown();
    }

    public ContractTerms getTerms() {
        if (terms == null) {
            terms = customers.contract(String.valueOf(Parameters.text(request, "code")));
        }
        return terms;
    }

    private List<RecordedVersion> history() {
        if (history == null) {
            history = agreements.history(getTerms().code());
        }
        return history;
    }

    /** The latest version that stands, which the next one follows. */
    private AgreedVersion latest() {
        return history().stream()
                .filter(recorded -> !recorded.isWithdrawn())
                .reduce((earlier, later) -> later)
                .orElseThrow()
                .version();
    }

    /** The version of the address, or the one in force. */
    public AgreedVersion getShown() {
        return getRecorded().version();
    }

    /** The shown version with what was recorded of it. */
    public RecordedVersion getRecorded() {
        String number = Parameters.text(request, "version");
        String wanted = number == null ? String.valueOf(getTerms().version()) : number;
        return history().stream()
                .filter(recorded -> String.valueOf(recorded.version().number()).equals(wanted))
                .findFirst()
                .orElseThrow(() -> BusinessRuleViolation.notFound("contract-version", wanted));
    }

    /** Latest first. */
    public List<VersionRow> getRows() {
        int inForce = getTerms().version();
        return history().stream()
                .sorted(Comparator.comparingInt((RecordedVersion recorded) -> recorded.version().number()).reversed())
                .map(recorded -> new VersionRow(
                        recorded,
                        recorded.version().number() == inForce,
                        !recorded.isWithdrawn() && recorded.version().number() > inForce))
                .toList();
    }

    /** The version that can be withdrawn because it has not begun, or {@code null}. */
    public AgreedVersion getPlanned() {
        return latest().number() > getTerms().version() ? latest() : null;
    }

    /** The version that goes on when the planned one is withdrawn, or {@code null} where none is planned. */
    public AgreedVersion getStays() {
        return history().stream()
                .filter(recorded -> !recorded.isWithdrawn() && recorded.version().number() < latest().number())
                .reduce((earlier, later) -> later)
                .map(RecordedVersion::version)
                .orElse(null);
    }

    /** Whether a version can be withdrawn, or somebody asks for it: a second click is answered too. */
    public boolean isWithdrawing() {
        return getPlanned() != null || !answered && Parameters.text(request, "number") != null;
    }

    /** Withdraws the version that the form names. */
    public String withdraw() {
        int number = Parameters.number(request, "number").orElseThrow(() -> BusinessRuleViolation.stale("version")).intValue();
        if (!messages.attempt(() -> agreements.withdraw(getTerms().code(), number))) {
            answered = true;
            history = null;
            return null;
        }
        messages.success("contract.withdraw.done", number);
        return "/desk/contract/contract.xhtml?faces-redirect=true&code=" + getTerms().code();
    }

    /** The targets of the shown version in words. */
    public List<SetOfTargets> getSets() {
        return getShown().agreement().targets().stream().map(this::inWords).toList();
    }

    private SetOfTargets inWords(TargetSet set) {
        Locale locale = reader.getLocale();
        List<String> pauses = new ArrayList<>();
        for (ServiceTarget target : ServiceTarget.values()) {
            List<String> waits = set.pausedBy().get(target);
            if (!waits.isEmpty()) {
                String reasons = waits.stream().map(wait -> Texts.of(locale, HoldReason.valueOf(wait))).collect(Collectors.joining(", "));
                pauses.add(ScreenTexts.of(locale, "contract.place", Texts.of(locale, target), reasons));
            }
        }
        return new SetOfTargets(
                TargetSets.title(set, locale),
                Texts.of(locale, set.starts()),
                pauses,
                set.priorities().entrySet().stream()
                        .map(entry -> new TargetRow(
                                entry.getKey(), entry.getValue().response(), entry.getValue().update(), entry.getValue().resolution()))
                        .toList());
    }

    /** How impact and urgency make a priority. */
    public MatrixForm getMatrix() {
        if (matrix == null) {
            matrix = new MatrixForm(getShown().agreement().priority().matrix(), reader.getLocale());
        }
        return matrix;
    }

    /** When tickets are escalated, and how, in words. */
    public List<RuleRow> getRules() {
        Locale locale = reader.getLocale();
        return getShown().agreement().escalation().stream()
                .map(rule -> {
                    String whom = EscalationWords.whom(locale, rule);
                    return new RuleRow(
                            rule.rule(),
                            EscalationWords.when(locale, rule.trigger()),
                            whom.isEmpty() ? ScreenTexts.of(locale, "escalation.whom.all") : whom,
                            EscalationWords.then(locale, rule.then(), people::nameOf));
                })
                .toList();
    }

    /** What a report has at least, in words. */
    public List<String> getMinimum() {
        return getShown().agreement().minimum().demanded().stream()
                .map(demanded -> MinimumContent.inWords(demanded, reader.getLocale()))
                .toList();
    }

    /** The kinds of work in words. */
    public List<CategoryRow> getCategories() {
        Locale locale = reader.getLocale();
        return getShown().agreement().categories().listed().stream()
                .map(category -> new CategoryRow(
                        category.code(),
                        category.title(),
                        category.level() == null ? ScreenTexts.of(locale, "contract.category.triage") : Texts.of(locale, category.level()),
                        category.direct(),
                        category.kinds().isEmpty()
                                ? ScreenTexts.of(locale, "contract.category.kinds.all")
                                : category.kinds().stream().map(kind -> Texts.of(locale, TicketKind.valueOf(kind))).collect(Collectors.joining(", "))))
                .toList();
    }

    /** Service time as the page writes it. */
    public String span(Duration span) {
        return span == null ? "–" : Times.span(span, reader.getLocale());
    }

    /** What counts as the first response. */
    public String getFirstResponse() {
        Locale locale = reader.getLocale();
        List<String> acts = new ArrayList<>();
        getShown().agreement().firstResponse().by().forEach(act -> acts.add(Texts.of(locale, act)));
        if (getShown().agreement().firstResponse().automaticMail()) {
            acts.add(ScreenTexts.of(locale, "contract.automatic-mail"));
        }
        return String.join(", ", acts);
    }

    /** What is demanded of the people who work on the contract's tickets, one demand each. */
    public List<String> getDemands() {
        Locale locale = reader.getLocale();
        SkillDemands demands = getShown().agreement().skills();
        Map<String, String> names = skills.names(demands.skills().keySet());
        List<String> words = new ArrayList<>();
        for (SkillDemand demand : demands.demands()) {
            String service = demand.service() == null ? ScreenTexts.of(locale, "contract.demand.all") : demand.service();
            if (demand.skill() != null) {
                String skill = names.getOrDefault(demand.skill(), demand.skill());
                words.add(ScreenTexts.of(locale, "contract.demand.skill", service, skill, Texts.of(locale, demand.level())));
            }
            if (demand.certification() != null) {
                words.add(ScreenTexts.of(locale, "contract.demand.certification", service, demand.certification()));
            }
        }
        return words;
    }

    /** Records the text as the next version; a refusal names the place in the text. */
    public String record() {
        int[] number = new int[1];
        boolean done = messages.attempt(
                () -> number[0] = agreements.record(
                        getTerms().code(),
                        agreement,
                        inForceFrom == null ? null : inForceFrom.atStartOfDay(getTerms().calendar().zone()).toInstant(),
                        agreedBy,
                        null,
                        RefusedText.seen(request)),
                refused -> messages.refuse(RefusedText.in("agreement", FIELDS, refused, messages)));
        if (!done) {
            return null;
        }
        messages.success("contract.recorded", number[0]);
        return "/desk/contract/contract.xhtml?faces-redirect=true&code=" + getTerms().code() + "&version=" + number[0];
    }

    /** Number of the latest version, which the next one follows. */
    public int getLatest() {
        return latest().number();
    }

    /** The text to start from: that of the latest version. */
    public String getAgreement() {
        if (agreement == null) {
            agreement = agreements.print(latest().agreement());
        }
        return agreement;
    }

    public void setAgreement(String agreement) {
        this.agreement = agreement;
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
