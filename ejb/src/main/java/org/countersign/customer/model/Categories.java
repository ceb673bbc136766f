package org.countersign.customer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * The kinds of work that a contract lists, with the support level that works on each (M5, M6, M8, M10):
 *
 * <pre>{@code
 * categories:
 *   - {category: ACCESS, title: Access problems, level: L1, kinds: [INCIDENT]}
 *   - {category: CONNECTIVITY, title: Connectivity, level: L2, direct: true}   # reports of it open at L2
 *   - {category: BUG, title: Bugs, level: L3}
 *   - {category: DATA-EXCHANGE, title: Data exchange}                          # the level is decided ticket by ticket
 * }</pre>
 *
 * @param listed in the order of the document
 */
public record Categories(List<Category> listed) {

    public static final Categories NONE = new Categories(List.of());

    public Categories {
        listed = List.copyOf(listed);
    }

    /** @param agreement the whole document */
    static Categories of(AgreementForm agreement, SupportLevels levels) {
        List<Category> listed = new ArrayList<>();
        for (AgreementForm form : agreement.forms("categories", Category.MEMBERS)) {
            Category next = Category.of(form, levels);
            if (listed.stream().anyMatch(earlier -> earlier.code().equals(next.code()))) {
                throw BusinessRuleViolation.invalid(form.at("category"), "agreement-name-twice", next.code());
            }
            listed.add(next);
        }
        return new Categories(listed);
    }

    public boolean isEmpty() {
        return listed.isEmpty();
    }

    public Optional<Category> find(String code) {
        return listed.stream().filter(category -> category.code().equals(code)).findFirst();
    }

    /** Those that are for a kind of tickets. */
    public List<Category> of(String kind) {
        return listed.stream().filter(category -> category.isFor(kind)).toList();
    }

    /**
     * The category that a report, or whoever works on it, names.
     *
     * @param kind of the ticket, one of {@link AgreementVocabulary#KINDS}
     * @throws BusinessRuleViolation {@code categories-not-agreed}; {@code category-unknown}, with those that there are for the kind
     */
    public Category named(String code, String kind) {
        if (listed.isEmpty()) {
            throw BusinessRuleViolation.invalid("category", "categories-not-agreed");
        }
        return find(code.strip()).filter(category -> category.isFor(kind))
                .orElseThrow(() -> BusinessRuleViolation.invalid(
                        "category", "category-unknown", code.strip(), of(kind).stream().map(Category::code).collect(Collectors.joining(", "))));
    }

    List<Map<String, Object>> toList() {
        return listed.stream().map(Category::toMap).toList();
    }
}
