package org.countersign.web.desk.contract.form;

import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.EscalationActions;
import org.countersign.customer.model.EscalationRule;
import org.countersign.customer.model.EscalationTrigger;
import org.countersign.customer.model.EscalationTrigger.When;
import org.countersign.customer.model.ServiceTarget;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.Texts;
import org.countersign.ticket.model.TicketKind;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.ScreenTexts;
import org.countersign.web.support.ServiceTimeConverter;

/** One rule of escalation in the form: when it sets in, for which tickets, and what happens then. */
public final class RuleForm extends FormRow {

    private String name;
    private When when = When.AT_PERCENT;
    private ServiceTarget target = ServiceTarget.RESOLUTION;
    private String amount;
    private SupportLevel level;
    private String manager;
    private boolean callOut;
    private final List<Choice> priorities;
    private final List<Choice> kinds;
    private final List<Choice> roles;

    /**
     * @param place among the rules of the form
     * @param rule {@code null} for one that is added
     */
    RuleForm(int place, EscalationRule rule, Locale locale) {
        super("rule", "contract.terms.rule", place, locale);
        priorities = Choice.of(AgreementVocabulary.PRIORITIES, rule == null ? List.of() : rule.priorities(), Function.identity());
        kinds = Choice.of(
                AgreementVocabulary.KINDS, rule == null ? List.of() : rule.kinds(), kind -> Texts.of(locale, TicketKind.valueOf(kind)));
        roles = Choice.of(
                EscalationActions.ROLES,
                rule == null ? List.of() : rule.then().roles().stream().map(Enum::name).toList(),
                role -> Texts.of(locale, Role.valueOf(role)));
        if (rule != null) {
            name = rule.rule();
            say(rule.trigger());
            level = rule.then().level();
            manager = rule.then().manager();
            callOut = rule.then().callOut();
        }
    }

    private void say(EscalationTrigger trigger) {
        when = trigger.when();
        target = trigger.target() == null ? target : trigger.target();
        amount = switch (when) {
            case AT_PERCENT -> String.valueOf(trigger.percent());
            case AFTER_DUE, UNASSIGNED -> ServiceTimeConverter.written(trigger.time());
            case REJECTED -> String.valueOf(trigger.times());
            case MAJOR_INCIDENT -> null;
        };
    }

    /** The inputs in which no time stands where one must. */
    @Override
    List<FormInput> malformed() {
        if (when == When.AFTER_DUE || when == When.UNASSIGNED) {
            try {
                return ServiceTimeConverter.read(amount) == null ? List.of(input("amount")) : List.of();
            } catch (DateTimeParseException noTime) {
                return List.of(input("amount"));
            }
        }
        return List.of();
    }

    @Override
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", Optional.ofNullable(name).orElse(""));
        switch (when) {
            case AT_PERCENT -> map.put("at", Map.of("percent", number(), "of", target.name()));
            case AFTER_DUE -> map.put("after", Map.of("time", ServiceTimeConverter.read(amount).toString(), "of", target.name()));
            case UNASSIGNED -> map.put("unassigned", ServiceTimeConverter.read(amount).toString());
            case REJECTED -> map.put("rejected", number());
            case MAJOR_INCIDENT -> map.put("majorIncident", true);
        }
        map.put("priorities", Choice.words(priorities));
        map.put("kinds", Choice.words(kinds));
        Map<String, Object> then = new LinkedHashMap<>();
        if (level != null) {
            then.put("level", level.name());
        }
        then.put("notify", Choice.words(roles));
        if (Parameters.text(manager) != null) {
            then.put("manager", manager);
        }
        then.put("callOut", callOut);
        map.put("then", then);
        return map;
    }

    /** A number, or what was typed instead, which the agreement refuses. */
    private Object number() {
        String text = Parameters.text(amount);
        return text == null ? "" : text.matches("[0-9]{1,9}") ? Integer.valueOf(text) : text;
    }

    @Override
    FormInput at(String inside) {
        return switch (inside) {
            case "rule" -> input("name");
            case "at.percent", "after.time", "unassigned", "rejected" -> input("amount");
            case "at.of", "after.of" -> input("target");
            case "then.manager" -> input("manager");
            default -> input(inside.startsWith("then") ? "level" : "when");
        };
    }

    private FormInput input(String id) {
        return labelled(id, switch (id) {
            case "level" -> "escalation.then";
            case "when" -> "escalation.when";
            default -> "contract.terms.rule." + id;
        });
    }

    @Override
    public String getTitle() {
        return inOneLine(name, ScreenTexts.of(locale(), "contract.terms.rule.when." + when), when == When.MAJOR_INCIDENT ? null : amount);
    }

    public List<Choice> getPriorities() {
        return priorities;
    }

    public List<Choice> getKinds() {
        return kinds;
    }

    /** Who is told. */
    public List<Choice> getRoles() {
        return roles;
    }

    public String getName() {
        return name;
    }

    public void setName(String name) {
        this.name = name;
    }

    public When getWhen() {
        return when;
    }

    public void setWhen(When when) {
        this.when = when;
    }

    public ServiceTarget getTarget() {
        return target;
    }

    public void setTarget(ServiceTarget target) {
        this.target = target;
    }

    /** Percent, time or how often, as the trigger has it. */
    public String getAmount() {
        return amount;
    }

    public void setAmount(String amount) {
        this.amount = amount;
    }

    public SupportLevel getLevel() {
        return level;
    }

    public void setLevel(SupportLevel level) {
        this.level = level;
    }

    public String getManager() {
        return manager;
    }

    public void setManager(String manager) {
        this.manager = manager;
    }

    public boolean isCallOut() {
        return callOut;
    }

    public void setCallOut(boolean callOut) {
        this.callOut = callOut;
    }
}
