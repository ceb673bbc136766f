package org.countersign.customer.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.Role;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * What an escalation does; at least one of these:
 *
 * <pre>{@code
 * then: {level: L2, notify: [MANAGER], manager: kovacs, callOut: true}
 * }</pre>
 *
 * @param level the support level that takes the ticket over, or {@code null}
 * @param roles of the staff who are told by mail
 * @param manager account of the person who becomes the ticket's responsible manager, or {@code null}
 * @param callOut whether who is on duty is called
 */
public record EscalationActions(SupportLevel level, List<Role> roles, String manager, boolean callOut) {

    static final String[] MEMBERS = {"level", "notify", "manager", "callOut"};

    /** To the vendor a ticket goes with a case of its own, by a person. */
    public static final List<String> LEVELS = List.of(SupportLevel.L2.name(), SupportLevel.L3.name());

    public static final List<String> ROLES =
            List.of(Role.AGENT_ROLE, Role.MANAGER_ROLE, Role.QUALITY_ROLE, Role.ADMIN_ROLE);

    public EscalationActions {
        roles = List.copyOf(roles);
    }

    static EscalationActions of(AgreementForm form) {
        EscalationActions actions = new EscalationActions(
                form.has("level") ? SupportLevel.valueOf(form.word("level", LEVELS)) : null,
                form.words("notify", ROLES).stream().map(Role::valueOf).toList(),
                form.has("manager") ? form.line("manager", 100) : null,
                form.flag("callOut", false));
        if (actions.level == null && actions.roles.isEmpty() && actions.manager == null && !actions.callOut) {
            throw BusinessRuleViolation.invalid(form.place(), "escalation-no-action", String.join(", ", MEMBERS));
        }
        return actions;
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        if (level != null) {
            map.put("level", level.name());
        }
        if (!roles.isEmpty()) {
            map.put("notify", roles.stream().map(Enum::name).toList());
        }
        if (manager != null) {
            map.put("manager", manager);
        }
        if (callOut) {
            map.put("callOut", true);
        }
        return map;
    }
}
