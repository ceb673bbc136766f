package org.countersign.web.desk.contract.form;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.countersign.customer.model.AgreementVocabulary;
import org.countersign.customer.model.PenaltyClause;
import org.countersign.customer.model.PenaltyMeasure;
import org.countersign.kernel.Texts;
import org.countersign.web.support.Parameters;
import org.countersign.web.support.ScreenTexts;
import org.countersign.web.support.TypedNumber;

/** One clause about service credits in the form: what it looks at, and what is owed for a breach or for a month. */
public final class ClauseForm extends FormRow {

    private static final Pattern TIER = Pattern.compile("tiers\\[([0-9]{1,3})](?:\\.(.+))?");

    private final List<Choice> priorities;
    private final List<Tier> tiers;
    private final Credit each;
    private String code;
    private PenaltyMeasure measure = PenaltyMeasure.RESOLUTION;
    private String service;

    /**
     * @param clause {@code null} for one that is added
     * @param tierRows how many tiers the form has room for, at least as many as the clause has
     */
    ClauseForm(int place, PenaltyClause clause, int tierRows, Locale locale) {
        super("clause", "contract.terms.clause", place, locale);
        priorities = Choice.of(AgreementVocabulary.PRIORITIES, clause == null ? List.of() : clause.priorities(), Function.identity());
        each = new Credit(clause == null ? null : clause.perBreach(), locale);
        tiers = IntStream.range(0, tierRows)
                .mapToObj(row -> clause != null && row < clause.tiers().size()
                        ? new Tier(row, TypedNumber.written(clause.tiers().get(row).below(), locale), new Credit(clause.tiers().get(row).credit(), locale))
                        : new Tier(row, null, new Credit(null, locale)))
                .toList();
        if (clause != null) {
            code = clause.code();
            measure = clause.measure();
            service = clause.service();
        }
    }

    /** What is owed for a month that stays below a percentage; nothing where both are empty. */
    public final class Tier {

        private final int row;
        private final Credit credit;
        private String below;

        private Tier(int row, String below, Credit credit) {
            this.row = row;
            this.below = below;
            this.credit = credit;
        }

        private boolean isEmpty() {
            return Parameters.text(below) == null && credit.isEmpty();
        }

        private Map<String, Object> toMap() {
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("below", isBelowEmpty() ? null : TypedNumber.plain(below, locale()));
            map.putAll(credit.toMap());
            return map;
        }

        private boolean isBelowEmpty() {
            return Parameters.text(below) == null;
        }

        private FormInput at(String inside) {
            return inside.equals("below") ? input("tier:" + row + ":below", getBelowLabel()) : input("tier:" + row + ":number", getNumberLabel());
        }

        private String label(String key) {
            return ScreenTexts.of(locale(), "contract.terms.tier.cell", getHeading(), row + 1, ScreenTexts.of(locale(), key));
        }

        /** What the inputs are, for those who do not see the table. */
        public String getBelowLabel() {
            return label("contract.terms.tier.below");
        }

        public String getNumberLabel() {
            return label("contract.terms.tier.owed");
        }

        public String getUnitLabel() {
            return label("contract.terms.unit");
        }

        public String getBelow() {
            return below;
        }

        public void setBelow(String below) {
            this.below = below;
        }

        public Credit getCredit() {
            return credit;
        }
    }

    @Override
    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("code", code == null ? "" : code);
        map.put("measure", measure.name());
        if (!Choice.words(priorities).isEmpty()) {
            map.put("priorities", Choice.words(priorities));
        }
        if (Parameters.text(service) != null) {
            map.put("service", service);
        }
        if (!each.isEmpty()) {
            map.put("perBreach", each.toMap());
        }
        List<Map<String, Object>> filled = filled().stream().map(Tier::toMap).toList();
        if (!filled.isEmpty()) {
            map.put("tiers", filled);
        }
        return map;
    }

    private List<Tier> filled() {
        return tiers.stream().filter(tier -> !tier.isEmpty()).toList();
    }

    @Override
    FormInput at(String inside) {
        Matcher tier = TIER.matcher(inside);
        if (tier.matches() && Integer.parseInt(tier.group(1)) < filled().size()) {
            return filled().get(Integer.parseInt(tier.group(1))).at(tier.group(2) == null ? "" : tier.group(2));
        }
        return switch (inside) {
            case "code" -> labelled("code", "penalty.clause");
            case "service" -> labelled("service", "contract.terms.clause.service");
            case "measure", "priorities" -> labelled("measure", "penalty.measure");
            default -> labelled("number", "contract.terms.clause.each");
        };
    }

    @Override
    public String getTitle() {
        return inOneLine(code, Texts.of(locale(), measure));
    }

    public List<Choice> getPriorities() {
        return priorities;
    }

    public List<Tier> getTiers() {
        return tiers;
    }

    /** Owed for each breach. */
    public Credit getEach() {
        return each;
    }

    public String getCode() {
        return code;
    }

    public void setCode(String code) {
        this.code = code;
    }

    public PenaltyMeasure getMeasure() {
        return measure;
    }

    public void setMeasure(PenaltyMeasure measure) {
        this.measure = measure;
    }

    /** The service that a clause about availability is about; empty for all of them. */
    public String getService() {
        return service;
    }

    public void setService(String service) {
        this.service = service;
    }
}
