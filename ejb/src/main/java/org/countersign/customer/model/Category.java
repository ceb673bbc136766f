package org.countersign.customer.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.identity.model.SupportLevel;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * A kind of work that a contract lists.
 *
 * @param code as tickets and the API have it
 * @param title as people read it
 * @param level that works on it, or {@code null} where that is decided ticket by ticket
 * @param direct whether a report of it opens at that level, instead of where reports enter
 * @param kinds of tickets that it is for; all when empty
 */
public record Category(String code, String title, SupportLevel level, boolean direct, List<String> kinds) {

    static final String[] MEMBERS = {"category", "title", "level", "direct", "kinds"};

    private static final List<String> LEVELS = List.of(SupportLevel.L1.name(), SupportLevel.L2.name(), SupportLevel.L3.name());

    public Category {
        kinds = List.copyOf(kinds);
    }

    /** @throws BusinessRuleViolation {@code category-direct-to-customer} where reports would open at a level that the customer works */
    static Category of(AgreementForm form, SupportLevels levels) {
        Category category = new Category(
                form.code("category"),
                form.line("title", 100),
                form.has("level") ? SupportLevel.valueOf(form.word("level", LEVELS)) : null,
                form.flag("direct", false),
                form.words("kinds", AgreementVocabulary.KINDS));
        if (category.direct && category.level == null) {
            throw BusinessRuleViolation.invalid(form.at("level"), "required");
        }
        if (category.direct && levels.isOfCustomer(category.level)) {
            throw BusinessRuleViolation.invalid(form.at("direct"), "category-direct-to-customer", category.level.name());
        }
        return category;
    }

    public boolean isFor(String kind) {
        return kinds.isEmpty() || kinds.contains(kind);
    }

    /** Whether a report of it passes by the level at which others enter. */
    public boolean passesBy(SupportLevel entry) {
        return direct && level.compareTo(entry) > 0;
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("category", code);
        map.put("title", title);
        if (level != null) {
            map.put("level", level.name());
        }
        if (direct) {
            map.put("direct", true);
        }
        if (!kinds.isEmpty()) {
            map.put("kinds", kinds);
        }
        return map;
    }
}
