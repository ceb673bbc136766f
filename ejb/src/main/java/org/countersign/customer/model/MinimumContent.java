package org.countersign.customer.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.countersign.kernel.BusinessRuleViolation;
import org.countersign.kernel.Texts;

/**
 * What a report has at least before responsibility for it passes to the provider (M31, M32, M43):
 *
 * <pre>{@code
 * minimum: [SERVICE, ENVIRONMENT, CATEGORY, DESCRIPTION, FIELD:user]
 * }</pre>
 *
 * A report through a form or the API that has less is held until somebody completes it. What comes by mail has a description or is asked for it.
 *
 * @param demanded names of {@link ReportPart}, or {@code FIELD:} and the name of a further fact
 */
public record MinimumContent(List<String> demanded) {

    public static final MinimumContent NONE = new MinimumContent(List.of());

    /** Before the name of a further fact. */
    public static final String FIELD = "FIELD:";

    private static final Pattern FIELDS = Pattern.compile(FIELD + "[^\\s,][^,]*");

    private static final List<String> PARTS = AgreementForm.names(ReportPart.class);

    public MinimumContent {
        demanded = List.copyOf(demanded);
    }

    /**
     * @param agreement the whole document
     * @throws BusinessRuleViolation {@code minimum-without-categories} where nobody could ever name one
     */
    static MinimumContent of(AgreementForm agreement, Categories categories) {
        List<String> demanded = agreement.lines("minimum", 100);
        for (int i = 0; i < demanded.size(); i++) {
            String place = agreement.at("minimum") + "[" + i + "]";
            String one = demanded.get(i);
            if (!PARTS.contains(one) && !FIELDS.matcher(one).matches()) {
                throw BusinessRuleViolation.invalid(place, "agreement-value-unknown", one, String.join(", ", PARTS) + ", " + FIELD + "…");
            }
            if (one.equals(ReportPart.CATEGORY.name()) && categories.isEmpty()) {
                throw BusinessRuleViolation.invalid(place, "minimum-without-categories");
            }
        }
        return new MinimumContent(demanded);
    }

    public boolean isEmpty() {
        return demanded.isEmpty();
    }

    public boolean demands(ReportPart part) {
        return demanded.contains(part.name());
    }

    /**
     * What a report lacks, in the order of the contract.
     *
     * @param parts what it has; {@code null} or blank where it has nothing
     * @param fields further facts by name
     */
    public List<String> missing(Map<ReportPart, String> parts, Map<String, String> fields) {
        List<String> missing = new ArrayList<>();
        for (String one : demanded) {
            String given = one.startsWith(FIELD) ? fields.get(one.substring(FIELD.length())) : parts.get(ReportPart.valueOf(one));
            if (given == null || given.isBlank()) {
                missing.add(one);
            }
        }
        return missing;
    }

    /** What is demanded as people read it; a further fact under its own name. */
    public static String inWords(String demanded, Locale locale) {
        return demanded.startsWith(FIELD) ? demanded.substring(FIELD.length()) : Texts.of(locale, ReportPart.valueOf(demanded));
    }
}
