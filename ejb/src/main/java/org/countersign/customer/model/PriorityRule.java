package org.countersign.customer.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.countersign.kernel.BusinessRuleViolation;

/**
 * How a ticket comes by its priority.
 *
 * @param matrix priority by impact and urgency
 * @param wishMoves whether the customer's own wish is the priority; where not, it is kept beside it and moves nothing (M115)
 * @param deskAssesses whether impact and urgency are for the desk alone to say; what a customer says of them is then a wish (M115)
 */
public record PriorityRule(Map<String, Map<String, String>> matrix, boolean wishMoves, boolean deskAssesses) {

    static final String[] MEMBERS = {"matrix", "wishMoves", "deskAssesses"};

    /** The usual one of ITIL: both high is P1, and each step down in impact or in urgency is a step down. */
    public static final PriorityRule USUAL = new PriorityRule(usualMatrix(), false, false);

    public PriorityRule {
        matrix = copy(matrix);
    }

    private static Map<String, Map<String, String>> copy(Map<String, Map<String, String>> matrix) {
        Map<String, Map<String, String>> copy = new LinkedHashMap<>();
        for (String impact : AgreementVocabulary.GRADES) {
            Map<String, String> row = new LinkedHashMap<>();
            AgreementVocabulary.GRADES.forEach(urgency -> row.put(urgency, matrix.get(impact).get(urgency)));
            copy.put(impact, Collections.unmodifiableMap(row));
        }
        return Collections.unmodifiableMap(copy);
    }

    static PriorityRule of(AgreementForm form) {
        Map<String, Map<String, String>> matrix = form.has("matrix") ? matrix(form) : USUAL.matrix;
        return new PriorityRule(matrix, form.flag("wishMoves", false), form.flag("deskAssesses", false));
    }

    /**
     * The priority of a report.
     *
     * @param wish the customer's own, or {@code null}
     */
    public String of(String impact, String urgency, String wish) {
        return wishMoves && wish != null ? wish : matrix.get(impact).get(urgency);
    }

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("matrix", matrix);
        map.put("wishMoves", wishMoves);
        map.put("deskAssesses", deskAssesses);
        return map;
    }

    private static Map<String, Map<String, String>> matrix(AgreementForm form) {
        String[] grades = AgreementVocabulary.GRADES.toArray(String[]::new);
        Map<String, Map<String, String>> matrix = form.byWord("matrix", AgreementVocabulary.GRADES, PriorityRule::row, grades);
        for (String impact : AgreementVocabulary.GRADES) {
            if (!matrix.containsKey(impact)) {
                throw BusinessRuleViolation.invalid(form.at("matrix") + "." + impact, "required");
            }
        }
        return matrix;
    }

    private static Map<String, String> row(AgreementForm form) {
        Map<String, String> row = new LinkedHashMap<>();
        AgreementVocabulary.GRADES.forEach(urgency -> row.put(urgency, form.word(urgency, AgreementVocabulary.PRIORITIES)));
        return row;
    }

    private static Map<String, Map<String, String>> usualMatrix() {
        List<String> grades = AgreementVocabulary.GRADES;
        Map<String, Map<String, String>> matrix = new LinkedHashMap<>();
        for (String impact : grades) {
            Map<String, String> row = new LinkedHashMap<>();
            grades.forEach(urgency -> row.put(urgency, AgreementVocabulary.PRIORITIES.get(grades.indexOf(impact) + grades.indexOf(urgency))));
            matrix.put(impact, row);
        }
        return matrix;
    }
}
